package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.Locales;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.SafetensorsFile;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.session.report.RunTable;
import unroll.train.RateSchedule;

/** What the program writes and reads is the same wherever it runs. */
class LocaleTest {
    private static final Pattern FOREIGN_DIGIT = Pattern.compile("(?![0-9])\\p{Nd}");

    @TempDir
    Path folder;

    static Stream<Locale> locales() {
        return Locales.withDigitsOfTheirOwn();
    }

    @ParameterizedTest
    @MethodSource("locales")
    void filesAndMessagesHaveTheDigitsOfPrograms(Locale locale) throws Exception {
        assertThat(String.format(locale, "%d", 12))
                .as("the test is worth something")
                .isNotEqualTo("12");
        Path corpus = Cli.text(folder);
        Path model = folder.resolve("model.safetensors");
        Path page = folder.resolve("report.html");
        List<Cli.Outcome> outcomes = new ArrayList<>();

        Locales.with(locale, () -> {
            outcomes.add(Cli.trainTiny(corpus, "--schedule", "cosine:5:200:0.25", "--steps", 20, "--out", model));
            outcomes.add(Cli.run("train", "--resume", model, "--steps", 40, "--out", model, "--metrics", metrics()));
            outcomes.add(Cli.run("info", "--checkpoint", model));
            outcomes.add(Cli.run("report", "--checkpoint", model, "--out", page, "--name", "Ada"));
        });

        outcomes.forEach(Cli.Outcome::done);
        assertThat(outcomes).allSatisfy(outcome -> assertWesternDigits(outcome.out() + outcome.err()));
        try (SafetensorsFile saved = SafetensorsFile.open(model)) {
            assertThat(saved.metadata().values()).allSatisfy(LocaleTest::assertWesternDigits);
        }
        assertThat(Checkpoint.load(model).training().config().schedule())
                .isEqualTo(new RateSchedule.Cosine(5, 200, 0.25));
        assertThat(Cli.lines(metrics()).get(0).path("step").asLong()).isEqualTo(21);
        assertThat(Files.readString(page)).containsPattern("class=\"line blue\" d=\"M[0-9. ]+L[0-9. ]+L");
        RunRow row = RunTable.read(folder.resolve("report.csv")).get(0);
        assertThat(row.number(ReportColumn.STEPS)).isEqualTo(40);
        assertThat(row.number(ReportColumn.VALIDATION_LOSS)).isBetween(0.5, 5.0);
        for (Path file : List.of(metrics(), page, folder.resolve("report.csv"))) {
            assertWesternDigits(Files.readString(file));
        }
    }

    private Path metrics() {
        return folder.resolve("metrics.jsonl");
    }

    private static void assertWesternDigits(String text) {
        assertThat(text).doesNotContainPattern(FOREIGN_DIGIT);
    }
}
