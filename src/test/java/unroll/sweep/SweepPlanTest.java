package unroll.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.Locales;
import unroll.message.ProblemException;
import unroll.settings.SettingsSchema;

class SweepPlanTest {
    private static final String DRAMA = "{\"bundled\": \"drama.txt\"}";

    @TempDir
    private Path folder;

    private SweepPlan read(String rest) throws IOException {
        return Plans.read(Plans.plan(DRAMA, rest), folder);
    }

    @Test
    void everyCombinationIsATrialAndTheSeedChangesFastest() throws IOException {
        SweepPlan plan =
                read("\"axes\": {\"layers\": [1, 2], \"cell\": [\"gru\", \"lstm\"]}, \"seeds\": [7, 3], \"steps\": 9");

        assertThat(plan.trials()).extracting(Trial::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(plan.trials())
                .extracting(Trial::name)
                .startsWith("layers 1, cell gru, seed 7", "layers 1, cell gru, seed 3", "layers 1, cell lstm, seed 7")
                .endsWith("layers 2, cell lstm, seed 3");
        Trial last = plan.trials().get(7);
        assertThat(SettingsSchema.LAYERS.get(last.settings())).isEqualTo(2);
        assertThat(SettingsSchema.CELL.text(last.settings())).isEqualTo("lstm");
        assertThat(SettingsSchema.HIDDEN.get(last.settings())).isEqualTo(6);
        assertThat(SettingsSchema.SEED.get(last.settings())).isEqualTo(3);
        assertThat(SettingsSchema.THREADS.get(last.settings())).isEqualTo(1);
        assertThat(SettingsSchema.PATIENCE.get(last.settings())).isZero();
        assertThat(plan.budget()).isEqualTo(new SweepPlan.Budget("steps", 9));
    }

    @Test
    void rangesGoByEqualDistancesOrRatios() throws IOException {
        String linear = "{\"from\": 0, \"to\": 0.3, \"points\": 4}";
        String ratios = "{\"from\": 1, \"to\": 100, \"points\": 3, \"scale\": \"log\"}";

        SweepPlan plan = read("\"axes\": {\"dropout\": %s, \"hidden\": %s}, \"epochs\": 0.5".formatted(linear, ratios));

        assertThat(plan.trials())
                .extracting(trial -> SettingsSchema.DROPOUT.get(trial.settings()))
                .containsExactly(0.0, 0.0, 0.0, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.3, 0.3, 0.3);
        assertThat(plan.trials())
                .extracting(trial -> SettingsSchema.HIDDEN.get(trial.settings()))
                .startsWith(1L, 10L, 100L);
    }

    @Test
    void namesAreThoseOfAnyLocale() throws Exception {
        String axis = "\"axes\": {\"learning-rate\": {\"from\": 0.00001, \"to\": 0.0001, \"points\": 2}}, \"steps\": 1";
        String expected = read(axis).trials().get(1).name();

        for (Locale locale : Locales.withDigitsOfTheirOwn().toList()) {
            Locales.with(
                    locale, () -> assertThat(read(axis).trials().get(1).name()).isEqualTo(expected));
        }
        assertThat(expected).isEqualTo("learning-rate 0.0001");
    }

    /** Tables of earlier versions are gone on with, though schedules are written otherwise now. */
    @Test
    void theFingerprintIsThatOfEarlierVersions() throws IOException {
        String json = """
                {"sweep": 1, "text": {"inline": "abcabc", "name": "x"}, "settings": {"hidden": 6}, "steps": 5,
                 "axes": {"schedule": ["cosine:100:2000", "step:0.0001:10", "plateau:0.5:3"]}}
                """;
        assertThat(Plans.read(json, folder).fingerprint()).isEqualTo("afd449cb1013c0f0");
    }

    @Test
    void theFingerprintIsThatOfTheTrials() throws IOException {
        String range = "{\"from\": 8, \"to\": 16, \"points\": 2}";
        String fingerprint =
                read("\"axes\": {\"hidden\": [8, 16]}, \"steps\": 5").fingerprint();

        assertThat(read("\"steps\": 5, \"axes\": {\"hidden\": %s}".formatted(range))
                        .fingerprint())
                .isEqualTo(fingerprint)
                .hasSize(16);
        assertThat(read("\"axes\": {\"hidden\": [8, 17]}, \"steps\": 5").fingerprint())
                .isNotEqualTo(fingerprint);
        assertThat(read("\"axes\": {\"hidden\": [16, 8]}, \"steps\": 5").fingerprint())
                .isNotEqualTo(fingerprint);
        assertThat(read("\"axes\": {\"hidden\": [8, 16]}, \"steps\": 6").fingerprint())
                .isNotEqualTo(fingerprint);
    }

    @Test
    void aFileBesideThePlanIsItsText() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "a text of my own");

