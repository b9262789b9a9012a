package unroll.ui.diagram;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.Card;

/** The kinds of recurrent network to choose from, the figure of the chosen one, and its tasks. */
public final class Switchboard extends VBox {
    private static final String DEEP_TASKS =
            "Every task can be learned with 2 to 8 layers. One that is taken from here starts with 3.";

    private final @Nullable Consumer<Wanted> use;
    private final KindButtons buttons = new KindButtons(this::open);
    private final VBox page = new VBox();
    private final NetworkFigure figure = new NetworkFigure();
    private Kind kind = Kind.MANY_TO_MANY_EQUAL;
    private Stack stack = new Stack("elman", 1);

    /** @param use what to do with a task that is to be used; null where nothing can be done with it yet */
    public Switchboard(@Nullable Consumer<Wanted> use) {
        this.use = use;
        setId("switchboard");
        getStyleClass().add("switchboard");
        page.getStyleClass().add("switchboard-page");
        getChildren().addAll(buttons, page);
        buttons.choose(kind);
    }

    /** Takes over the cell and the number of layers of the network at hand. */
    public void show(Stack current) {
        if (!current.equals(stack)) {
            stack = current;
            draw();
        }
    }

    /** Chooses a kind, as its button does. */
    public void choose(Kind chosen) {
        buttons.choose(chosen);
    }

    private void open(Kind chosen) {
        kind = chosen;
        draw();
        Card drawing = new Card(kind.title(), words(kind.words()), figure, new Legend());
        Card tasks = new Card(kind == Kind.DEEP ? "Tasks" : "Tasks of this type");
        if (kind == Kind.DEEP) {
            tasks.getChildren().add(words(DEEP_TASKS));
        }
        tasks.getChildren().add(new TaskList(kind, use));
        page.getChildren().setAll(drawing, tasks);
    }

    /** One layer shows a kind best; a deep network has as many as the one at hand, where that is deep. */
    private void draw() {
        int deep = stack.layers() > 1 ? stack.layers() : Kind.USUAL_DEPTH;
        figure.show(kind, new Stack(stack.cell(), kind == Kind.DEEP ? deep : 1));
    }

    private static Label words(String sentences) {
        Label label = new Label(sentences);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
