package unroll.ui.pages;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import unroll.session.lesson.LessonTarget;
import unroll.ui.control.Card;
import unroll.ui.control.Scrolling;

/**
 * A page of the center: a tab, an item of the menu, a panel of the projector, and what a lesson may name. What is on it is made
 * when it is first shown, so that the start waits for none but the first.
 */
public final class Page extends Tab {
    private static final int DIGITS = 9;

    private final LessonTarget control;

    /** Pages of a kind, which stand side by side. */
    private enum PageGroup {
        WATCH("Watch", LessonTarget.CURVES),
        LOOK_INSIDE("Look inside", LessonTarget.GRADIENTS),
        PLAY("Play", LessonTarget.GUESS),
        COMPARE("Compare", LessonTarget.RACE);

        private final String title;
        private final LessonTarget first;

        PageGroup(String title, LessonTarget first) {
            this.title = title;
            this.first = first;
        }

        static PageGroup of(LessonTarget page) {
            List<LessonTarget> order = LessonTarget.pages();
            return Stream.of(values())
                    .filter(group -> order.indexOf(group.first) <= order.indexOf(page))
                    .reduce(WATCH, (before, later) -> later);
        }
    }

    /**
     * @param control the page's name in lessons, which has its place in the order of pages
     * @param content makes what is on it, given whether it is in front
     */
    public Page(LessonTarget control, String title, Function<ObservableValue<Boolean>, Region> content) {
        super(title);
        this.control = control;
        setId(id(control));
        setTooltip(new Tooltip(PageGroup.of(control).title));
        if (PageGroup.of(control).first == control) {
            getStyleClass().add("group-start");
        }
        selectedProperty().subscribe(selected -> {
            if (selected && getContent() == null) {
                setContent(Scrolling.fitting(content.apply(selectedProperty())));
            } else if (!selected && getContent() != null) {
                Card.foldExplanations(getContent());
            }
        });
    }

    /** The id of a page in the window. */
    public static String id(LessonTarget control) {
        return control.word() + "-page";
    }

    LessonTarget control() {
        return control;
    }

    /** The digit that leads to it, the same wherever pages are chosen by a key; empty where there are no more digits. */
    public String shortcut() {
        int number = LessonTarget.pages().indexOf(control) + 1;
        return number <= DIGITS ? Integer.toString(number) : "";
    }
}
