package unroll.ui.race;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import unroll.message.ProblemException;
import unroll.message.SettingType.OneOf;
import unroll.session.race.RaceConfig;
import unroll.settings.Setting;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.ui.control.Choice;
import unroll.ui.control.Field;
import unroll.ui.control.Nodes;
import unroll.ui.control.Tips;

/** What the networks differ in, and the value of each: ticked where there are but a few, typed where they are numbers. */
final class RaceFields extends HBox {
    private final Choice<Setting<?>> varied = new Choice<Setting<?>>(
                    "race-varied", "Compare by", SettingsSchema.compared(), Setting::title)
            .tip("The one setting in which the networks differ. Everything else is taken from the settings column.");
    private final TextField typed = Nodes.named("race-values", new TextField());
    private final Field typedField = new Field("Two to four values, with commas between them", typed);
    private final FlowPane ticked = Nodes.styled(Nodes.named("race-choices", new FlowPane()), "race-choices");

    /** @param base what the networks have in common */
    RaceFields(Settings base) {
        typed.setPrefColumnCount(22);
        Tips.on(
                typed,
                "One network for each value, in this order. A decimal point stands in a number, a comma between two.");
        getStyleClass().add("race-line");
        HBox.setHgrow(ticked, Priority.ALWAYS);
        varied.setMinWidth(USE_PREF_SIZE);
        varied.show(SettingsSchema.CELL);
        offer(SettingsSchema.CELL, base);
    }

    /** What to do when something else is to differ: {@link #offer} its values. */
    void onVaried(Runnable chosen) {
        varied.onChoice(any -> chosen.run());
    }

    Setting<?> varied() {
        return varied.value();
    }

    /** Offers values to begin with. */
    <T> void offer(Setting<T> of, Settings base) {
        List<T> suggested = of.suggestions(base);
        typed.setText(suggested.stream().map(of.type()::format).collect(Collectors.joining(", ")));
        List<T> choices = of.type() instanceof OneOf<T> few ? few.values() : List.of();
        ticked.getChildren()
                .setAll(choices.stream()
                        .map(value -> box(of, value, suggested.contains(value)))
                        .toList());
        getChildren().setAll(varied, choices.isEmpty() ? typedField : ticked);
    }

    private static <T> CheckBox box(Setting<T> of, T value, boolean selected) {
        String text = of.type().format(value);
        CheckBox box = Nodes.named("race-choice-" + text, new CheckBox(of.name(value)));
        box.setUserData(text);
        box.setSelected(selected);
        return box;
    }

    /** @throws ProblemException where these values do not make a race */
    RaceConfig config(Settings base) {
        return RaceConfig.of(base, varied(), values());
    }

    private List<String> values() {
        if (!(varied().type() instanceof OneOf)) {
            return Stream.of(typed.getText().split("[,;\\s]+"))
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
        return ticked.getChildren().stream()
                .map(CheckBox.class::cast)
                .filter(CheckBox::isSelected)
                .map(box -> (String) box.getUserData())
                .toList();
    }
}
