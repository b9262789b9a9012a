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
    enum ThemeChoice {
        SYSTEM("System"),
        LIGHT("Light"),
        DARK("Dark");

        private final String title;

        ThemeChoice(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    Theme(Preferences memory) {
        String remembered = memory.get(NAME, "");
        Stream.of(ThemeChoice.values())
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
        dark.set(choice.get() == ThemeChoice.DARK || (choice.get() == ThemeChoice.SYSTEM && systemIsDark));
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }
}
