package unroll.ui;

import unroll.session.run.Phase;
import unroll.ui.desk.Notice;
import unroll.ui.desk.WindowModel;
import unroll.ui.files.Guard;

/** What can be done to the run. */
final class RunActions {
    private final WindowModel desk;
    private final Guard guard;

    RunActions(WindowModel desk, Guard guard) {
        this.desk = desk;
        this.guard = guard;
    }

    /** Train where it rests, pause where it runs. */
    void toggle() {
        if (desk.status().phase() == Phase.RUNNING) {
            desk.follow(desk.session().pause(), done -> {});
        } else if (desk.status().opened().text() != null) {
            desk.follow(desk.session().train(), done -> {});
        }
        desk.refresh();
    }

    void step() {
        desk.follow(desk.session().step(), done -> {});
    }

    void restoreBest() {
        desk.follow(
                desk.session().restoreBest(),
                done -> desk.tell(Notice.information("The weights with the lowest validation loss are back.")));
    }

    void reset() {
        guard.beforeLoss("it is reset", () -> desk.follow(desk.session().reset(), done -> {}));
    }
}
