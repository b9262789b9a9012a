package unroll.lens.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.lens.coach.Coach.Advice;
import unroll.lens.coach.Coach.Advice.Tone;
import unroll.lens.ngram.NGramLosses;

class CoachTest {
    private static final NGramLosses NGRAMS =
            new NGramLosses(List.of(4.17, 3.35, 2.49, 2.05, 1.77, 1.67, 1.70), 1000, 100);

    /** A run of which nothing is to be said, to be changed at will. */
    private static final class Run {
        long steps = 2000;
        double epochs = 2;
        boolean diverged;
        double now = 2.2;
        double fall = 0.02;
        List<Double> validations = List.of(2.4, 2.3);

        @Nullable
        NGramLosses ngrams = NGRAMS;

        int seen = 500;
        int clipped = 10;
        double median = 1;
        double highest = 7;
        boolean limited = true;
        double rate = 0.002;
        double defaultRate = 0.005;
        boolean gated;
        int layers = 1;
        double dropout;
        long parameters = 100_000;
        long characters = 1_000_000;
        boolean validated = true;

        RunFacts facts() {
            return new RunFacts(
                    new RunFacts.Progress(steps, epochs, diverged),
                    new RunFacts.Losses(now, now + fall, validations, ngrams),
                    new RunFacts.Gradients(seen, clipped, median, highest, limited),
                    new RunFacts.Config(rate, defaultRate, gated, layers, dropout, parameters, characters, validated));
        }
    }

    private static RunFacts run(Consumer<Run> change) {
        Run run = new Run();
        change.accept(run);
        return run.facts();
    }

    @Test
    void aCalmRunIsLeftInPeace() {
        assertThat(Coach.advise(run(run -> {}))).isEmpty();
    }

    private static Arguments rule(
            String name,
            Function<RunFacts, Optional<Advice>> rule,
            Tone tone,
            Consumer<Run> speaks,
            Consumer<Run> silent,
            String said) {
        return Arguments.of(name, rule, tone, run(speaks), run(silent), said);
    }

