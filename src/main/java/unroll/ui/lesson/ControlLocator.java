package unroll.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import unroll.session.lesson.LessonTarget;
import unroll.settings.SettingsSchema;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.pages.Page;
import unroll.ui.settings.SettingFields;

/** Where the window has what lessons name. */
final class ControlLocator {
    private ControlLocator() {}

    /** The id of a tab, of a block, of a fold's handle, of the control in a field, or of a button. */
    static String id(LessonTarget control) {
        return switch (control) {
            case TASK -> "task-card";
            case CORPUS -> "corpus-card";
            case MODEL -> "model-card";
            case TRAINING -> "training-card";
            case SAMPLES -> "samples-card";
            case WRITING -> "writing-place";
            case COACH -> "coach";
            case SYMBOLS -> "symbols-fold";
            case SPLIT -> "split-fold";
            case ADVANCED -> "training-fold";
            case DRAWING -> "sampling-fold";
            case PRESET -> "preset-choice";
            case READS -> "bidirectional-choice";
            case SCHEDULE -> "schedule-choice";
            case CLIPPING -> "clipping-choice";
            case PRIME -> "prime-field";
            case LENGTH -> "length-field";
            case TEMPERATURE -> "temperature-slider";
            case STEP -> "step-button";
            case RESET -> "reset-button";
            default ->
                SettingsSchema.named(control.word()).map(SettingFields::id).orElseGet(() -> Page.id(control));
        };
    }

    /** The part of the window that a lesson hides or locks; empty where it is not there now, as on a page not made yet. */
    static Optional<Region> region(LessonTarget control, Node root) {
        Optional<Node> found = find(root, id(control));
        return switch (control.kind()) {
            case PAGE -> Optional.empty();
            case CARD, BUTTON -> found.map(Region.class::cast);
            case FOLD -> found.flatMap(handle -> around(handle, CollapsiblePane.class::isInstance));
            case FIELD ->
                found.flatMap(entry -> around(entry, ControlLocator::isField)).map(ControlLocator::whole);
        };
    }

    private static boolean isField(Node node) {
        return node.getStyleClass().contains("field");
    }

    /** A choice that brings fields of its own is one with them. */
    private static Region whole(Region field) {
        return around(field, node -> node.getStyleClass().contains("field-group"))
                .orElse(field);
    }

    private static Optional<Region> around(Node node, Predicate<Node> wanted) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (wanted.test(each)) {
                return Optional.of((Region) each);
            }
        }
        return Optional.empty();
    }

    /** Also finds what is folded away, and what no skin has been made for yet; {@code lookup} does not. */
    private static Optional<Node> find(Node node, String id) {
        if (id.equals(node.getId())) {
            return Optional.of(node);
        }
        return children(node)
                .map(child -> find(child, id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Node> children(Node node) {
        if (node instanceof CollapsiblePane fold) {
            return Stream.of(fold.handle(), fold.body());
        }
        if (node instanceof ScrollPane scroll) {
            return Stream.ofNullable(scroll.getContent());
        }
        if (node instanceof SplitPane split) {
            return List.copyOf(split.getItems()).stream();
        }
        if (node instanceof TabPane tabs) {
            return tabs.getTabs().stream().flatMap(tab -> Stream.ofNullable(tab.getContent()));
        }
        return node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream() : Stream.empty();
    }
}
