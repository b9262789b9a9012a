package unroll.ui.chart;

import java.util.List;
import unroll.session.run.Curves;
import unroll.ui.chart.Drawing.Ink;
import unroll.ui.chart.Drawing.Stroke;

/** One of a few networks whose losses lie over each other. */
public record RacingCurve(String name, Curves.View curves) {
    /**
     * How the curves of a network are told from those of the others.
     *
     * @param training stroke of its training loss
     * @param validation marks of its validation loss
     */
    record Style(Ink ink, Stroke training, Stroke validation) {
        private static final List<Style> ALL = List.of(
                new Style(Ink.FIRST, Stroke.STRONG, Stroke.DIAMONDS),
                new Style(Ink.SECOND, Stroke.DASHED, Stroke.SQUARES),
                new Style(Ink.THIRD, Stroke.DOTTED, Stroke.CIRCLES),
                new Style(Ink.FOURTH, Stroke.DASH_DOTTED, Stroke.TRIANGLES));

        /** @param place in the line-up, from 0 to 3 */
        static Style of(int place) {
            return ALL.get(place);
        }
    }
}
