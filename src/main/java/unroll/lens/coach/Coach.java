package unroll.lens.coach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final RunFacts.Progress progress;
    private final RunFacts.Losses losses;
    private final RunFacts.Gradients gradients;
    private final RunFacts.Config config;
    private final @Nullable NGramLosses ngrams;
    private final List<Advice> advice = new ArrayList<>();

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

    Coach(RunFacts facts) {
        progress = facts.progress();
        losses = facts.losses();
        gradients = facts.gradients();
        config = facts.config();
        ngrams = losses.ngrams();
    }

    /** What there is to say, the most urgent first; perhaps nothing. */
    public static List<Advice> advise(RunFacts facts) {
        Coach coach = new Coach(facts);
        coach.converged();
        if (coach.advice.isEmpty()) {
            coach.applyRules();
        }
        return coach.advice();
    }

    List<Advice> advice() {
        return List.copyOf(advice);
    }

    private void applyRules() {
        diverged();
        clippedOften();
        outlierWithoutClipping();
        lossRises();
        gradientVanished();
        overfitting();
        wideGap();
        nothingLearned();
        worseThanCounting();
        plateaued();
        tooSlow();
        memorizes();
        notValidated();
        firstEpoch();
        falls();
        beatsCounting();
    }

    void converged() {
        double validation = losses.validation();
        double loss = Double.isNaN(validation) ? losses.now() : validation;
        add(
                Tone.PRAISE,
                !progress.diverged() && loss < CONVERGED,
                text("%s is %.3f", Double.isNaN(validation) ? "The training loss" : "Validation", loss),
                "The network predicts nearly every character. There is nothing left to gain; you can stop here.");
    }

    void diverged() {
        Map<String, String> changes = new HashMap<>(rate(0.1));
        String clip = "";
        if (!gradients.limited()) {
            changes.put("clipping", "norm:5");
            clip = ", and clip gradients at 5";
        }
        add(
                Tone.WARNING,
                progress.diverged(),
                text("The loss was no longer a number after step %,d", progress.steps()),
                "Training diverged. Lower the learning rate%s%s."
                        .formatted(around(" to ", changes.get("learning-rate"), ""), clip),
                changes);
    }

    void clippedOften() {
        double share = (double) gradients.clipped() / gradients.seen();
        addRate(
                Tone.WARNING,
                gradients.seen() >= ENOUGH_STEPS && share >= CLIPPED_OFTEN,
                text("Clipping acted on %.0f %% of the last %d steps", 100 * share, gradients.seen()),
                "The rate is too high, or the limit too low.",
                rate(1.0 / 3));
    }

    void outlierWithoutClipping() {
        double times = gradients.highest() / gradients.median();
        String limit = number(5 * gradients.median());
        add(
                Tone.WARNING,
                !gradients.limited() && gradients.median() > 0 && times >= OUTLIER,
                text("A gradient was %.0f times as long as usual, and nothing clips it", times),
                "One such step can undo hundreds. Clip the norm at %s.".formatted(limit),
                Map.of("clipping", "norm:" + limit));
    }

    void lossRises() {
        double rise = -losses.fall();
        addRate(
                Tone.WARNING,
                rise > CLEAR_CHANGE,
                text("The training loss rose by %.2f in %d steps", rise, RECENT_STEPS),
                "Steps overshoot.",
                rate(1.0 / 3));
    }

    void gradientVanished() {
        String sentence = "Almost nothing arrives at the weights. ";
        if (!config.gated()) {
            sentence += "Take a GRU or an LSTM.";
        } else {
            sentence += config.layers() > 1 ? "Take fewer layers, or a shorter window." : "Take a shorter window.";
        }
        add(
                Tone.WARNING,
                gradients.seen() >= ENOUGH_STEPS && gradients.median() < VANISHED,
                "Half of the last gradients were shorter than " + Formats.number(gradients.median()),
                sentence,
                config.gated() ? Map.of() : Map.of("cell", "gru"));
    }

    /** How many times in a row validation has risen. */
    private int rises() {
        List<Double> measured = losses.validations();
        int rises = 0;
        while (rises + 1 < measured.size()
                && measured.get(measured.size() - 1 - rises) > measured.get(measured.size() - 2 - rises)) {
            rises++;
        }
        return rises;
    }

    void overfitting() {
        add(
                Tone.WARNING,
                rises() >= RISES,
                text("Validation has risen %d times in a row, to %.3f", rises(), losses.validation()),
                "Overfitting. Stop here and restore the best weights, or try %sa smaller network or a longer text."
                        .formatted(config.dropout() == 0 && config.layers() > 1 ? "dropout, " : ""));
    }

    void wideGap() {
        double validation = losses.validation();
        double gap = validation / losses.now() - 1;
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
        add(
                Tone.HINT,
                gap >= WIDE_GAP,
                text("Validation is %.3f, training %.3f", validation, losses.now()),
                "The network knows its own text better than the language. " + help,
                changes);
    }

    void nothingLearned() {
        double now = losses.now();
        boolean same = ngrams != null && Math.abs(now - ngrams.unigram()) <= SAME * ngrams.unigram();
        add(
                Tone.HINT,
                same,
                text("The loss, %.3f, equals the unigram model", now),
                enoughSteps()
                        ? "Nothing learned yet but how frequent each character is. If it stays so, change the learning rate."
                        : "Nothing learned yet but how frequent each character is. That comes first; give it a moment.");
    }

    void worseThanCounting() {
        double now = losses.now();
        addRate(
                Tone.WARNING,
                ngrams != null && enoughSteps() && now > ngrams.unigram() * (1 + SAME),
                text("After %,d steps the loss is still %.3f", progress.steps(), now),
                text("Counting letters alone gives %.3f.", ngrams == null ? Double.NaN : ngrams.unigram()),
                defaultRate());
    }

    void plateaued() {
        double fall = losses.fall();
        boolean narrow = losses.validation() < losses.now() * (1 + NARROW_GAP);
        addRate(
                Tone.HINT,
                progress.epochs() >= 1 && Math.abs(fall) < NO_CHANGE,
                text("The training loss moved by %.3f in %d steps", Math.abs(fall), RECENT_STEPS),
                narrow
                        ? "The loss has plateaued, and validation is as good as training: there is room for a larger network."
                        : "The loss has plateaued. You can stop here.",
                rate(1.0 / 3));
    }

    void tooSlow() {
        double fall = losses.fall();
        boolean early = ngrams != null && losses.now() > ngrams.nats().get(Math.min(2, ngrams.highest()));
        addRate(
                Tone.HINT,
                early && gradients.clipped() == 0 && fall >= 0 && fall < CLEAR_CHANGE,
                text(
                        "The training loss fell by only %.3f in %d steps, and is not yet below the bigrams",
                        fall, RECENT_STEPS),
                "The rate may be too low.",
                rate(3));
    }

    void memorizes() {
        add(
                Tone.HINT,
                config.parametersPerCharacter() >= OVERSIZED && config.dropout() == 0,
                text("The network has %.0f weights for each character of the text", config.parametersPerCharacter()),
                "It has room to memorize the text. Watch the validation loss, or take fewer hidden units.");
    }

    void notValidated() {
        add(
                Tone.HINT,
                !config.validated(),
                "No part of the text is kept for validation",
                "Nobody can see whether the network learns the language or memorizes the text. Give validation 5 %.");
    }

    void firstEpoch() {
        double epochs = progress.epochs();
        add(
                Tone.HINT,
                enoughSteps() && epochs < 1,
                text("%.0f %% of the text has been read once", Math.floor(100 * epochs)),
                "Most of the text is still new. Wait for a whole epoch before judging the settings.");
    }

    /** While a network overfits, its training loss falls too; then there is nothing to praise. */
    void falls() {
        double fall = losses.fall();
        add(
                Tone.PRAISE,
                fall > CLEAR_CHANGE && rises() < RISES,
                text("The training loss fell by %.2f in %d steps", fall, RECENT_STEPS),
                "It is learning. Let it run.");
    }

    void beatsCounting() {
        double validation = losses.validation();
        add(
                Tone.PRAISE,
                ngrams != null
                        && ngrams.highest() >= 3
                        && validation < ngrams.nats().get(3),
                text("Validation, %.3f, %s", validation, ngrams == null ? "" : ngrams.verdict(validation)),
                text(
                        "The network remembers more than the %d characters before.",
                        ngrams == null ? 0 : Math.max(3, ngrams.strongestBeaten(validation)) - 1));
    }

    private boolean enoughSteps() {
        return progress.steps() >= RECENT_STEPS;
    }

    private void add(Tone tone, boolean holds, String evidence, String sentence) {
        add(tone, holds, evidence, sentence, Map.of());
    }

    /** @param rate to be set, or nothing */
    private void addRate(Tone tone, boolean holds, String evidence, String sentence, Map<String, String> rate) {
        add(tone, holds, evidence, sentence + around(" Try a learning rate of ", rate.get("learning-rate"), "."), rate);
    }

    private void add(Tone tone, boolean holds, String evidence, String sentence, Map<String, String> changes) {
        if (holds) {
            advice.add(new Advice(tone, evidence, sentence, changes));
        }
    }

    private static String around(String before, @Nullable String value, String after) {
        return value == null ? "" : before + value + after;
    }

    /** The learning rate times a factor, or the usual one where that would be far off; nothing where it is the present one. */
    private Map<String, String> rate(double factor) {
        double times = config.learningRate() * factor / config.defaultRate();
        return times > FAR_OFF || times < 1 / FAR_OFF
                ? defaultRate()
                : Map.of("learning-rate", number(config.learningRate() * factor));
    }

    /** Nothing where it is the present one. */
    private Map<String, String> defaultRate() {
        double typical = config.defaultRate();
        return typical == config.learningRate() ? Map.of() : Map.of("learning-rate", number(typical));
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
