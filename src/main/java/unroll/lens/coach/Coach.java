package unroll.lens.coach;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import unroll.lens.coach.Coach.Advice.Tone;
import unroll.lens.ngram.NGramLosses;
import unroll.message.Formats;

/**
 * All rules of the coach, the most urgent first. Each looks at the facts and says one thing, or nothing; none proposes what is set
 * already. A run that has converged is praised and left alone.
 */
public final class Coach {
    /** Steps that count as recent. */
    public static final int RECENT_STEPS = 500;

    /** Fewer steps than these say nothing about clipping. */
    private static final int ENOUGH_STEPS = 100;
    /** Clipping is there for outliers; where it acts this often it sets the length of most steps. */
    private static final double CLIPPED_OFTEN = 0.5;
    /** A norm so many times the usual one is an outlier that clipping would have cut. */
    private static final double OUTLIER = 20;
    /** A gradient so short moves nothing. */
    private static final double VANISHED = 1e-5;
    /** Losses this close, as a share, are the same. */
    private static final double SAME = 0.01;
    /** In nats over the recent steps: a fall beyond it is progress one sees, a rise beyond it no accident. */
    private static final double CLEAR_CHANGE = 0.03;
    /** In nats over the recent steps: less is standing still. */
    private static final double NO_CHANGE = 0.005;
    /** Validations in a row. */
    private static final int RISES = 3;
    /** Validation above training by this share: part of what was learned holds for this text only. */
    private static final double WIDE_GAP = 0.15;
    /** Training and validation this close: the network is not even memorizing its own text. */
    private static final double NARROW_GAP = 0.03;
    /** In nats: a network below it predicts nearly every character, and has nothing left to gain. */
    private static final double CONVERGED = 0.05;
    /** A rate so many times the usual one, or so small a share of it, is a slip of the finger; the usual one is proposed. */
    private static final double FAR_OFF = 100;
    /** To begin with. */
    private static final double SOME_DROPOUT = 0.2;
    /** More leaves too little of a layer. */
    private static final double MUCH_DROPOUT = 0.5;
    /** Weights for each character from which on a network can memorize a text. */
    private static final double OVERSIZED = 3;

    private static final List<Function<RunFacts, Optional<Advice>>> RULES = List.of(
            Coach::diverged,
            Coach::clippedOften,
            Coach::outlierWithoutClipping,
            Coach::lossRises,
            Coach::gradientVanished,
            Coach::overfitting,
            Coach::wideGap,
            Coach::nothingLearned,
            Coach::worseThanCounting,
            Coach::plateaued,
            Coach::tooSlow,
            Coach::memorizes,
            Coach::notValidated,
            Coach::firstEpoch,
            Coach::falls,
            Coach::beatsCounting);

    /**
     * A sentence for the person training, with what it rests on.
     *
     * @param tone how it is meant
     * @param evidence what was seen, with its numbers, without a full stop
     * @param sentence what it means and what to do, whole sentences
     * @param changes what it proposes to set, as settings' ids and written values; empty where that is left to the user
     */
    public record Advice(Tone tone, String evidence, String sentence, Map<String, String> changes) {
        public Advice {
            changes = Map.copyOf(changes);
        }

        /** From good news to what cannot wait. */
        public enum Tone {
            PRAISE,
            HINT,
            WARNING
        }

        /** Evidence and sentence as one line. */
        @Override
        public String toString() {
            return evidence + ": " + sentence;
        }
    }

    private Coach() {}

    /** What there is to say, the most urgent first; perhaps nothing. */
    public static List<Advice> advise(RunFacts facts) {
        Optional<Advice> converged = facts.progress().diverged() ? Optional.empty() : converged(facts);
        return converged
                .map(List::of)
                .orElseGet(() -> RULES.stream()
                        .flatMap(rule -> rule.apply(facts).stream())
                        .toList());
    }

