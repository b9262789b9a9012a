package unroll.lens.xray;

import java.util.Locale;
import unroll.lens.xray.DrawnSymbol.Effect;
import unroll.sample.DrawObserver;
import unroll.sample.SamplingSettings;

/** What a limit did, as a sentence. */
public final class InWords {
    private InWords() {}

    /**
     * One sentence.
     *
     * @param settings that the text was written with
     */
    public static String sentence(Effect effect, SamplingSettings settings) {
        return "%s: %s.".formatted(name(effect.kind(), settings), deed(effect, settings));
    }

    private static String name(DrawObserver.LimitKind kind, SamplingSettings settings) {
        return switch (kind) {
            case GREEDY -> "Greedy";
            case REPETITION_PENALTY -> "Repetition penalty " + plain(settings.repetitionPenalty());
            case TEMPERATURE -> "Temperature " + plain(settings.temperature());
            case TOP_K -> "Top-k " + settings.topK();
            case TOP_P -> "Top-p " + plain(settings.topP());
            case MIN_P -> "Min-p " + plain(settings.minP());
        };
    }

    private static String deed(Effect effect, SamplingSettings settings) {
        return switch (effect.kind()) {
            case GREEDY -> "only the likeliest symbol was left; the others had %s".formatted(percent(effect.moved()));
            case REPETITION_PENALTY ->
                effect.moved() == 0
                        ? "had nothing to punish yet"
                        : "took %s from symbols written a moment ago".formatted(percent(effect.moved()));
            case TEMPERATURE -> temperature(effect, settings.temperature());
            case TOP_K, TOP_P, MIN_P ->
                effect.removed() == 0
                        ? "removed nothing here"
                        : String.format(
                                Locale.ROOT,
                                "removed %,d %s that had %s%s",
                                effect.removed(),
                                effect.removed() == 1 ? "symbol" : "symbols",
                                percent(effect.removedProbability()),
                                effect.removed() == 1 ? "" : " together");
        };
    }

    private static String temperature(Effect effect, double temperature) {
        if (temperature == 1) {
            return "left everything as it was";
        }
        return temperature < 1
                ? "shifted %s of the probability to likelier symbols".formatted(percent(effect.moved()))
                : "shifted %s of the probability to less likely symbols".formatted(percent(effect.moved()));
    }

    /** A share as a person says it: 12 %, 0.4 %, less than 0.1 %. */
    static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.1) {
            return "less than 0.1 %";
        }
        return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }

    private static String plain(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
