package unroll.ui.chart;

import java.util.List;
import unroll.plot.Ink;
import unroll.plot.Marker;
import unroll.plot.Plot.Curve;
import unroll.plot.Plot.Points;
import unroll.plot.Plot.Stroke;
import unroll.session.plot.CurvePlots;
import unroll.session.plot.XAxis;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;

/** One of at most four networks whose losses lie over each other, each with a color, a stroke and a marker of its own. */
public record RacingCurve(String name, Curves.View curves) {
    private static final List<Stroke> STROKES =
            List.of(Stroke.STRONG, Stroke.DASHED, Stroke.DOTTED, Stroke.DASH_DOTTED);
    private static final List<Marker> MARKERS = List.of(Marker.DIAMOND, Marker.SQUARE, Marker.CIRCLE, Marker.TRIANGLE);

    /** @param place in the line-up, from 0 to 3 */
    Curve training(int place, XAxis x) {
        List<Point> points = curves.trainLoss();
        return new Curve(
                name,
                Ink.series(place),
                STROKES.get(place),
                CurvePlots.values(points, x::of),
                CurvePlots.values(points, Point::smoothed));
    }

    /** @param place in the line-up, from 0 to 3 */
    Points validation(int place, XAxis x) {
        List<Point> points = curves.validationLoss();
        return new Points(
                "",
                Ink.series(place),
                MARKERS.get(place),
                CurvePlots.values(points, x::of),
                CurvePlots.values(points, Point::mean));
    }
}