    /** Each rule on both sides of its threshold, with the beginning of what it says. */
    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "diverged",
                        Coach::diverged,
                        Tone.WARNING,
                        run -> run.diverged = true,
                        run -> run.diverged = false,
                        "The loss was no longer a number after step 2,000: Training diverged. Lower the learning rate to 0.0002."),
                rule(
                        "diverged without clipping",
                        Coach::diverged,
                        Tone.WARNING,
                        run -> {
                            run.diverged = true;
                            run.limited = false;
                        },
                        run -> run.limited = false,
                        "The loss was no longer a number after step 2,000: Training diverged. Lower the learning rate to 0.0002, and clip gradients at 5."),
                rule(
                        "clipped often",
                        Coach::clippedOften,
                        Tone.WARNING,
                        run -> run.clipped = 250,
                        run -> run.clipped = 249,
                        "Clipping acted on 50 % of the last 500 steps: The rate is too high, or the limit too low. Try a learning rate of 0.00067."),
                rule(
                        "clipped often, too few steps",
                        Coach::clippedOften,
                        Tone.WARNING,
                        run -> {
                            run.clipped = 92;
                            run.seen = 100;
                        },
                        run -> {
                            run.clipped = 99;
                            run.seen = 99;
                        },
                        "Clipping acted on 92 % of the last 100 steps: "),
                rule(
                        "outlier",
                        Coach::outlierWithoutClipping,
                        Tone.WARNING,
                        run -> {
                            run.limited = false;
                            run.highest = 20;
                        },
                        run -> {
                            run.limited = false;
                            run.highest = 19.9;
                        },
                        "A gradient was 20 times as long as usual, and nothing clips it: One such step can undo hundreds. Clip the norm at 5."),
                rule(
                        "outlier, clipped",
                        Coach::outlierWithoutClipping,
                        Tone.WARNING,
                        run -> {
                            run.limited = false;
                            run.highest = 200;
                        },
                        run -> run.highest = 200,
                        "A gradient was 200 times"),
                rule(
                        "loss rises",
                        Coach::lossRises,
                        Tone.WARNING,
                        run -> run.fall = -0.0301,
                        run -> run.fall = -0.0299,
                        "The training loss rose by 0.03 in 500 steps: Steps overshoot. Try a learning rate of 0.00067."),
                rule(
                        "gradient vanished",
                        Coach::gradientVanished,
                        Tone.WARNING,
                        run -> run.median = 9e-6,
                        run -> run.median = 1e-5,
                        "Half of the last gradients were shorter than 9×10⁻⁶: "),
                rule(
                        "overfitting",
                        Coach::overfitting,
                        Tone.WARNING,
                        run -> run.validations = List.of(2.5, 1.9, 2.0, 2.1, 2.2),
                        run -> run.validations = List.of(2.5, 2.0, 1.9, 2.1, 2.2),
                        "Validation has risen 3 times in a row, to 2.200: Overfitting."),
                rule(
                        "overfitting, where standing still is no rise",
                        Coach::overfitting,
                        Tone.WARNING,
                        run -> run.validations = List.of(1.9, 2.0, 2.1, 2.2, 2.3),
                        run -> run.validations = List.of(1.9, 2.0, 2.0, 2.1, 2.2),
                        "Validation has risen 4 times in a row, to 2.300: Overfitting."),
                rule(
                        "wide gap",
                        Coach::wideGap,
                        Tone.HINT,
                        run -> run.validations = List.of(2.54),
                        run -> run.validations = List.of(2.52),
                        "Validation is 2.540, training 2.200: The network knows its own text better than the language. Two layers with dropout between"),
                rule(
                        "wide gap in spite of dropout",
                        Coach::wideGap,
                        Tone.HINT,
                        run -> {
                            run.validations = List.of(2.54);
                            run.layers = 2;
                            run.dropout = 0.2;
                        },
                        run -> run.validations = List.of(),
                        "Validation is 2.540, training 2.200: The network knows its own text better than the language. Dropout of 0.4 or a longer text helps."),
                rule(
                        "nothing learned, from above",
                        Coach::nothingLearned,
                        Tone.HINT,
                        run -> run.now = 3.38,
                        run -> run.now = 3.39,
                        "The loss, 3.380, equals the unigram model: Nothing learned yet but how frequent each character is. If it stays so"),
                rule(
                        "nothing learned, from below",
                        Coach::nothingLearned,
                        Tone.HINT,
                        run -> {
                            run.now = 3.32;
                            run.steps = 499;
                        },
                        run -> run.now = 3.31,
                        "The loss, 3.320, equals the unigram model: Nothing learned yet but how frequent each character is. That comes first"),
                rule(
                        "worse than counting",
                        Coach::worseThanCounting,
                        Tone.WARNING,
                        run -> run.now = 3.39,
                        run -> run.now = 3.38,
                        "After 2,000 steps the loss is still 3.390: Counting letters alone gives 3.350. Try a learning rate of 0.005."),
                rule(
                        "worse than counting, at the start",
                        Coach::worseThanCounting,
                        Tone.WARNING,
                        run -> {
                            run.now = 4;
                            run.steps = 500;
                        },
                        run -> {
                            run.now = 4;
                            run.steps = 499;
                        },
                        "After 500 steps"),
                rule(
                        "plateau",
                        Coach::plateaued,
                        Tone.HINT,
                        run -> run.fall = 0.0049,
                        run -> run.fall = 0.0051,
                        "The training loss moved by 0.005 in 500 steps: The loss has plateaued. You can stop here. Try a learning rate of 0.00067."),
                rule(
                        "plateau, going up",
                        Coach::plateaued,
                        Tone.HINT,
                        run -> run.fall = -0.0049,
                        run -> run.fall = -0.0051,
                        "The training loss moved by 0.005"),
                rule(
                        "plateau with a narrow gap, after an epoch",
                        Coach::plateaued,
                        Tone.HINT,
                        run -> {
                            run.fall = 0;
                            run.validations = List.of(2.26);
                            run.epochs = 1;
                        },
                        run -> {
                            run.fall = 0;
                            run.epochs = 0.99;
                        },
                        "The training loss moved by 0.000 in 500 steps: The loss has plateaued, and validation is as good as training"),
                rule(
                        "too slow",
                        Coach::tooSlow,
                        Tone.HINT,
                        run -> {
                            run.now = 2.5;
                            run.clipped = 0;
                            run.fall = 0.029;
                        },
                        run -> {
                            run.now = 2.5;
                            run.clipped = 0;
                            run.fall = 0.031;
                        },
                        "The training loss fell by only 0.029 in 500 steps, and is not yet below the bigrams: The rate may be too low. Try a learning rate of 0.006."),
                rule(
                        "too slow, but below the bigrams",
                        Coach::tooSlow,
                        Tone.HINT,
                        run -> {
                            run.now = 2.5;
                            run.clipped = 0;
                        },
                        run -> {
                            run.now = 2.48;
                            run.clipped = 0;
                        },
                        "The training loss fell by only 0.020"),
                rule(
                        "too slow, but clipped",
                        Coach::tooSlow,
                        Tone.HINT,
                        run -> {
                            run.now = 2.5;
                            run.clipped = 0;
                        },
                        run -> {
                            run.now = 2.5;
                            run.clipped = 1;
                        },
                        "The training loss fell by only 0.020"),
                rule(
                        "memorizes",
                        Coach::memorizes,
                        Tone.HINT,
                        run -> run.parameters = 3_000_000,
                        run -> run.parameters = 2_999_999,
                        "The network has 3 weights for each character of the text: It has room"),
                rule(
                        "memorizes, without dropout only",
                        Coach::memorizes,
                        Tone.HINT,
                        run -> run.parameters = 12_000_000,
                        run -> {
                            run.parameters = 12_000_000;
                            run.dropout = 0.1;
                        },
                        "The network has 12 weights"),
                rule(
                        "not validated",
                        Coach::notValidated,
                        Tone.HINT,
                        run -> run.validated = false,
                        run -> run.validated = true,
                        "No part of the text is kept for validation: "),
                rule(
                        "first epoch",
                        Coach::firstEpoch,
                        Tone.HINT,
                        run -> run.epochs = 0.999,
                        run -> run.epochs = 1,
                        "99 % of the text has been read once: "),
                rule(
                        "first epoch, after some steps",
                        Coach::firstEpoch,
                        Tone.HINT,
                        run -> {
                            run.epochs = 0.3;
                            run.steps = 500;
                        },
                        run -> {
                            run.epochs = 0.3;
                            run.steps = 499;
                        },
                        "30 % of the text"),
                rule(
                        "falls",
                        Coach::falls,
                        Tone.PRAISE,
                        run -> run.fall = 0.031,
                        run -> run.fall = 0.029,
                        "The training loss fell by 0.03 in 500 steps: It is learning. Let it run."),
                rule(
                        "beats counting",
                        Coach::beatsCounting,
                        Tone.PRAISE,
                        run -> run.validations = List.of(2.04),
                        run -> run.validations = List.of(2.05),
                        "Validation, 2.040, beats trigrams: The network remembers more than the 2 characters before."),
                rule(
                        "beats the counting of a short text, where bigrams are better than trigrams",
                        Coach::beatsCounting,
                        Tone.PRAISE,
                        run -> {
                            run.ngrams = new NGramLosses(List.of(4.17, 3.35, 2.49, 2.6), 100, 10);
                            run.validations = List.of(2.48);
                        },
                        run -> run.validations = List.of(2.61),
                        "Validation, 2.480, beats all n-grams up to 3: The network remembers more than the 2 characters before."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aRuleSpeaksOnItsSideOfTheThresholdOnly(
            String name,
            Function<RunFacts, Optional<Advice>> rule,
            Tone tone,
            RunFacts speaks,
            RunFacts silent,
            String said) {
        Optional<Advice> advice = rule.apply(speaks);

        assertThat(advice).as("%s, where it is to speak", name).isPresent();
        assertThat(advice.orElseThrow().toString()).startsWith(said);
        assertThat(advice.orElseThrow().tone()).isEqualTo(tone);
        assertThat(Coach.advise(speaks)).as("all advice").contains(advice.orElseThrow());
        assertThat(rule.apply(silent)).as("%s, where it is not to", name).isEmpty();
    }

    @Test
    void aConvergedRunIsLeftAlone() {
        Consumer<Run> tiny = run -> {
            run.now = 0.0001;
            run.fall = 0;
            run.median = 1e-7;
        };
        for (List<Double> validations : List.of(List.<Double>of(), List.of(0.049))) {
            RunFacts facts = run(tiny.andThen(run -> run.validations = validations));
            assertThat(Coach.advise(facts))
                    .singleElement()
                    .satisfies(advice -> assertThat(advice.tone()).isEqualTo(Tone.PRAISE))
                    .satisfies(advice -> assertThat(advice.toString()).endsWith("you can stop here."));
        }
        RunFacts memorized = run(tiny.andThen(run -> run.validations = List.of(2.5)));
        assertThat(Coach.advise(memorized)).contains(Coach.wideGap(memorized).orElseThrow());
    }

    @Test
    void aRunThatOverfitsIsNotToldToGoOn() {
        RunFacts overfitting = run(run -> {
            run.fall = 0.1;
            run.validations = List.of(1.9, 2.0, 2.1, 2.2);
        });
        assertThat(Coach.falls(overfitting)).isEmpty();
        assertThat(Coach.advise(overfitting))
                .contains(Coach.overfitting(overfitting).orElseThrow());
    }

    @Test
    void nothingIsProposedThatIsSetAlreadyOrDoesNotApply() {
        Consumer<Run> vanished = run -> run.median = 9e-6;
        assertThat(Coach.gradientVanished(run(vanished)).orElseThrow().changes())
                .containsEntry("cell", "gru");
        Advice gated = Coach.gradientVanished(run(vanished.andThen(run -> run.gated = true)))
                .orElseThrow();
        assertThat(gated.changes()).isEmpty();
        assertThat(gated.sentence()).doesNotContain("GRU", "LSTM").endsWith("Take a shorter window.");

        Consumer<Run> gap = run -> run.validations = List.of(2.54);
        assertThat(Coach.wideGap(run(gap)).orElseThrow().changes())
                .containsEntry("layers", "2")
                .containsEntry("dropout", "0.2");
        assertThat(Coach.wideGap(run(gap.andThen(run -> {
                            run.layers = 2;
                            run.dropout = 0.5;
                        })))
                        .orElseThrow()
                        .changes())
                .isEmpty();

        Consumer<Run> rises = run -> run.fall = -1;
        assertThat(Coach.lossRises(run(rises.andThen(run -> run.rate = 1e9)))
                        .orElseThrow()
                        .changes())
                .containsExactly(Map.entry("learning-rate", "0.005"));
        Advice usual = Coach.worseThanCounting(run(run -> {
                    run.now = 4;
                    run.rate = 0.005;
                }))
                .orElseThrow();
        assertThat(usual.changes()).isEmpty();
        assertThat(usual.sentence()).endsWith("gives 3.350.");
    }

    @Test
    void whatIsNotKnownIsNotJudged() {
        RunFacts blank = new RunFacts(
                new RunFacts.Progress(0, 0, false),
                new RunFacts.Losses(Double.NaN, Double.NaN, List.of(), null),
                new RunFacts.Gradients(0, 0, Double.NaN, Double.NaN, false),
                new RunFacts.Config(0.002, 0.005, true, 1, 0, 1000, 1000, true));

        assertThat(Coach.advise(blank)).isEmpty();
    }

    @Test
    void whatIsMostUrgentComesFirst() {
        RunFacts facts = run(run -> {
            run.diverged = true;
            run.clipped = 460;
            run.fall = 0.1;
            run.validated = false;
        });

        assertThat(Coach.advise(facts))
                .extracting(Advice::tone)
                .containsExactly(Tone.WARNING, Tone.WARNING, Tone.HINT, Tone.PRAISE);
    }
}