        SweepPlan plan = Plans.read("{\"sweep\": 1, \"text\": {\"file\": \"mine.txt\"}, \"steps\": 1}", folder);

        assertThat(plan.open().text()).isNotNull();
        assertThat(plan.trials()).hasSize(1);
        assertThat(plan.trials().get(0).name()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {}                                    | plan.json: this is no plan of a sweep, for it has no "sweep": 1; docs/sweeps.md has examples.
            {"sweep": 2}                          | plan.json, sweep: got 2, but expected 1, the version this program reads; a newer program may read it.
            {"sweep": 1, "steps": 1               | plan.json is no JSON at line 1,
            {"sweep": 1, "axis": {}}              | plan.json: got "axis", but only these are known here: "sweep", "text", "pairs",
            {"sweep": 1, "steps": 1}              | plan.json: the task "next-character" needs "text" at the top of the plan.
            {"sweep": 1, "task": "nonsense"}      | plan.json, task:
            {"sweep": 1, "task": "transliterate", "text": {"inline": "x"}} | plan.json, task:
            """)
    void whatIsNoPlanIsRefusedWithASentence(String json, String sentence) {
        assertThatThrownBy(() -> Plans.read(json, folder))
                .isInstanceOf(ProblemException.class)
                .message()
                .startsWith(sentence)
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "axes": {"hiden": [1]}, "steps": 1                 | plan.json, axes > hiden: there is no setting of this name; choose one of "cell",
            "axes": {"seed": [1]}, "steps": 1                  | plan.json, axes > seed: this is no axis; "seeds" and the budget stand at the top of a plan.
            "axes": {"hidden": []}, "steps": 1                 | plan.json, axes > hidden: got [], but expected a list in [ ] of 1 to 1000.
            "axes": {"hidden": [8, 8]}, "steps": 1             | plan.json, axes > hidden: a value stands twice; take one away.
            "axes": {"hidden": [8, 0]}, "steps": 1             | plan.json, axes > hidden: The hidden size is 0; choose a whole number from 1 to 4096.
            "axes": {"hidden": ["8"]}, "steps": 1              | plan.json, axes > hidden: got "8", but expected a number.
            "axes": {"hidden": {"from": 9, "to": 2, "points": 3}}, "steps": 1 | plan.json, axes > hidden: the range is empty; "from" must be below "to".
            "axes": {"hidden": {"from": 2, "to": 9, "points": 1}}, "steps": 1 | plan.json, axes > hidden > points: got 1, but expected from 2 to 1000.
            "axes": {"hidden": {"from": 0, "to": 9, "points": 3, "scale": "log"}}, "steps": 1 | plan.json, axes > hidden > from: got 0, but expected a number above 0, for the scale is "log".
            "axes": {"hidden": {"from": 1, "to": 9, "points": 3, "scale": "ln"}}, "steps": 1 | plan.json, axes > hidden > scale: got "ln", but expected "linear" or "log".
            "axes": {"cell": {"from": 1, "to": 2, "points": 2}}, "steps": 1 | plan.json, axes > cell: got 1.0, but expected a text in quotes.
            "axes": {"bidirectional": [true]}, "steps": 1      | plan.json, axes > bidirectional: A bidirectional network would read the character it is to predict;
            "axes": {"clip-norm": [1], "clip-value": [1]}, "steps": 1 | plan.json, trial 1: only one of
            "seeds": 0, "steps": 1                             | plan.json, seeds: got 0, but expected a list of seeds, or how many from 1 to 10000.
            "seeds": [1, 1], "steps": 1                        | plan.json, seeds > 2: this seed stands twice; take one away.
            "seeds": 5001, "axes": {"layers": [1, 2]}, "steps": 1 | plan.json: the axes and seeds make 10,002 trials, but a sweep may have 10,000; shorten an axis.
            "seeds": 1                                         | plan.json: just one of "steps", "epochs", "minutes" must say how long a trial trains.
            "steps": 1, "epochs": 1                            | plan.json: just one of "steps", "epochs", "minutes" must say how long a trial trains.
            "steps": 0                                         | plan.json, steps: got 0, but expected a whole number from 1 up.
            "minutes": -1                                      | plan.json, minutes: got -1, but expected a number above 0.
            """)
    void whatIsWrongInAPlanIsSaidWithItsPlace(String rest, String sentence) {
        assertThatThrownBy(() -> read(rest))
                .isInstanceOf(ProblemException.class)
                .message()
                .startsWith(sentence)
                .doesNotContain("\n");
    }
}
