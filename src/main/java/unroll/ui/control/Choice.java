package unroll.ui.control;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A labeled choice of one of a few. */
public final class Choice<T> extends Field {
    private final ComboBox<T> box;
    private Consumer<T> chosen = value -> {};
    private @Nullable T shown;

    /** @param words how an item is called */
    public Choice(String id, String label, List<T> items, Function<T, String> words) {
        this(new ComboBox<>(), id, label, items, words);
    }

    private Choice(ComboBox<T> box, String id, String label, List<T> items, Function<T, String> words) {
        super(id, label, box);
        this.box = box;
        box.getItems().setAll(items);
        box.setConverter(names(words));
        box.valueProperty().subscribe(value -> {
            if (value != null && !value.equals(shown)) {
                shown = value;
                chosen.accept(value);
            }
        });
    }

    public Choice<T> tip(String sentences) {
        Tips.on(box, sentences);
        return this;
    }

    /** What to do when the user chooses. */
    public Choice<T> onChoice(Consumer<T> action) {
        chosen = action;
        return this;
    }

    /** Offers other items; {@link #show} one of them next. */
    public void offer(List<T> items) {
        box.getItems().setAll(items);
    }

    /** Shows a choice that came from elsewhere. */
    public void show(T value) {
        shown = value;
        box.setValue(value);
    }

    /** What is shown; {@link #show} must have been called once. */
    public T value() {
        return Objects.requireNonNull(shown, "nothing is chosen yet");
    }

    /** How the items of a combo box that nobody types into are called. */
    public static <T> StringConverter<T> names(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("A choice is not typed.");
            }
        };
    }
}
