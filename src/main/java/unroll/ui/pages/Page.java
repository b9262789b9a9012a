package unroll.ui.pages;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.layout.Region;
import unroll.session.lesson.Control;
import unroll.ui.control.Card;
import unroll.ui.control.Scrolling;

/**
 * A page of the center: a tab, an item of the menu, a panel of the projector, and what a lesson may name. What is on it is made
 * when it is first shown, so that the start waits for none but the first.
 */
public final class Page extends Tab {
    private static final int DIGITS = 9;

    private final Control control;

    /**
     * @param control the page's name in lessons, which has its place in the order of pages
     * @param content makes what is on it, given whether it is in front
     */
    public Page(Control control, String title, Function<ObservableValue<Boolean>, Region> content) {
        super(title);
        this.control = control;
        setId(id(control));
        selectedProperty().subscribe(selected -> {
            if (selected && getContent() == null) {
                setContent(Scrolling.fitting(content.apply(selectedProperty())));
            } else if (!selected && getContent() != null) {
                Card.foldExplanations(getContent());
            }
        });
    }

    /** The id of a page in the window. */
    public static String id(Control control) {
        return control.word() + "-page";
    }

    Control control() {
        return control;
    }

    /** The digit that leads to it, the same wherever pages are chosen by a key; empty where there are no more digits. */
    public String shortcut() {
        int number = Control.pages().indexOf(control) + 1;
        return number <= DIGITS ? Integer.toString(number) : "";
    }
}
