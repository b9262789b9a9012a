package unroll.ui.lens.flow;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import unroll.plot.Axis;
import unroll.plot.Ink;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.plot.Surface.Pen;
import unroll.plot.Ticks;
import unroll.session.run.SlowMotion.Frame;
import unroll.ui.control.CanvasPane;

/** The norm of a gradient as a level, by powers of ten, with a mark at each norm before it. */
final class Thermometer extends CanvasPane {
    private static final double SIDE_EM = 2.4;
    private static final double TOP_EM = 0.4;
    private static final double TUBE_EM = 1.3;

    private Axis axis = Axis.decades();
    private List<Frame> frames = List.of();

    Thermometer() {
        setId("thermometer");
    }

    /** @param now the steps up to the present one; at least one */
    void show(List<Frame> now, Axis norms, String words) {
        frames = now;
        axis = norms;
        setAccessibleText(words);
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g) {
        if (frames.isEmpty()) {
            return;
        }
        Surface surface = surface(g);
        double top = TOP_EM * em();
        double bottom = top + TUBE_EM * em();
        Frame now = frames.get(frames.size() - 1);
        Ink ink = now.isDiverged() ? Ink.ALERT : Ink.ORANGE;
        surface.fill(left(), top, at(now.norm()), bottom, palette().rgb(ink));
        for (Frame frame : frames) {
            double x = Math.floor(at(frame.norm())) + 0.5;
            surface.line(x, top, x, bottom, Pen.thin(Ink.TEXT));
        }
        surface.line(
                new double[] {left(), right(), right(), left(), left()},
                new double[] {top, top, bottom, bottom, top},
                Pen.thin(Ink.TEXT));
        double free = 0;
        for (Ticks.Tick tick : Ticks.of(axis, (int) Math.max(2, (right() - left()) / (5 * em())))) {
            double x = Math.floor(at(tick.value())) + 0.5;
            surface.line(x, bottom, x, bottom + 0.3 * em(), Pen.thin(Ink.TEXT));
            double half = surface.textWidth(tick.label()) / 2;
            if (x - half >= free) {
                surface.text(tick.label(), x, bottom + 1.1 * em(), Align.CENTER);
                free = x + half + 0.6 * em();
            }
        }
        if (now.isDiverged()) {
            surface.text("∞", right() + 0.5 * em(), (top + bottom) / 2, new Surface.Style(Align.LEFT, ink, true));
        }
    }

    private double at(double norm) {
        return left() + Math.max(0, Math.min(1, axis.at(norm))) * (right() - left());
    }

    private double left() {
        return SIDE_EM * em();
    }

    private double right() {
        return Math.max(left() + 1, getWidth() - SIDE_EM * em());
    }
}
