package unroll.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import unroll.ui.chart.Drawing.Guide;
import unroll.ui.chart.Drawing.Line;

/**
 * Where the names of dashed lines stand: above or below their line, at its right end or farther left, where they cover neither a curve
 * nor one another. A name for which there is no room is left out; the first one is always there.
 */
final class GuideLabels {
    /** Right ends to try, as shares of the frame's width. */
    private static final double[] PLACES = {1, 0.82, 0.64, 0.46, 0.28};

    private static final double LINE_EM = 1.25;
    private static final double GAP_EM = 0.3;

    private final PlotArea frame;
    private final List<Line> curves;
    private final double em;
    private final List<Bounds> taken = new ArrayList<>();

    GuideLabels(PlotArea frame, List<Line> curves, double em) {
        this.frame = frame;
        this.curves = curves;
        this.em = em;
    }

    /** Room for the name of a guide of this width in pixels, taken from now on; empty where there is none. */
    Optional<Bounds> place(Guide guide, double width) {
        List<Bounds> candidates = DoubleStream.of(PLACES)
                .map(share -> frame.left() + share * frame.width() - GAP_EM * em - width)
                .filter(left -> left >= frame.left())
                .boxed()
                .flatMap(left -> Stream.of(y(guide) - height(), y(guide))
                        .filter(top -> top >= frame.top() && top + height() <= frame.bottom())
                        .map(top -> (Bounds) new BoundingBox(left, top, width, height())))
                .filter(box -> taken.stream().noneMatch(box::intersects))
                .toList();
        Optional<Bounds> chosen =
                candidates.stream().filter(this::clearOfCurves).findFirst();
        if (taken.isEmpty()) {
            chosen = chosen.or(() -> candidates.stream().findFirst());
        }
        chosen.ifPresent(taken::add);
        return chosen;
    }

    private double y(Guide guide) {
        return Math.max(frame.top(), Math.min(frame.bottom(), frame.py(guide.y())));
    }

    private double height() {
        return LINE_EM * em;
    }

    private boolean clearOfCurves(Bounds box) {
        return curves.stream().noneMatch(curve -> crosses(curve, box));
    }

    private boolean crosses(Line curve, Bounds box) {
        for (int i = 1; i < curve.x().length; i++) {
            double x0 = frame.px(curve.x()[i - 1]);
            double x1 = frame.px(curve.x()[i]);
            if (x1 >= box.getMinX() && x0 <= box.getMaxX()) {
                double slope = (frame.py(curve.y()[i]) - frame.py(curve.y()[i - 1])) / Math.max(x1 - x0, 1e-9);
                double enters = frame.py(curve.y()[i - 1]) + slope * (Math.max(x0, box.getMinX()) - x0);
                double leaves = frame.py(curve.y()[i - 1]) + slope * (Math.min(x1, box.getMaxX()) - x0);
                if (Math.max(enters, leaves) >= box.getMinY() && Math.min(enters, leaves) <= box.getMaxY()) {
                    return true;
                }
            }
        }
        return false;
    }
}
