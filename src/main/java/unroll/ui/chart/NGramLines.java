package unroll.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unroll.lens.ngram.NGramLosses;
import unroll.ui.chart.Drawing.Guide;

/** Lays the losses of n-grams over the loss chart. */
final class NGramLines {
    /** On an axis that reaches so many times as far as blind guessing all lines lie on its foot. */
    private static final double MOST = 5;

    private NGramLines() {}

    /** The drawing with a line for each order from 1 up that lies within its loss axis. */
    static Drawing over(Drawing drawing, @Nullable NGramLosses ngrams) {
        if (ngrams == null || drawing.y().high() > MOST * ngrams.uniform()) {
            return drawing;
        }
        List<Guide> guides = new ArrayList<>(drawing.guides());
        for (int order = 1; order <= ngrams.highest(); order++) {
            double nats = ngrams.nats().get(order);
            if (nats > drawing.y().low() && nats < drawing.y().high()) {
                guides.add(new Guide(nats, String.format(Locale.ROOT, "%s %.2f", NGramLosses.name(order), nats)));
            }
        }
        return new Drawing(drawing.foot(), drawing.x(), drawing.y(), drawing.bands(), drawing.lines(), guides);
    }
}