    static Optional<Advice> converged(RunFacts facts) {
        double validation = facts.losses().validation();
        double loss = Double.isNaN(validation) ? facts.losses().now() : validation;
        return praiseIf(
                loss < CONVERGED,
                text("%s is %.3f", Double.isNaN(validation) ? "The training loss" : "Validation", loss),
                "The network predicts nearly every character. There is nothing left to gain; you can stop here.");
    }

    static Optional<Advice> diverged(RunFacts facts) {
        Map<String, String> changes = new HashMap<>(rate(facts, 0.1));
        String clip = "";
        if (!facts.gradients().limited()) {
            changes.put("clipping", "norm:5");
            clip = ", and clip gradients at 5";
        }
        return adviceIf(
                facts.progress().diverged(),
                new Advice(
                        Tone.WARNING,
                        text(
                                "The loss was no longer a number after step %,d",
                                facts.progress().steps()),
                        "Training diverged. Lower the learning rate%s%s."
                                .formatted(around(" to ", changes.get("learning-rate"), ""), clip),
                        changes));
    }

    static Optional<Advice> clippedOften(RunFacts facts) {
        RunFacts.Gradients gradients = facts.gradients();
        double share = (double) gradients.clipped() / gradients.seen();
        return rateAdvice(
                Tone.WARNING,
                gradients.seen() >= ENOUGH_STEPS && share >= CLIPPED_OFTEN,
                text("Clipping acted on %.0f %% of the last %d steps", 100 * share, gradients.seen()),
                "The rate is too high, or the limit too low.",
                rate(facts, 1.0 / 3));
    }

    static Optional<Advice> outlierWithoutClipping(RunFacts facts) {
        RunFacts.Gradients gradients = facts.gradients();
        double times = gradients.highest() / gradients.median();
        String limit = number(5 * gradients.median());
        return adviceIf(
                !gradients.limited() && gradients.median() > 0 && times >= OUTLIER,
                new Advice(
                        Tone.WARNING,
                        text("A gradient was %.0f times as long as usual, and nothing clips it", times),
                        "One such step can undo hundreds. Clip the norm at %s.".formatted(limit),
                        Map.of("clipping", "norm:" + limit)));
    }

    static Optional<Advice> lossRises(RunFacts facts) {
        double rise = -facts.losses().fall();
        return rateAdvice(
                Tone.WARNING,
                rise > CLEAR_CHANGE,
                text("The training loss rose by %.2f in %d steps", rise, RECENT_STEPS),
                "Steps overshoot.",
                rate(facts, 1.0 / 3));
    }

    static Optional<Advice> gradientVanished(RunFacts facts) {
        RunFacts.Gradients gradients = facts.gradients();
        RunFacts.Config config = facts.config();
        String sentence = "Almost nothing arrives at the weights. ";
        if (!config.gated()) {
            sentence += "Take a GRU or an LSTM.";
        } else {
            sentence += config.layers() > 1 ? "Take fewer layers, or a shorter window." : "Take a shorter window.";
        }
        return adviceIf(
                gradients.seen() >= ENOUGH_STEPS && gradients.median() < VANISHED,
                new Advice(
                        Tone.WARNING,
                        "Half of the last gradients were shorter than " + Formats.number(gradients.median()),
                        sentence,
                        config.gated() ? Map.of() : Map.of("cell", "gru")));
    }

    static Optional<Advice> overfitting(RunFacts facts) {
        List<Double> losses = facts.losses().validations();
        int rises = 0;
        while (rises + 1 < losses.size()
                && losses.get(losses.size() - 1 - rises) > losses.get(losses.size() - 2 - rises)) {
            rises++;
        }
        return warnIf(
                rises >= RISES,
                text(
                        "Validation has risen %d times in a row, to %.3f",
                        rises, facts.losses().validation()),
                "Overfitting. Stop here and restore the best weights, or try %sa smaller network or a longer text."
                        .formatted(
                                facts.config().dropout() == 0 && facts.config().layers() > 1 ? "dropout, " : ""));
    }

