package unroll.ui;

import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.run.Phase;
import unroll.session.state.Status;
import unroll.ui.control.Icons;
import unroll.ui.control.Nodes;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Problems and offers, above the columns and in nobody's way; put away with one click. */
final class Banner extends HBox {
    private final WindowModel window;
    private final DetailsDialog details;
    private @Nullable Notice shown;
    private long stepThen;
    private boolean rested;

    Banner(WindowModel window, DetailsDialog details) {
        this.window = window;
        this.details = details;
        setId("banner");
        getStyleClass().add("banner");
        window.noticeProperty().subscribe(this::show);
        window.statusProperty().subscribe(this::dropWhereOver);
        window.onTick(() -> dropWhereOver(window.status()));
    }

    /** What was told while training rested is out of date as soon as it goes on. */
    private void dropWhereOver(Status status) {
        Notice present = shown;
        if (present == null) {
            return;
        }
        BooleanSupplier holds = present.holds();
        rested |= status.phase() != Phase.RUNNING;
        boolean goesOn =
                rested && (status.phase() == Phase.RUNNING || status.metrics().step() > stepThen);
        if (holds == null ? goesOn : !holds.getAsBoolean()) {
            window.noticeProperty().set(null);
        }
    }

    /** An offer stays while there is nothing but good news, which the bar at the bottom tells. */
    private void show(@Nullable Notice notice) {
        boolean offering = shown != null && !shown.offers().isEmpty();
        if (offering && notice != null && !notice.isForBanner()) {
            return;
        }
        shown = notice != null && notice.isForBanner() ? notice : null;
        stepThen = window.status().metrics().step();
        rested = false;
        Nodes.show(this, shown != null);
        if (shown != null) {
            fill(shown);
        }
    }

    private void fill(Notice notice) {
        boolean problem = notice.kind() == Notice.Kind.PROBLEM;
        Label sentence = new Label(notice.sentence(), Icons.of(problem ? Feather.ALERT_TRIANGLE : Feather.INFO));
        sentence.setId("banner-sentence");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        getStyleClass().removeAll("problem", "information");
        getStyleClass().add(problem ? "problem" : "information");
        getChildren().setAll(sentence);
        notice.offers()
                .forEach(offer -> getChildren().add(button(offer.id(), offer.label(), () -> {
                    window.noticeProperty().set(null);
                    offer.action().run();
                })));
        if (!notice.details().isEmpty()) {
            getChildren().add(button("banner-details-button", "Details…", () -> details.show(notice)));
        }
        Button close =
                button("banner-close-button", "", () -> window.noticeProperty().set(null));
        close.setGraphic(Icons.of(Feather.X));
        close.setAccessibleText("Put this message away");
        close.getStyleClass().add("quiet");
        getChildren().add(close);
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
