package unroll.ui.projector;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.KeyEvents;
import unroll.ui.pages.Page;
import unroll.ui.pages.Pages;

/**
 * Says what of the window is seen in front of a class, and fills the screen with it. The parts of the window follow
 * {@link #layoutProperty}; none is moved to another place, and what was seen before comes back afterwards.
 */
public final class Projector {
    /** Lines of text on a screen: slides are read from the back of a room up to about forty. */
    private static final double LINES = 38;

    /** Of both themes. */
    private static final String SIZES = sheet("projector.css");

    private static final String LIGHT = sheet("light.css");
    private static final String DARK = sheet("dark.css");

    private final Stage stage;
    private final Pages pages;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final BooleanProperty lesson = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<PresentationLayout> layout =
            new ReadOnlyObjectWrapper<>(PresentationLayout.OFF);
    private @Nullable Before before;
    /** Whether a key chose a panel, into which it types nothing. */
    private boolean keyTaken;

    /** What comes back afterwards. */
    private record Before(Page page, @Nullable Node focused) {}

    /** @param pages of the center; each becomes a panel */
    public Projector(Stage stage, Pages pages) {
        this.stage = stage;
        this.pages = pages;
        // Escape is no key of the full screen: it closes what is open first, and leaves then.
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        on.subscribe((was, now) -> {
            if (now) {
                begin();
            } else {
                end();
            }
        });
        // The system has its own ways out of a full screen.
        stage.fullScreenProperty().subscribe((was, now) -> on.set(now));
        selectedPage().subscribe(this::follow);
        pages.pinningAllowedProperty().bind(on.not());
        lesson.subscribe((was, open) -> {
            if (!open && layout.get() == PresentationLayout.LESSON) {
                layout.set(PresentationLayout.WHOLE);
            }
        });
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Projector.class.getResource(name)).toExternalForm();
    }

    /** While it is on, style sheets have pure paper and ink, dark or light, in place of the theme's softer colors. */
    public void dress(List<String> sheets, ObservableValue<Boolean> dark) {
        Consumer<Boolean> dress = changed -> {
            sheets.removeAll(List.of(SIZES, LIGHT, DARK));
            if (on.get()) {
                sheets.addAll(List.of(SIZES, dark.getValue() ? DARK : LIGHT));
            }
        };
        on.subscribe(dress);
        dark.subscribe(dress);
    }

    /**
     * Its keys: those of the panels, but where somebody types; Page Up and Page Down, which a remote control sends, wherever the
     * keyboard is; Escape, where nothing else wants it.
     */
    public void watchKeys(Scene scene) {
        KeyEvents.onPress(scene, event -> {
            keyTaken = on.get() && KeyEvents.isPlain(event) && acts(event, scene.getFocusOwner());
            return keyTaken;
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (keyTaken) {
                event.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> keyTaken = false);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                on.set(false);
            }
        });
    }

    private boolean acts(KeyEvent event, @Nullable Node focused) {
        KeyCode code = event.getCode();
        if (code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP) {
            walk(code == KeyCode.PAGE_DOWN ? 1 : -1);
            return true;
        }
        OptionalInt digit = KeyEvents.digit(event);
        String key = digit.isPresent() ? Integer.toString(digit.getAsInt()) : code.getName();
        Optional<ProjectorPanel> panel = panels().stream()
                .filter(each -> each.key().equals(key) && !KeyEvents.isTypedInto(focused))
                .findFirst();
        panel.ifPresent(this::choose);
        return panel.isPresent();
    }

    public BooleanProperty onProperty() {
        return on;
    }

    /** Whether a lesson is open, which has a panel then. */
    public BooleanProperty lessonProperty() {
        return lesson;
    }

    /** What of the window is to be seen. */
    public ReadOnlyObjectProperty<PresentationLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    /** How large the text is while it is on, in pixels: as the last row of a room needs it on the screen the window is on. */
    public double textPixels() {
        Rectangle2D screen =
                Screen.getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getBounds();
        return screen.getHeight() / LINES;
    }

    /** In the order of their keys; a lesson may take pages away for a while. */
    List<ProjectorPanel> panels() {
        return ProjectorPanel.of(pages.offered(), lesson.get());
    }

    /** What to do when there are others. */
    void onOtherPanels(Runnable action) {
        pages.offered().addListener((ListChangeListener<Page>) change -> action.run());
        lesson.subscribe((was, is) -> action.run());
    }

    ObservableValue<Page> selectedPage() {
        return pages.selectedPage();
    }

    boolean isShown(ProjectorPanel panel) {
        return panel.isShown(layout.get(), selectedPage().getValue());
    }

    /** Puts a panel in the spotlight; where a page is there already, puts the samples beside it or takes them away. */
    void choose(ProjectorPanel panel) {
        if (isShown(panel)) {
            layout.set(layout.get().withSamplesToggled());
            return;
        }
        if (panel.page() != null) {
            pages.show(panel.page());
        }
        layout.set(panel.layout());
    }

    /** Goes on to the next panel in the order of the bar, or by −1 to the one before, around its ends. */
    void walk(int by) {
        List<ProjectorPanel> panels = panels();
        for (int i = 0; i < panels.size(); i++) {
            if (isShown(panels.get(i))) {
                choose(panels.get(Math.floorMod(i + by, panels.size())));
                return;
            }
        }
    }

    private void begin() {
        Page page = selectedPage().getValue();
        before = new Before(page, stage.getScene().getFocusOwner());
        stage.setFullScreen(true);
        turnTo(page);
    }

    private void end() {
        layout.set(PresentationLayout.OFF);
        stage.setFullScreen(false);
        Before kept = before;
        if (kept != null) {
            pages.show(kept.page());
            if (kept.focused() != null) {
                kept.focused().requestFocus();
            }
        }
        before = null;
    }

    /** A page that is turned to, by whatever means, is what everybody wants to see. */
    private void follow(Page page) {
        if (layout.get().isSpotlight()) {
            turnTo(page);
        }
    }

    private void turnTo(Page page) {
        panels().stream().filter(panel -> panel.page() == page).forEach(panel -> layout.set(panel.layout()));
    }
}