    static Optional<Advice> wideGap(RunFacts facts) {
        double validation = facts.losses().validation();
        double gap = validation / facts.losses().now() - 1;
        RunFacts.Config config = facts.config();
        String help = "A longer text helps.";
        Map<String, String> changes = Map.of();
        if (config.layers() == 1) {
            help = "Two layers with dropout between them or a longer text helps.";
            changes = Map.of("layers", "2", "dropout", number(SOME_DROPOUT));
        } else if (config.dropout() < MUCH_DROPOUT) {
            String more = number(Math.min(MUCH_DROPOUT, config.dropout() + SOME_DROPOUT));
            help = "Dropout of %s or a longer text helps.".formatted(more);
            changes = Map.of("dropout", more);
        }
        return adviceIf(
                gap >= WIDE_GAP,
                new Advice(
                        Tone.HINT,
                        text(
                                "Validation is %.3f, training %.3f",
                                validation, facts.losses().now()),
                        "The network knows its own text better than the language. " + help,
                        changes));
    }

    static Optional<Advice> nothingLearned(RunFacts facts) {
        NGramLosses ngrams = facts.losses().ngrams();
        double now = facts.losses().now();
        boolean same = ngrams != null && Math.abs(now - ngrams.unigram()) <= SAME * ngrams.unigram();
        return hintIf(
                same,
                text("The loss, %.3f, equals the unigram model", now),
                enoughSteps(facts)
                        ? "Nothing learned yet but how frequent each character is. If it stays so, change the learning rate."
                        : "Nothing learned yet but how frequent each character is. That comes first; give it a moment.");
    }

    static Optional<Advice> worseThanCounting(RunFacts facts) {
        NGramLosses ngrams = facts.losses().ngrams();
        double now = facts.losses().now();
        return rateAdvice(
                Tone.WARNING,
                ngrams != null && enoughSteps(facts) && now > ngrams.unigram() * (1 + SAME),
                text("After %,d steps the loss is still %.3f", facts.progress().steps(), now),
                text("Counting letters alone gives %.3f.", ngrams == null ? Double.NaN : ngrams.unigram()),
                defaultRate(facts));
    }

    static Optional<Advice> plateaued(RunFacts facts) {
        double fall = facts.losses().fall();
        boolean narrow = facts.losses().validation() < facts.losses().now() * (1 + NARROW_GAP);
        return rateAdvice(
                Tone.HINT,
                facts.progress().epochs() >= 1 && Math.abs(fall) < NO_CHANGE,
                text("The training loss moved by %.3f in %d steps", Math.abs(fall), RECENT_STEPS),
                narrow
                        ? "The loss has plateaued, and validation is as good as training: there is room for a larger network."
                        : "The loss has plateaued. You can stop here.",
                rate(facts, 1.0 / 3));
    }

    static Optional<Advice> tooSlow(RunFacts facts) {
        double fall = facts.losses().fall();
        NGramLosses ngrams = facts.losses().ngrams();
        boolean early = ngrams != null && facts.losses().now() > bigram(ngrams);
        return rateAdvice(
                Tone.HINT,
                early && facts.gradients().clipped() == 0 && fall >= 0 && fall < CLEAR_CHANGE,
                text(
                        "The training loss fell by only %.3f in %d steps, and is not yet below the bigrams",
                        fall, RECENT_STEPS),
                "The rate may be too low.",
                rate(facts, 3));
    }

    static Optional<Advice> memorizes(RunFacts facts) {
        RunFacts.Config config = facts.config();
        return hintIf(
                config.parametersPerCharacter() >= OVERSIZED && config.dropout() == 0,
                text("The network has %.0f weights for each character of the text", config.parametersPerCharacter()),
                "It has room to memorize the text. Watch the validation loss, or take fewer hidden units.");
    }

