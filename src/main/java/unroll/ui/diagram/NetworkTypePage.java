package unroll.ui.diagram;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import unroll.task.TaskConfig;
import unroll.ui.control.Card;
import unroll.ui.control.Labels;
import unroll.ui.diagram.Diagram.DiagramBox.Role;

/** The kinds of recurrent network to choose from, the figure of the chosen one, and its tasks. */
public final class NetworkTypePage extends VBox {
    private static final String DEEP_TASKS =
            "Every task can be learned with 2 to 8 layers. One that is taken from here starts with 3.";

    private final Consumer<Selection> use;
    private final DiagramTypeButtons buttons = new DiagramTypeButtons(this::open);
    private final VBox page = new VBox();
    private final NetworkFigure figure = new NetworkFigure();
    private DiagramType kind = DiagramType.MANY_TO_MANY_EQUAL;
    private LayerBoxes stack = new LayerBoxes("elman", 1);

    /** @param use what to do with a task that is to be used */
    public NetworkTypePage(Consumer<Selection> use) {
        this.use = use;
        setId("network-type-page");
        getStyleClass().add("network-type-controls");
        page.getStyleClass().add("network-type-page");
        getChildren().addAll(buttons, page);
        buttons.choose(kind);
    }

    /** Takes over the cell and the number of layers of the network at hand. */
    public void show(LayerBoxes current) {
        if (!current.equals(stack)) {
            stack = current;
            draw();
        }
    }

    private void open(DiagramType chosen) {
        kind = chosen;
        draw();
        Card drawing = new Card(kind.title(), figure, legend(), Labels.wrapped(kind.words()));
        Card tasks = new Card(kind == DiagramType.DEEP ? "Tasks" : "Tasks of this type");
        if (kind == DiagramType.DEEP) {
            tasks.getChildren().add(Labels.wrapped(DEEP_TASKS));
        }
        tasks.getChildren().add(new TaskList(kind, use));
        page.getChildren().setAll(drawing, tasks);
    }

    /** What the shapes of a figure stand for. */
    private static FlowPane legend() {
        FlowPane legend = new FlowPane(
                new Label("input x", Thumbnail.of(Role.INPUT)),
                new Label("hidden state a, memory c (LSTM)", Thumbnail.of(Role.STATE)),
                new Label("output ŷ", Thumbnail.of(Role.OUTPUT)),
                new Label("delay of one step", Thumbnail.of(Role.DELAY)));
        legend.getStyleClass().add("figure-legend");
        return legend;
    }

    /** One layer shows a kind best; a deep network has as many as the one at hand, where that is deep. */
    private void draw() {
        int deep = stack.layers() > 1 ? stack.layers() : DiagramType.DEFAULT_DEPTH;
        figure.show(kind, new LayerBoxes(stack.cell(), kind == DiagramType.DEEP ? deep : 1));
    }

    /**
     * What is to be used.
     *
     * @param choice the task with its options
     * @param layers how many layers suit it
     */
    public record Selection(TaskConfig choice, int layers) {}
}
