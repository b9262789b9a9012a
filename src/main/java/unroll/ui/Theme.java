package unroll.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import unroll.session.Preferences;

/** Light or dark: as the system is, or as the user chose. */
final class Theme {
    private static final String NAME = "theme";

    /** What the user can choose. */
    enum Choice {
        SYSTEM("System"),
        LIGHT("Light"),
        DARK("Dark");

        private final String title;

        Choice(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    Theme(Preferences memory) {
        String remembered = memory.get(NAME, "");
        Stream.of(Choice.values())
                .filter(each -> each.name().equals(remembered))
                .findFirst()
                .ifPresent(choice::set);
        Platform.getPreferences().colorSchemeProperty().subscribe(this::dress);
        choice.subscribe(chosen -> memory.put(NAME, chosen.name()));
        choice.subscribe(this::dress);
        dress();
    }

    private void dress() {
        boolean systemIsDark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        dark.set(choice.get() == Choice.DARK || (choice.get() == Choice.SYSTEM && systemIsDark));
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }
}
