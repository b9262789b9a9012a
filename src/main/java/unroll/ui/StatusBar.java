package unroll.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.session.Session;
import unroll.session.race.RaceStatus;
import unroll.session.run.Phase;
import unroll.session.run.RunEnding;
import unroll.session.state.Status;
import unroll.train.TrainingEvent;
import unroll.ui.control.Nodes;
import unroll.ui.model.Notice;
import unroll.ui.model.Notice.Offer;
import unroll.ui.model.WindowModel;

/** The last thing that happened, in one sentence. */
final class StatusBar extends HBox {
    private final Label line = Nodes.grow(Nodes.named("status-line", new Label()));
    private final Label saved = Nodes.styled(Nodes.named("saved-note", new Label()), "hint");
    private final WindowModel window;
    private Phase phase = Phase.READY;
    private RaceStatus.RaceState race = RaceStatus.RaceState.NONE;

    StatusBar(WindowModel window) {
        this.window = window;
        line.setMaxWidth(Double.MAX_VALUE);
        saved.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("status-bar");
        getChildren().addAll(line, saved);
        window.noticeProperty().subscribe(this::show);
        window.statusProperty().subscribe(this::show);
        window.onEvent(this::onEvent);
        window.onTick(() -> show(window.session().race().state()));
    }

    private void show(@Nullable Notice notice) {
        if (notice != null && !notice.isForBanner()) {
            line.setText(notice.sentence());
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
        if (!window.session().modelFiles().autosaves()) {
            return " · autosave is off";
        }
        return status.phase() == Phase.RUNNING ? " · autosave is on" : "";
    }

    /** A new model has done nothing yet, and how a run ended is told by whoever knows more about it. */
    private void announce(Phase now, long step) {
        line.setText(
                switch (now) {
                    case RUNNING -> "Training.";
                    case PAUSED -> "Paused after step %s.".formatted(Formats.count(step));
                    case READY, FINISHED, FAILED -> "";
                });
    }

    /** So that a race is known of on every page. */
    private void show(RaceStatus.RaceState now) {
        if (now != race) {
            race = now;
            if (now == RaceStatus.RaceState.RUNNING) {
                line.setText("A race is running (see the Race tab).");
            } else if (phase != Phase.RUNNING) {
                line.setText(now == RaceStatus.RaceState.OVER ? "The race is over." : "Race paused.");
            }
        }
    }

    /** Trains on without early stopping, from the best weights. */
    private Offer continueAnyway() {
        return new Offer("continue-anyway-button", "Continue anyway", () -> {
            window.session().settings().change(settings -> settings.with(change -> change.patience = 0));
            window.follow(window.session().train(), done -> {});
        });
    }

    private void onEvent(TrainingEvent event) {
        if (event instanceof TrainingEvent.Finished finished) {
            window.show(
                    finished instanceof TrainingEvent.StoppedEarly
                            ? Notice.information(RunEnding.sentence(finished), continueAnyway())
                            : Notice.information(RunEnding.sentence(finished)));
        } else if (event instanceof TrainingEvent.Failed failed) {
            window.show(Notice.problem(failed.problem(), failed.details()));
        } else if (event instanceof TrainingEvent.Warned warned) {
            Notice warning = Notice.problem(warned.problem(), "");
            window.show(isNothingSaved() ? warning.during(this::isNothingSaved) : warning);
        }
    }

    /** Whether the disk takes neither autosaves nor snapshots just now. */
    private boolean isNothingSaved() {
        Session session = window.session();
        return !session.modelFiles().autosaves()
                || session.history().snapshots().trouble() != null;
    }
}
