package unroll.ui.settings;

import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.corpus.Corpus;
import unroll.message.Formats;
import unroll.session.data.Dataset;
import unroll.session.state.Status;
import unroll.task.DataKind;
import unroll.task.Layout;
import unroll.task.Task;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.Tasks;
import unroll.ui.control.Card;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;
import unroll.ui.model.WindowModel;

/** What is learned, where that is something else than to go on with a text. */
public final class TaskCard extends Card {
    private final Label name = Labels.wrapped("");
    private final Label learns = Labels.hint("");
    private final GridPane facts = new GridPane();
    private final Button own = new Button("Your own pairs\u2026", Icons.of(Feather.FOLDER));
    private TaskConfig choice = TaskConfig.of(Tasks.standard());
    private @Nullable Dataset shown;

    /**
     * @param change what the link to other tasks does
     * @param ownPairs what to do where the user wants the task to learn from pairs of their own
     */
    public TaskCard(WindowModel window, Runnable change, Consumer<TaskConfig> ownPairs) {
        super("Task");
        setId("task-card");
        Hyperlink link = new Hyperlink("Change\u2026");
        link.setId("change-task-link");
        link.setOnAction(event -> change.run());
        Tips.on(link, "Goes to the page where a kind of network and its task are chosen.");
        addToHeader(link);
        name.setId("task-name");
        name.getStyleClass().add("corpus-name");
        facts.getStyleClass().add("facts");
        own.setId("own-pairs-button");
        own.setMaxWidth(Double.MAX_VALUE);
        own.setOnAction(event -> ownPairs.accept(choice));
        own.managedProperty().bind(own.visibleProperty());
        Tips.on(own, "Learns from a file of yours: lines of an input, a tab, and what should come out.");
        getChildren().addAll(name, learns, facts, own);
        managedProperty().bind(visibleProperty());
        window.statusProperty().subscribe(this::show);
    }

    private void show(Status status) {
        TaskConfig now = status.settings().task();
        setVisible(!now.task().equals(Tasks.standard()));
        if (!now.equals(choice)) {
            choice = now;
            shown = null;
            name.setText(now.task().about().title());
            learns.setText(now.task().about().learns());
            own.setVisible(now.task().reads().contains(DataKind.PAIRS));
            facts(now.task(), null);
        }
        Dataset dataset = status.dataset();
        if (dataset != null && dataset != shown) {
            shown = dataset;
            facts(now.task(), dataset);
        }
    }

    private void facts(Task now, @Nullable Dataset dataset) {
        facts.getChildren().clear();
        fact("Type", now.about().type().title());
        if (dataset == null) {
            return;
        }
        if (dataset.data() instanceof TaskData.ExampleSets examined) {
            fact("Examples to train on", Formats.count(examined.training().size()));
            fact("Held out to validate", Formats.count(examined.validation().size()));
            fact("Held out to test", Formats.count(examined.test().size()));
        }
        Layout layout = dataset.data().layout();
        fact(
                layout.type().givesLabel() ? "Labels read" : "Symbols read",
                Formats.count(layout.legal().size()));
        fact(
                layout.type().asksForLabel() ? "Labels given" : "Symbols given",
                Formats.count(layout.alphabets().output().size()));
        Corpus source = dataset.source();
        if (source != null && !now.reads().contains(DataKind.TEXT)) {
            fact("File", source.name());
        }
    }

    private void fact(String what, String value) {
        Label heading = new Label(what);
        heading.getStyleClass().add("fact-name");
        Label figure = new Label(value);
        figure.setWrapText(true);
        figure.getStyleClass().add("fact-value");
        heading.setMinWidth(USE_PREF_SIZE);
        heading.setLabelFor(figure);
        figure.setTextAlignment(TextAlignment.RIGHT);
        GridPane.setHgrow(figure, Priority.ALWAYS);
        GridPane.setHalignment(figure, HPos.RIGHT);
        facts.addRow(facts.getRowCount(), heading, figure);
    }
}
