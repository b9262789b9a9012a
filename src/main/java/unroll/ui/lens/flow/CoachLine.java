package unroll.ui.lens.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.coach.Coach;
import unroll.lens.coach.Coach.Advice;
import unroll.session.Coaching;
import unroll.session.run.Phase;
import unroll.session.state.Status;
import unroll.settings.Setting;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.ui.control.Buttons;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/**
 * What a teacher looking over the shoulder would say: the most urgent sentence, and two more on request. It changes every
 * few seconds at most, and when a run is held or ends.
 */
public final class CoachLine extends VBox {
    private static final int MAX_NOTES = 3;
    /** Where the words would be narrower, in em, they are below the buttons and not beside them. */
    private static final double BESIDE_EM = 22;

    private static final long CALM_NANOS = 4_000_000_000L;
    private static final String SILENT = "Tips appear here while you train.";

    private final WindowModel window;
    private final ModelSwitcher switcher;
    private final ToggleButton more = Nodes.styled(Nodes.named("coach-more", new ToggleButton()), "quiet");
    private final VBox lines = Nodes.styled(new VBox(), "coach-lines");
    private List<Advice> advice = List.of();
    private Phase phase = Phase.READY;
    private double validation = Double.NaN;
    private long due;
    /** What is said of recent steps is not of the settings that were applied since. */
    private long silentUntilStep;

    /** @param switcher makes another model where advice needs one */
    public CoachLine(WindowModel window, ModelSwitcher switcher) {
        this.window = window;
        this.switcher = switcher;
        setId("coach");
        getStyleClass().addAll("card", "coach");
        more.setMinWidth(USE_PREF_SIZE);
        more.managedProperty().bind(more.visibleProperty());
        more.selectedProperty().subscribe(all -> showLines());
        Tips.on(
                more,
                "Shows up to three things the coach would say, the most urgent first. Each begins with what it saw.");
        setMinHeight(USE_PREF_SIZE); // The charts give way, not its words.
        getChildren().add(lines);
        due = System.nanoTime();
        window.statusProperty().subscribe(this::update);
        window.ngramsProperty().subscribe(losses -> listen(window.status()));
    }

    private void update(Status status) {
        boolean turned = status.phase() != phase
                || Double.compare(status.metrics().losses().validation(), validation) != 0;
        if (turned || System.nanoTime() >= due) {
            listen(status);
        }
    }

    private void listen(Status status) {
        phase = status.phase();
        validation = status.metrics().losses().validation();
        due = System.nanoTime() + CALM_NANOS;
        long step = status.metrics().step();
        // Another model begins at an earlier step.
        silentUntilStep = Math.min(silentUntilStep, step + Coach.RECENT_STEPS);
        List<Advice> now = window.hasTrainedModel() && step >= silentUntilStep ? advise(status) : List.of();
        if (!now.equals(advice) || lines.getChildren().isEmpty()) {
            advice = now;
            showLines();
        }
    }

    private List<Advice> advise(Status status) {
        List<Advice> all = Coach.advise(Coaching.facts(
                status,
                window.session().recent().view(),
                window.ngramsProperty().get()));
        return all.subList(0, Math.min(MAX_NOTES, all.size()));
    }

    private void showLines() {
        int shown = more.isSelected() ? advice.size() : Math.min(1, advice.size());
        lines.getChildren().clear();
        for (int i = 0; i < shown; i++) {
            lines.getChildren().add(line(advice.get(i), i == 0));
        }
        if (advice.isEmpty()) {
            lines.getChildren()
                    .setAll(Labels.hint(
                            silentUntilStep > window.status().metrics().step()
                                    ? "Applied. The next tip comes when some steps have shown what it does."
                                    : SILENT));
        }
        more.setVisible(advice.size() > 1);
        more.setText(more.isSelected() ? "less" : String.format(Locale.ROOT, "%d more", advice.size() - 1));
    }

    /** @param first whether the button that shows the others stands in it */
    private VBox line(Advice advice, boolean first) {
        Label tone = tone(advice.tone());
        Label words = Nodes.styled(Labels.wrapped(advice.toString()), "coach-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        List<Button> apply = advice.changes().isEmpty() ? List.of() : List.of(applyButton(advice.changes()));
        List<ButtonBase> buttons = new ArrayList<>(apply);
        if (first) {
            buttons.add(more);
        }
        HBox row = Nodes.styled(new HBox(), "coach-line");
        VBox line = new VBox(row);
        line.widthProperty().subscribe(width -> {
            double taken = buttons.stream()
                    .filter(Node::isVisible)
                    .mapToDouble(button -> button.prefWidth(USE_COMPUTED_SIZE) + row.getSpacing())
                    .sum();
            double left = width.doubleValue() - tone.prefWidth(USE_COMPUTED_SIZE) - row.getSpacing() - taken;
            boolean beside =
                    apply.isEmpty() || left >= BESIDE_EM * words.getFont().getSize();
            arrange(line, row, new Contents(tone, words, buttons), beside);
        });
        return line;
    }

    private record Contents(Label tone, Label words, List<ButtonBase> buttons) {}

    /** All in one row, or the words below the rest. */
    private static void arrange(VBox line, HBox row, Contents contents, boolean beside) {
        line.getChildren().setAll(row);
        row.getChildren().setAll(contents.tone, beside ? contents.words : RowLayouts.gap());
        row.getChildren().addAll(contents.buttons);
        if (!beside) {
            line.getChildren().add(contents.words);
        }
    }

    private static Label tone(Advice.Tone tone) {
        Label label = new Label(
                switch (tone) {
                    case PRAISE -> "Good";
                    case HINT -> "Hint";
                    case WARNING -> "Warning";
                },
                Icons.of(
                        switch (tone) {
                            case PRAISE -> Feather.THUMBS_UP;
                            case HINT -> Feather.INFO;
                            case WARNING -> Feather.ALERT_TRIANGLE;
                        }));
        label.getStyleClass().add("coach-tone");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Button applyButton(Map<String, String> changes) {
        boolean inRun = changes.keySet().stream()
                .noneMatch(id -> SettingsSchema.named(id).orElseThrow().isFixed());
        Button apply = Buttons.of("coach-apply", inRun ? "Apply" : "Apply to a new model", () -> {
            Settings settings = with(changes, window.status().settings());
            if (inRun) {
                window.apply(settings);
                silentUntilStep = window.status().metrics().step() + Coach.RECENT_STEPS;
                listen(window.status());
            } else {
                switcher.replace(
                        () -> window.session().data().choose(settings, null),
                        () -> Notice.information("The new settings are set. Press Train."));
            }
        });
        apply.setMinWidth(USE_PREF_SIZE);
        return apply;
    }

    private static Settings with(Map<String, String> changes, Settings settings) {
        Settings changed = settings;
        // Two layers before the dropout between them: in the order of the schema.
        for (Setting<?> setting : SettingsSchema.ALL) {
            String value = changes.get(setting.id());
            changed = value == null ? changed : setting.withText(changed, setting.what(), value);
        }
        return changed;
    }
}
