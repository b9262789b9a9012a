package unroll.ui.lens.flow;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import unroll.plot.Axis;
import unroll.plot.Ink;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.plot.Surface.Pen;
import unroll.plot.Ticks;
import unroll.session.run.Phase;
import unroll.session.run.SlowMotion;
import unroll.session.run.SlowMotion.Frame;
import unroll.ui.control.Buttons;
import unroll.ui.control.CanvasPane;
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
    private final Button play = Buttons.of("slow-motion-play", "", this::toggle);
    private final Button next = Buttons.of("slow-motion-next", "Next step", Feather.SKIP_FORWARD, this::goToNext);
    private final Playback playback = new Playback(System::nanoTime, 0);
    private SlowMotion motion = NONE;

    SlowMotionCard(WindowModel window) {
        super("Slow motion: the norm of the gradient");
        this.window = window;
        setId("slow-motion");
        words.setId("slow-motion-words");
        words.getStyleClass().add("slow-motion-words");
        place.setId("slow-motion-place");
        place.setBlockIncrement(1);
        place.setAccessibleText("Step");
        place.valueProperty().subscribe(value -> show());
        Tips.on(place, "Goes through the steps of the run. Arrow keys go to the next one.");
        HBox.setHgrow(place, Priority.ALWAYS);
        getChildren().addAll(words, thermometer, RowLayouts.of(play, next, place));
        Nodes.show(this, false);
        updatePlayButton();
        window.statusProperty().subscribe(status -> follow());
        window.onTick(this, this::tick);
    }

    private void toggle() {
        if (playback.isRunning()) {
            playback.stop();
        } else {
            start();
        }
        updatePlayButton();
    }

    private void goToNext() {
        playback.stop();
        updatePlayButton();
        place.setValue(index() + 1);
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
        updatePlayButton();
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
                updatePlayButton();
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

    private void updatePlayButton() {
        play.setText(playback.isRunning() ? "Pause" : "Play");
        play.setGraphic(Icons.of(playback.isRunning() ? Feather.PAUSE : Feather.PLAY));
    }

    /** The norm of a gradient as a level, by powers of ten, with a mark at each norm before it. */
    private static final class Thermometer extends CanvasPane {
        private static final double SIDE_EM = 2.4;
        private static final double TOP_EM = 0.4;
        private static final double TUBE_EM = 1.3;

        private Axis axis = Axis.decades();
        private List<Frame> frames = List.of();

        Thermometer() {
            setId("thermometer");
        }

        /** @param now the steps up to the present one; at least one */
        void show(List<Frame> now, Axis norms, String words) {
            frames = now;
            axis = norms;
            setAccessibleText(words);
            redraw();
        }

        @Override
        protected void draw(GraphicsContext g) {
            if (frames.isEmpty()) {
                return;
            }
            Surface surface = surface(g);
            double top = TOP_EM * em();
            double bottom = top + TUBE_EM * em();
            Frame now = frames.get(frames.size() - 1);
            Ink ink = now.isDiverged() ? Ink.ALERT : Ink.ORANGE;
            surface.fill(left(), top, at(now.norm()), bottom, palette().rgb(ink));
            for (Frame frame : frames) {
                double x = Math.floor(at(frame.norm())) + 0.5;
                surface.line(x, top, x, bottom, Pen.thin(Ink.TEXT));
            }
            surface.frame(left(), top, right(), bottom, Pen.thin(Ink.TEXT));
            double free = 0;
            for (Ticks.Tick tick : Ticks.of(axis, (int) Math.max(2, (right() - left()) / (5 * em())))) {
                double x = Math.floor(at(tick.value())) + 0.5;
                surface.line(x, bottom, x, bottom + 0.3 * em(), Pen.thin(Ink.TEXT));
                double half = surface.textWidth(tick.label()) / 2;
                if (x - half >= free) {
                    surface.text(tick.label(), x, bottom + 1.1 * em(), Align.CENTER);
                    free = x + half + 0.6 * em();
                }
            }
            if (now.isDiverged()) {
                surface.text(
                        "∞", right() + 0.5 * em(), (top + bottom) / 2, new Surface.TextStyle(Align.LEFT, ink, true));
            }
        }

        private double at(double norm) {
            return left() + Math.max(0, Math.min(1, axis.at(norm))) * (right() - left());
        }

        private double left() {
            return SIDE_EM * em();
        }

        private double right() {
            return Math.max(left() + 1, getWidth() - SIDE_EM * em());
        }
    }
}
