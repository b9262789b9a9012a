package unroll.ui;

import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.run.Phase;
import unroll.session.state.Status;
import unroll.ui.control.Buttons;
import unroll.ui.control.ClipboardText;
import unroll.ui.control.Dialogs;
import unroll.ui.control.Icons;
import unroll.ui.control.Nodes;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Problems and offers, above the columns and in nobody's way; put away with one click. */
final class Banner extends HBox {
    private static final ButtonType COPY = new ButtonType("Copy", ButtonData.LEFT);
    private static final int DETAILS_ROWS = 12;

    private final WindowModel window;
    private @Nullable Notice shown;
    private long stepThen;
    private boolean rested;

    Banner(WindowModel window) {
        this.window = window;
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
        boolean problem = notice.kind() == Notice.Severity.PROBLEM;
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
            getChildren().add(button("banner-details-button", "Details…", () -> showDetails(notice)));
        }
        Button close = Buttons.quiet(
                "banner-close-button",
                Feather.X,
                "Put this message away",
                () -> window.noticeProperty().set(null));
        close.setMinWidth(USE_PREF_SIZE);
        getChildren().add(close);
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = Buttons.of(id, words, action);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** What lies behind a failure, to be copied into a report. */
    private void showDetails(Notice notice) {
        String all = notice.sentence() + "\n\n" + notice.details();
        TextArea text = new TextArea(all);
        text.setId("details-text");
        text.setEditable(false);
        text.setPrefRowCount(DETAILS_ROWS);
        text.getStyleClass().add("reading");
        Dialog<ButtonType> dialog = Dialogs.of(getScene().getWindow(), "Details", text, COPY, ButtonType.CLOSE);
        dialog.setResultConverter(button -> {
            if (button == COPY) {
                ClipboardText.copy(all);
            }
            return button;
        });
        dialog.show();
    }
}
