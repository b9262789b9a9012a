package unroll.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.session.race.RaceStatus;
import unroll.session.run.Phase;
import unroll.session.state.Status;
import unroll.train.TrainingEvent;
import unroll.ui.desk.Notice;
import unroll.ui.desk.Notice.Offer;
import unroll.ui.desk.WindowModel;

/** The last thing that happened, in one sentence. */
final class StatusBar extends HBox {
    private final Label line = new Label();
    private final Button more = new Button("Details…");
    private final Label saved = new Label();
    private final DetailsDialog details;
    private final boolean autosaves;
    private @Nullable Notice last;
    private Phase phase = Phase.READY;
    private RaceStatus.State race = RaceStatus.State.NONE;

    StatusBar(WindowModel desk, DetailsDialog details) {
        this.details = details;
        autosaves = desk.session().autosaves();
        line.setId("status-line");
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        more.setId("status-details-button");
        more.getStyleClass().add("quiet");
        more.managedProperty().bind(more.visibleProperty());
        more.setVisible(false);
        more.setOnAction(event -> showDetails());
        saved.setId("saved-note");
        saved.setMinWidth(USE_PREF_SIZE);
        saved.getStyleClass().add("hint");
        getStyleClass().add("status-bar");
        getChildren().addAll(line, more, saved);
        desk.noticeProperty().subscribe(this::show);
        desk.statusProperty().subscribe(this::show);
        desk.onEvent(event -> hear(desk, event));
        desk.onTick(() -> show(desk.session().race().state()));
    }

    private void show(@Nullable Notice notice) {
        if (notice != null) {
            last = notice;
            line.setText(notice.sentence());
            more.setVisible(!notice.details().isEmpty());
        }
    }

    private void show(Status status) {
        if (status.phase() != phase) {
            phase = status.phase();
            announce(phase, status.metrics().step());
        }
        var file = status.model().file();
        if (status.metrics().step() == 0) {
            saved.setText("");
        } else if (!status.model().unsaved() && file != null) {
            saved.setText("Saved in " + file.getFileName());
        } else {
            saved.setText("Not saved yet" + autosave(status));
        }
    }

    private String autosave(Status status) {
        if (!autosaves) {
            return " · autosave is off";
        }
        return status.phase() == Phase.RUNNING ? " · autosave is on" : "";
    }

    private void announce(Phase now, long step) {
        if (now == Phase.RUNNING) {
            line.setText("Training.");
            more.setVisible(false);
        } else if (now == Phase.PAUSED) {
            line.setText("Paused after step %s.".formatted(Formats.count(step)));
        }
    }

    /** So that a race is known of on every page. */
    private void show(RaceStatus.State now) {
        if (now != race) {
            race = now;
            if (now == RaceStatus.State.RUNNING) {
                line.setText("A race is running (see the Race tab).");
                more.setVisible(false);
            } else if (phase != Phase.RUNNING) {
                line.setText(now == RaceStatus.State.OVER ? "The race is over." : "Race paused.");
            }
        }
    }

    private void showDetails() {
        if (last != null) {
            details.show(last);
        }
    }

    /** Trains on without early stopping, from the best weights. */
    private static Offer continueAnyway(WindowModel desk) {
        return new Offer("continue-anyway-button", "Continue anyway", () -> {
            desk.session().changeSettings(settings -> settings.with(change -> change.patience = 0));
            desk.follow(desk.session().train(), done -> {});
        });
    }

    private void hear(WindowModel desk, TrainingEvent event) {
        if (event instanceof TrainingEvent.Finished finished) {
            desk.tell(
                    finished.early()
                            ? Notice.information(finished.sentence(), continueAnyway(desk))
                            : Notice.information(finished.sentence()));
        } else if (event instanceof TrainingEvent.Failed failed) {
            desk.tell(Notice.problem(failed.sentence(), failed.details()));
        } else if (event instanceof TrainingEvent.Warned warned) {
            desk.tell(Notice.problem(warned.sentence(), ""));
        }
    }
}
