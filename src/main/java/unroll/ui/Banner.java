package unroll.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.run.Phase;
import unroll.ui.control.Icons;
import unroll.ui.desk.Notice;
import unroll.ui.desk.WindowModel;

/** Problems and offers, above the columns and in nobody's way; put away with one click. */
final class Banner extends HBox {
    private final WindowModel desk;
    private final DetailsDialog details;
    private boolean offering;
    private boolean offeredBeforeTraining;
    private boolean offeredAtRest;

    Banner(WindowModel desk, DetailsDialog details) {
        this.desk = desk;
        this.details = details;
        setId("banner");
        getStyleClass().add("banner");
        desk.noticeProperty().subscribe(this::show);
        // Once there is training, an offer that was made before it, or while it rested, is out of date.
        desk.statusProperty().subscribe(status -> {
            boolean begun = offeredBeforeTraining && status.metrics().step() > 0;
            boolean resumed = offeredAtRest && status.phase() == Phase.RUNNING;
            offeredAtRest |= status.phase() != Phase.RUNNING;
            if (offering && (begun || resumed)) {
                show(null);
            }
        });
    }

    /** An offer stays while there is nothing but good news, which the bar at the bottom tells. */
    private void show(@Nullable Notice notice) {
        if (offering
                && notice != null
                && notice.kind() != Notice.Kind.PROBLEM
                && notice.offers().isEmpty()) {
            return;
        }
        offering = notice != null && !notice.offers().isEmpty();
        offeredBeforeTraining = offering && desk.status().metrics().step() == 0;
        offeredAtRest = false;
        boolean worthIt = notice != null
                && (notice.kind() == Notice.Kind.PROBLEM || !notice.offers().isEmpty());
        setVisible(worthIt);
        setManaged(worthIt);
        if (notice != null && worthIt) {
            fill(notice);
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
                    desk.noticeProperty().set(null);
                    offer.action().run();
                })));
        if (!notice.details().isEmpty()) {
            getChildren().add(button("banner-details-button", "Details…", () -> details.show(notice)));
        }
        Button close =
                button("banner-close-button", "", () -> desk.noticeProperty().set(null));
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
