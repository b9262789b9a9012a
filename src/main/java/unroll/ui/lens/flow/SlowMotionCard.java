package unroll.ui.lens.flow;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.run.Phase;
import unroll.session.run.SlowMotion;
import unroll.ui.control.Card;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.Playback;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Scrolling;
import unroll.ui.control.Tips;
import unroll.ui.model.WindowModel;

/** How a run diverged, step by step: it begins by itself, a second for each step. Takes no room where no run has diverged. */
final class SlowMotionCard extends Card {
    private static final SlowMotion NONE = new SlowMotion(List.of());

    private final WindowModel window;
    private final Thermometer thermometer = new Thermometer();
    private final Label words = Labels.wrapped("");
    private final Slider place = new Slider(0, 0, 0);
    private final Button play = new Button("", Icons.of(Feather.PLAY));
    private final Button next = new Button("Next step", Icons.of(Feather.SKIP_FORWARD));
    private final Playback playback = new Playback(System::nanoTime, 0);
    private SlowMotion motion = NONE;

    SlowMotionCard(WindowModel window) {
        super("Slow motion: the norm of the gradient");
        this.window = window;
        setId("slow-motion");
        words.setId("slow-motion-words");
        words.getStyleClass().add("slow-motion-words");
        play.setId("slow-motion-play");
        play.setOnAction(event -> {
            if (playback.isRunning()) {
                playback.stop();
            } else {
                start();
            }
            name();
        });
        next.setId("slow-motion-next");
        next.setOnAction(event -> {
            playback.stop();
            name();
            place.setValue(index() + 1);
        });
        place.setId("slow-motion-place");
        place.setBlockIncrement(1);
        place.setAccessibleText("Step");
        place.valueProperty().subscribe(value -> show());
        Tips.on(place, "Goes through the steps of the run. Arrow keys go to the next one.");
        HBox.setHgrow(place, Priority.ALWAYS);
        getChildren().addAll(words, thermometer, RowLayouts.of(play, next, place));
        Nodes.show(this, false);
        name();
        window.statusProperty().subscribe(status -> follow());
        window.onTick(this, this::tick);
    }

    /** What is under way is over as soon as training goes on. */
    private void follow() {
        boolean diverged = window.status().phase() == Phase.FAILED
                && window.session().recent().view().diverged();
        SlowMotion now = diverged ? SlowMotion.of(window.curvesProperty().get(), true) : NONE;
        if (now.equals(motion)) {
            return;
        }
        motion = now;
        playback.stop();
        Nodes.show(this, !now.frames().isEmpty());
        if (!now.frames().isEmpty()) {
            place.setMax(now.frames().size() - 1);
            playback.lasting(now.frames().size());
            place.setValue(0);
            show();
            start();
            Scrolling.reveal(this);
        }
        name();
    }

    private void start() {
        playback.start(place.getMax() == 0 ? 1 : place.getValue() / place.getMax());
    }

    private void tick() {
        if (playback.isRunning() && Nodes.isShowing(this)) {
            double share = playback.share();
            place.setValue(Math.floor(share * place.getMax()));
            if (share >= 1) {
                playback.stop();
                name();
            }
        }
    }

    private int index() {
        return (int) Math.round(place.getValue());
    }

    private void show() {
        if (!motion.frames().isEmpty()) {
            words.setText(motion.words(index()));
            thermometer.show(motion.frames().subList(0, index() + 1), motion.norms(), words.getText());
            next.setDisable(index() == place.getMax());
        }
    }

    private void name() {
        play.setText(playback.isRunning() ? "Pause" : "Play");
        play.setGraphic(Icons.of(playback.isRunning() ? Feather.PAUSE : Feather.PLAY));
    }
}
