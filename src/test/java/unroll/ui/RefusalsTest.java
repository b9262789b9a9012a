package unroll.ui;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.corpus.Corpus;
import unroll.message.ProblemException;
import unroll.session.Presets;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;

/** What cannot be used is refused in a sentence, and what was there stays. */
@ExtendWith(ApplicationExtension.class)
class RefusalsTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void keepsTheTextWhereAFileCannotBeRead(FxRobot robot) throws Exception {
        window.await("the default text", () -> window.status().opened().text() != null);
        Corpus before = window.status().opened().text();
        Path empty = Files.createFile(window.folder().resolve("empty.txt"));
        Path binary = Files.write(window.folder().resolve("binary.txt"), new byte[5000]);
        for (Path file : new Path[] {empty, binary, window.folder().resolve("missing.txt")}) {
            robot.interact(() -> window.documents().open(file));
            window.awaitSentence(file.getFileName().toString());
            assertThat(window.words(robot, "#banner-sentence")).endsWith(".");
            assertThat(window.status().opened().text()).isSameAs(before);
        }
        window.press(robot, "#banner-close-button");
        assertThat(TestWindow.onFx(() -> robot.lookup("#banner").query().isVisible()))
                .isFalse();
    }

    @Test
    void opensNoneOfSeveralFilesDroppedTogetherAndSaysSo(FxRobot robot) throws Exception {
        window.await("the default text", () -> window.status().opened().text() != null);
        Corpus before = window.status().opened().text();
        List<Path> files = new ArrayList<>();
        for (String name : new String[] {"one.txt", "two.txt"}) {
            files.add(Files.writeString(window.folder().resolve(name), "Tea at four.\n".repeat(2000)));
        }
        robot.interact(() -> window.documents().open(files));
        assertThat(window.words(robot, "#banner-sentence"))
                .isEqualTo("The window opens one file at a time, and these are 2; drop one of them.");
        assertThat(window.status().opened().text()).isSameAs(before);

        robot.interact(() -> window.documents().open(files.subList(1, 2)));
        window.awaitStatus(
                "the second", status -> "two.txt".equals(status.opened().text().name()));
    }

    @Test
    void offersHowToOpenATextWithAFewBadBytes(FxRobot robot) throws Exception {
        window.await("the default text", () -> window.status().opened().text() != null);
        Corpus before = window.status().opened().text();
        byte[] bytes = ("Tea at four.\n".repeat(20) + "It\u0092s late.\n").getBytes(ISO_8859_1);
        Path mixed = Files.write(window.folder().resolve("mixed.txt"), bytes);
        Files.write(mixed, "Café\n".getBytes(UTF_8), StandardOpenOption.APPEND);
        robot.interact(() -> window.documents().open(mixed));
        window.await(
                "the offers",
                () -> robot.lookup("#replace-malformed-button").tryQuery().isPresent());
        assertThat(window.words(robot, "#banner-sentence"))
                .endsWith("1 byte does not fit, at offset 262 (line 21). Choose how to open it.");
        assertThat(window.status().opened().text()).isSameAs(before);

        window.press(robot, "#other-encoding-button");
        window.awaitStatus("windows-1252", status -> status.opened().text() != before);
        assertThat(window.status().opened().text().charset().name()).isEqualTo("windows-1252");

        robot.interact(() -> window.documents().open(mixed));
        window.await(
                "the offers",
                () -> robot.lookup("#replace-malformed-button").tryQuery().isPresent());
        window.press(robot, "#replace-malformed-button");
        window.awaitStatus(
                "replaced", status -> status.opened().text().vocabulary().indexOf(0xFFFD) >= 0);
        window.await("the news", () -> window.words(robot, "#status-line").contains("became U+FFFD"));
    }

    @Test
    void opensAShortTextWithABatchAndWindowThatFit(FxRobot robot) throws Exception {
        window.await("the default text", () -> window.status().opened().text() != null);
        Path text = Files.writeString(window.folder().resolve("short.txt"), "Tea at four, not at five.\n".repeat(200));
        robot.interact(() -> window.documents().open(text));
        window.await(
                "the news",
                () -> window.words(robot, "#banner-sentence").endsWith("This text is short: batch 14, window 20."));
        assertThat(window.status().settings().training().batch()).isEqualTo(14);

        window.press(robot, "#undo-short-text-button");
        window.awaitStatus(
                "the old ones", status -> status.settings().training().batch() == 50);
        assertThat(window.status().opened().text().name()).isEqualTo("short.txt");
    }

    @Test
    void refusesADamagedModel(FxRobot robot) throws Exception {
        window.await("the default text", () -> window.status().opened().text() != null);
        Path damaged = Files.write(window.folder().resolve("damaged.safetensors"), new byte[] {1, 2, 3});
        robot.interact(() -> window.documents().open(damaged));
        window.awaitSentence("damaged.safetensors");
        assertThat(window.status().metrics().step()).isZero();
    }

    @Test
    void marksAWrongEntryAndNeverAppliesIt(FxRobot robot) throws Exception {
        window.await("the default text", () -> window.status().opened().text() != null);
        Settings before = window.status().settings();
        window.enter(robot, "#hidden-field", "many");
        assertThat(window.words(robot, "#hidden-field-problem"))
                .isEqualTo("The hidden size is \"many\"; choose a whole number from 1 to 4096. Using 128.");
        assertThat(window.status().settings()).isEqualTo(before);

        window.enter(robot, "#hidden-field", "64");
        assertThat(robot.lookup("#hidden-field-problem").tryQuery()).isEmpty();
        assertThat(window.status().settings().model().hidden()).isEqualTo(64);
    }

    @Test
    void saysHowMuchMemoryTrainingTakesAndRefusesWhatCannotFit(FxRobot robot) throws Exception {
        window.await("the default text", () -> window.status().opened().text() != null);
        window.await(
                "an estimate",
                () -> window.words(robot, "#memory-estimate")
                        .matches("Training takes about \\d+(\\.\\d)? MB of memory\\."));
        window.enter(robot, "#layers-field", "8");
        window.enter(robot, "#hidden-field", "4096");
        // Far beyond the heap these tests are given.
        assertThat(window.words(robot, "#hidden-field-problem"))
                .matches(
                        "Training needs about [0-9.]+ GB of memory, but this computer has [0-9.]+ GB for it\\. Using 128\\.");
        assertThat(window.status().settings().model().hidden()).isEqualTo(128);
        window.press(robot, "#hidden-field-use");
        int largest = window.status().settings().model().hidden();
        assertThat(largest).isBetween(129, 4095);
        Settings now = window.status().settings();
        window.session().settings().check(now);
        assertThatThrownBy(() -> window.session().settings().check(SettingsSchema.HIDDEN.with(now, largest + 1L)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void blocksTrainStepAndResetUntilARefusedEntryIsRight(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.enter(robot, "#hidden-field", "5000");
        ScrollPane column = robot.lookup("#settings-column").queryAs(ScrollPane.class);
        robot.interact(() -> {
            column.setVvalue(1);
            robot.lookup("#prime-field").query().requestFocus();
        });
        for (String button : List.of("#train-button", "#step-button")) {
            window.press(robot, button);
            assertThat(TestWindow.onFx(
                            () -> window.stage().getScene().getFocusOwner().getId()))
                    .isEqualTo("hidden-field");
        }
        assertThat(column.getVvalue()).isLessThan(1);
        assertThat(window.session().modelIdentity()).isNull();
        assertThat(robot.lookup("#hidden-field-problem").queryLabeled().getWidth())
                .isGreaterThan(
                        robot.lookup("#hidden-field").query().getLayoutBounds().getWidth());

        window.press(robot, "#hidden-field-use");
        // As many as there is memory for.
        assertThat(window.status().settings().model().hidden()).isBetween(17, 4096);
        window.enter(robot, "#hidden-field", "16");
        window.press(robot, "#step-button");
        window.awaitStatus("one step", status -> status.metrics().step() == 1);
    }

    @Test
    void aPresetTakesThePlaceOfARefusedEntry(FxRobot robot) throws Exception {
        window.await("the default text", () -> window.status().opened().text() != null);
        window.enter(robot, "#hidden-field", "5000");
        robot.interact(() -> {
            ComboBox<Presets.Preset> presets = robot.lookup("#preset-choice").queryComboBox();
            presets.setValue(Presets.QUICK_LOOK);
        });
        assertThat(window.words(robot, "#hidden-field")).isEqualTo("64");
        assertThat(robot.lookup("#hidden-field-problem").tryQuery()).isEmpty();
    }

    @Test
    void writesNothingWhileItsLengthIsRefused(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.press(robot, "#step-button");
        window.awaitStatus("one step", status -> status.metrics().step() == 1);
        window.await(
                "the write button",
                () -> !TestWindow.onFx(
                        () -> robot.lookup("#write-button").query().isDisabled()));
        window.enter(robot, "#length-field", "200000");
        window.press(robot, "#write-button");
        assertThat(window.words(robot, "#length-field-problem")).endsWith("Using 500.");
        assertThat(window.words(robot, "#write-button")).isEqualTo("Write");
        assertThat(TestWindow.onFx(
                        () -> window.stage().getScene().getFocusOwner().getId()))
                .isEqualTo("length-field");
        window.press(robot, "#length-field-use");
        assertThat(window.words(robot, "#length-field")).isEqualTo("100000");
    }

    @Test
    void saysWhereDropoutDoesNothing(FxRobot robot) throws Exception {
        window.awaitStatus("the default text", status -> status.opened().text() != null);
        robot.interact(
                () -> robot.lookup("#model-fold").queryAs(ToggleButton.class).fire());
        window.enter(robot, "#layers-field", "1");
        window.enter(robot, "#dropout-field", "0.2");
        window.await("the hint", () -> isVisible(robot, "#dropout-hint"));
        assertThat(window.words(robot, "#dropout-hint")).contains("with one layer it does nothing");
        window.enter(robot, "#layers-field", "2");
        window.await("no hint", () -> !isVisible(robot, "#dropout-hint"));
    }

    private static boolean isVisible(FxRobot robot, String id) throws Exception {
        return TestWindow.onFx(() -> robot.lookup(id).query().isVisible());
    }

    @Test
    void namesSymbolsTheNetworkDoesNotKnow(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.press(robot, "#step-button");
        window.awaitStatus("one step", status -> status.metrics().step() == 1);
        window.await(
                "the write button",
                () -> !TestWindow.onFx(
                        () -> robot.lookup("#write-button").query().isDisabled()));
        window.enter(robot, "#prime-field", "the Ж");
        window.awaitSentence("Ж");
    }
}
