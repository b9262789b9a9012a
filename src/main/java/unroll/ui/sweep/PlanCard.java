package unroll.ui.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.corpus.Corpus;
import unroll.session.data.OpenedFiles;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.sweep.AxisDraft;
import unroll.sweep.PlanDraft;
import unroll.sweep.PlanDraft.Base;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.Field;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;
import unroll.ui.model.WindowModel;

/** The plan of a sweep in the making. */
final class PlanCard extends Card {
    private static final String WINDOW = "The window’s";
    private static final List<String> UNITS = List.of("steps", "epochs", "minutes");
    private static final String WORDS =
            "A sweep trains a network for every combination of the axes’ values and seeds, each on its own, and puts their results"
                    + " into one table. A trial starts from the settings and the text chosen here, and trains on one thread, so"
                    + " that it can be repeated to the last digit.";

    private final WindowModel window;
    private final Runnable changed;
    private final Choice<String> source;
    private final Label learned = Labels.hint("");
    private final VBox axes = Nodes.styled(new VBox(), "fields");
    private final TextField seeds = new TextField("1");
    private final TextField amount = new TextField("500");
    private final Choice<String> unit = new Choice<>("sweep-unit", "Unit", UNITS, name -> name);
    private Base current;
    private Settings settings;
    private OpenedFiles opened;
    private @Nullable Base ofFile;
    private int axesMade;

    /** @param changed runs whenever the plan has become another one */
    PlanCard(WindowModel window, Runnable changed) {
        super("Plan");
        this.window = window;
        this.changed = changed;
        Status now = window.status();
        settings = now.settings();
        opened = now.opened();
        current = Base.of(settings, opened);
        source = new Choice<>("sweep-source", "Text and other settings", List.of(WINDOW), name -> name);
        source.tip(
                        "What all trials have in common: what is open in the window and its settings column, or what an opened plan says.")
                .onChoice(name -> changed());
        source.show(WINDOW);
        unit.show(UNITS.get(0));
        unit.onChoice(name -> changed());
        explain(WORDS, "sweep", window.session().preferences());
        Field ofSeeds = field(
                "_Seeds",
                "sweep-seeds",
                seeds,
                "How many seeds each combination is trained with, or the seeds themselves with commas between them.");
        Field budget = field(
                "_Budget",
                "sweep-amount",
                amount,
                "How long each trial trains. Only steps and epochs give the same row again.");
        getChildren().addAll(source, learned, axes, addButton(), RowLayouts.of(ofSeeds, budget, unit));
        add(AxisDraft.suggested(SettingsSchema.HIDDEN.id(), AxisDraft.Form.LIST, settings));
        add(AxisDraft.suggested(SettingsSchema.LEARNING_RATE.id(), AxisDraft.Form.LIST, settings));
        window.statusProperty().subscribe(this::follow);
        describe();
    }

    private Button addButton() {
        return Buttons.of("sweep-add", "_Add Axis", Feather.PLUS, () -> {
            List<String> taken = axisDrafts().stream().map(AxisDraft::name).toList();
            AxisDraft.names().stream()
                    .filter(name -> !taken.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        add(AxisDraft.suggested(name, AxisDraft.Form.LIST, settings));
                        changed();
                    });
        });
    }

    private Field field(String label, String id, TextField entry, String tip) {
        entry.setId(id);
        entry.setPrefColumnCount(5);
        entry.textProperty().addListener((property, before, now) -> changed());
        return new Field(label, Tips.on(entry, tip));
    }

    private void add(AxisDraft axis) {
        axes.getChildren().add(new AxisRow(++axesMade, axis, () -> settings, this::changed, row -> {
            axes.getChildren().remove(row);
            changed();
        }));
    }

    /** What the window learns may have changed. */
    private void follow(Status now) {
        Settings next = window.session().settings().get();
        if (!next.equals(settings) || now.opened() != opened) {
            settings = next;
            opened = now.opened();
            current = Base.of(settings, opened);
            if (isOfWindow()) {
                changed();
            }
        }
    }

    private boolean isOfWindow() {
        return source.value().equals(WINDOW);
    }

    private void changed() {
        describe();
        changed.run();
    }

    private void describe() {
        Corpus text = opened.text();
        learned.setText(
                isOfWindow()
                        ? "Task: %s. Text: %s."
                                .formatted(settings.task().task().about().title(), text == null ? "none" : text.name())
                        : "As that plan has them.");
    }

    private List<AxisDraft> axisDrafts() {
        List<AxisDraft> drafts = new ArrayList<>();
        axes.getChildren().forEach(row -> drafts.add(((AxisRow) row).draft()));
        return drafts;
    }

    PlanDraft draft() {
        Base base = isOfWindow() || ofFile == null ? current : ofFile;
        return new PlanDraft(base, axisDrafts(), seeds.getText().strip(), unit.value(), amount.getText());
    }

    /** Shows a plan that was read from a file. */
    void show(PlanDraft draft, Path file) {
        String name = "Those of " + file.getFileName();
        ofFile = draft.base();
        source.offer(List.of(WINDOW, name));
        source.show(name);
        axes.getChildren().clear();
        draft.axes().forEach(this::add);
        seeds.setText(draft.seeds());
        amount.setText(draft.amount());
        unit.show(draft.unit());
        changed();
    }
}
