package unroll.ui.guide;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.KeyEvents;
import unroll.ui.control.Nodes;
import unroll.ui.control.SideWindow;
import unroll.ui.guide.GuidePage.Section;

/** The user guide beside the program, which can be worked with meanwhile: contents and search on the left, a page on the right. */
public final class GuideWindow {
    /** As high as the screen has room for. */
    private static final Dimension2D SIZE = new Dimension2D(840, Double.MAX_VALUE);

    private static final double CONTENTS_SHARE = 0.3;

    private final SideWindow stage;
    private final List<GuidePage> pages = GuidePage.all();
    private final List<Section> sections =
            pages.stream().flatMap(page -> page.sections().stream()).toList();
    private final TextField search = Nodes.named("guide-search", new TextField());
    private final ListView<Section> contents = Nodes.named("guide-contents", new ListView<>());
    private final ScrollPane scroll = Nodes.styled(Nodes.named("guide-scroll", new ScrollPane()), "edge-to-edge");
    private @Nullable MarkdownView shown;
    private @Nullable GuidePage page;

    /** @param program the window that the guide looks like, and closes with */
    public GuideWindow(Stage program) {
        search.setPromptText("Search the guide");
        search.textProperty().subscribe(this::find);
        contents.setCellFactory(list -> new SectionCell());
        contents.getSelectionModel().selectedItemProperty().subscribe(this::turnTo);
        VBox left = Nodes.styled(new VBox(search, Nodes.grow(contents)), "column");
        left.setMinWidth(0);
        scroll.setFitToWidth(true);
        SplitPane both = new SplitPane(left, scroll);
        both.setDividerPositions(CONTENTS_SHARE);
        stage = new SideWindow(program, "User Guide", both, SIZE, HPos.RIGHT);
        keys(stage.getScene());
        contents.getSelectionModel().selectFirst();
    }

    private void keys(Scene scene) {
        scene.getAccelerators().put(KeyCombination.keyCombination("Shortcut+F"), search::requestFocus);
        KeyEvents.onPress(scene, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.hide();
            }
            return event.getCode() == KeyCode.ESCAPE;
        });
    }

    /** Opens it, or brings it to the front. */
    public void show() {
        stage.open();
        search.requestFocus();
    }

    /** The sections that have all of some words; all of them where there are none. */
    private void find(String words) {
        List<Section> found = words.isBlank()
                ? sections
                : sections.stream().filter(section -> section.contains(words)).toList();
        contents.getItems().setAll(found);
        if (!words.isBlank()) {
            contents.getSelectionModel().selectFirst();
        }
    }

    private void turnTo(@Nullable Section section) {
        if (section == null) {
            return;
        }
        MarkdownView view = shown;
        if (view == null || section.page() != page) {
            view = new MarkdownView(section.page(), this::open);
            shown = view;
            page = section.page();
            scroll.setContent(view);
        }
        scroll.layout();
        reveal(view.headings().get(section.number()), view);
    }

    private void reveal(Node heading, MarkdownView view) {
        view.applyCss();
        view.layout();
        Bounds whole = view.getLayoutBounds();
        double hidden = whole.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(
                hidden <= 0 ? 0 : Math.min(1, heading.getBoundsInParent().getMinY() / hidden));
    }

    private void open(String path) {
        search.clear();
        sections.stream()
                .filter(section -> section.page().path().equals(path))
                .findFirst()
                .ifPresent(section -> {
                    contents.getSelectionModel().select(section);
                    contents.scrollTo(section);
                });
    }

    /** A title, set in where it is no page's. */
    private static final class SectionCell extends ListCell<Section> {
        @Override
        protected void updateItem(@Nullable Section section, boolean empty) {
            super.updateItem(section, empty);
            getStyleClass().removeAll("guide-contents-page", "guide-contents-section");
            setText(section == null ? null : section.title());
            setWrapText(true);
            setPrefWidth(0);
            if (section != null) {
                getStyleClass().add(section.level() == 1 ? "guide-contents-page" : "guide-contents-section");
            }
        }
    }
}