    static Optional<Advice> notValidated(RunFacts facts) {
        return hintIf(
                !facts.config().validated(),
                "No part of the text is kept for validation",
                "Nobody can see whether the network learns the language or memorizes the text. Give validation 5 %.");
    }

    static Optional<Advice> firstEpoch(RunFacts facts) {
        double epochs = facts.progress().epochs();
        return hintIf(
                enoughSteps(facts) && epochs < 1,
                text("%.0f %% of the text has been read once", Math.floor(100 * epochs)),
                "Most of the text is still new. Wait for a whole epoch before judging the settings.");
    }

    /** While a network overfits, its training loss falls too; then there is nothing to praise. */
    static Optional<Advice> falls(RunFacts facts) {
        double fall = facts.losses().fall();
        return praiseIf(
                fall > CLEAR_CHANGE && overfitting(facts).isEmpty(),
                text("The training loss fell by %.2f in %d steps", fall, RECENT_STEPS),
                "It is learning. Let it run.");
    }

    static Optional<Advice> beatsCounting(RunFacts facts) {
        NGramLosses ngrams = facts.losses().ngrams();
        double validation = facts.losses().validation();
        return praiseIf(
                ngrams != null
                        && ngrams.highest() >= 3
                        && validation < ngrams.nats().get(3),
                text("Validation, %.3f, %s", validation, ngrams == null ? "" : ngrams.verdict(validation)),
                text(
                        "The network remembers more than the %d characters before.",
                        ngrams == null ? 0 : Math.max(3, ngrams.strongestBeaten(validation)) - 1));
    }

    private static boolean enoughSteps(RunFacts facts) {
        return facts.progress().steps() >= RECENT_STEPS;
    }

    private static double bigram(NGramLosses ngrams) {
        return ngrams.nats().get(Math.min(2, ngrams.highest()));
    }

    private static Optional<Advice> warnIf(boolean holds, String evidence, String sentence) {
        return adviceIf(holds, new Advice(Tone.WARNING, evidence, sentence, Map.of()));
    }

    private static Optional<Advice> hintIf(boolean holds, String evidence, String sentence) {
        return adviceIf(holds, new Advice(Tone.HINT, evidence, sentence, Map.of()));
    }

    private static Optional<Advice> praiseIf(boolean holds, String evidence, String sentence) {
        return adviceIf(holds, new Advice(Tone.PRAISE, evidence, sentence, Map.of()));
    }

    /** @param rate to be set, or nothing */
    private static Optional<Advice> rateAdvice(
            Tone tone, boolean holds, String evidence, String sentence, Map<String, String> rate) {
        String words = sentence + around(" Try a learning rate of ", rate.get("learning-rate"), ".");
        return adviceIf(holds, new Advice(tone, evidence, words, rate));
    }

    private static Optional<Advice> adviceIf(boolean holds, Advice advice) {
        return holds ? Optional.of(advice) : Optional.empty();
    }

    private static String around(String before, @Nullable String value, String after) {
        return value == null ? "" : before + value + after;
    }

    /** The learning rate times a factor, or the usual one where that would be far off; nothing where it is the present one. */
    private static Map<String, String> rate(RunFacts facts, double factor) {
        double times = facts.config().learningRate() * factor / facts.config().defaultRate();
        return times > FAR_OFF || times < 1 / FAR_OFF
                ? defaultRate(facts)
                : Map.of("learning-rate", number(facts.config().learningRate() * factor));
    }

    /** Nothing where it is the present one. */
    private static Map<String, String> defaultRate(RunFacts facts) {
        double typical = facts.config().defaultRate();
        return typical == facts.config().learningRate() ? Map.of() : Map.of("learning-rate", number(typical));
    }

    /** A setting as one would type it: two digits that count. */
    private static String number(double value) {
        double rounded = Double.parseDouble(text("%.1e", value));
        return text("%.10f", rounded).replaceFirst("\\.?0+$", "");
    }

    private static String text(String format, @Nullable Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
