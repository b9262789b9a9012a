package unroll.ui.history;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.message.Formats;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.message.Wording;
import unroll.session.Preferences;
import unroll.session.data.Dataset;
import unroll.session.history.Snapshots;
import unroll.session.history.Snapshots.Snapshot;
import unroll.session.run.Curves;
import unroll.ui.chart.LossTimeline;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.Playback;
import unroll.ui.control.Scrolling;
import unroll.ui.control.StateButton;
import unroll.ui.control.Tips;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.lens.flow.FlowMap;
import unroll.ui.lens.unit.PaintedText;
import unroll.ui.lens.unit.UnitChoice;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;
import unroll.ui.samples.ReadOnlyText;

/** A slider over the snapshots of a run: what the network was like then, and training from there. */
public final class HistoryPage extends VBox {
    private static final String WORDS =
            "While it trains, the network is kept on disk every now and then. Move the slider to see what it was like at any"
                    + " of these snapshots; training can continue from there.";
    private static final String EMPTY = "Press Train, and the run can be replayed here.";
    private static final double MAX_TEXT_EM = 40;
    /** That replaying the whole run takes. */
    private static final double SECONDS = 20;
    /** Answers of some kilobytes each. */
    private static final int MAX_CACHED = 400;

    private final WindowModel window;
    private final ModelSwitcher switcher;
    private final SnapshotSlider slider = Nodes.grow(new SnapshotSlider(this::choose));
    private final Playback playback = new Playback(System::nanoTime, SECONDS);
    private final ModelQuery<SnapshotView.SnapshotQuery, SnapshotView> query;
    private final StateButton play = new StateButton("play-snapshots", "Play", this::togglePlaying);
    private final Button goOn =
            Buttons.of("go-on-from-here", "Resume from here", Feather.CORNER_UP_RIGHT, this::goOnFromHere);
    private final CheckBox keep = Nodes.named("record-snapshots", new CheckBox("Record snapshots"));
    private final Label caption = Nodes.named("snapshot-caption", Labels.wrapped(""));
    private final Label disk = Nodes.styled(new Label(), "hint", "snapshots-on-disk");
    private final Label trouble = Labels.refusal("snapshots-trouble");
    private final LossTimeline chart;
    private final Card writing;
    private final ReadOnlyText text = Nodes.named("past-text", new ReadOnlyText(MAX_TEXT_EM));
    private final UnitChoice units = new UnitChoice();
    private final PaintedText painted = new PaintedText("past");
    private final FlowMap flow = new FlowMap();
    private final ScrollPane below;
    private Snapshots snapshots = Snapshots.NONE;
    private Curves.@Nullable View curves;

    public HistoryPage(WindowModel window, ModelSwitcher switcher) {
        this.window = window;
        this.switcher = switcher;
        query = window.query(
                        this,
                        (SnapshotView.SnapshotQuery question) -> window.session()
                                .copies()
                                .inspect(question.snapshot().step(), question::run))
                .cache(MAX_CACHED)
                .onAnswer(this::show)
                .onRefusal(trouble::setText);
        chart = new LossTimeline(EMPTY, window.curvesProperty().get(), step -> {
            stop();
            slider.seek(step);
        });
        writing = new Card("What it wrote then", text);
        below = Scrolling.changing(new ScrollPane(instruments()));
        below.setFitToWidth(true);
        below.getStyleClass().addAll("edge-to-edge", "past");
        VBox.setVgrow(below, Priority.ALWAYS);
        setId("history");
        getStyleClass().add("lens-page");
        Card machine = new Card("Time machine", track(), caption, chart, actions(), trouble);
        machine.explain(WORDS, "history", window.session().preferences());
        getChildren().addAll(machine, below);
        units.onChange(this::submit);
        offer(Snapshots.NONE);
        window.onTick(this, this::tick);
    }

    private HBox track() {
        Tips.on(play, "Runs through the snapshots, in twenty seconds from the first to the last.");
        slider.setOnMousePressed(event -> stop());
        slider.setOnKeyPressed(event -> stop());
        HBox track = Nodes.styled(new HBox(play, slider), "snapshot-track");
        return track;
    }

    private FlowPane actions() {
        Tips.on(
                goOn,
                "Restores the model of this snapshot. Training then continues from it exactly as it did, unless"
                        + " you change something.");
        Preferences memory = window.session().preferences();
        keep.setSelected(memory.recordsSnapshots());
        keep.setOnAction(event -> {
            memory.recordSnapshots(keep.isSelected());
            if (!keep.isSelected()) {
                window.session().history().deleteSnapshots();
            }
        });
        Tips.on(
                keep,
                "At most 200 snapshots and 256 MB, of one run at a time, in the program's folder. Unticked, no more are recorded"
                        + " and those there are deleted.");
        FlowPane actions = Nodes.styled(new FlowPane(goOn, keep, disk), "unit-choice");
        return actions;
    }

    private VBox instruments() {
        FlowPane choice = Nodes.styled(new FlowPane(), "unit-choice");
        choice.getChildren().addAll(units.controls());
        Label reading = Labels.hint("");
        reading.textProperty().bind(flow.readingProperty());
        VBox instruments = new VBox(
                writing,
                new Card("Text painted by a neuron", choice, painted),
                new Card("How the gradient flowed", flow, reading));
        instruments.getStyleClass().add("past-cards");
        return instruments;
    }

    // --- following the run ---

    private void tick() {
        if (!Nodes.isShowing(this)) {
            stop();
            return;
        }
        Snapshots now = window.session().history().snapshots();
        if (now != snapshots) {
            offer(now);
        }
        Curves.View drawn = window.curvesProperty().get();
        if (drawn != curves) {
            curves = drawn;
            chart.show(drawn, symbols());
            showCaption();
        }
        if (playback.isRunning()) {
            double share = playback.share();
            slider.seekShare(share);
            if (share >= 1) {
                stop();
            }
        }
    }

    private int symbols() {
        Dataset dataset = window.status().dataset();
        return dataset == null
                ? 2
                : dataset.data().layout().alphabets().output().size();
    }

    private void offer(Snapshots now) {
        snapshots = now;
        disk.setText(
                now.kept().isEmpty()
                        ? ""
                        : Wording.count(now.kept().size(), "snapshot") + ", " + Formats.bytes(now.bytes())
                                + " on disk");
        trouble.setText(sentence(now.trouble()));
        boolean none = now.kept().isEmpty();
        play.setDisable(none);
        goOn.setDisable(none);
        below.setVisible(!none);
        slider.offer(now.kept());
        if (none) {
            query.cancel();
            flow.restartScale();
            chart.mark(Double.NaN);
            showCaption();
        }
    }

    private static String sentence(@Nullable Problem trouble) {
        return trouble == null ? "" : trouble.sentence(Front.WINDOW);
    }

    // --- one snapshot ---

    private void choose(Snapshot snapshot) {
        chart.mark(snapshot.step());
        showCaption();
        submit();
    }

    private void showCaption() {
        Snapshot snapshot = slider.snapshot();
        caption.setText(
                snapshot == null
                        ? keep.isSelected()
                                ? "No snapshots yet."
                                : "No snapshots are recorded; tick the box below to record them."
                        : SnapshotCaption.of(
                                snapshot,
                                window.status(),
                                window.curvesProperty().get()));
    }

    private void submit() {
        Snapshot snapshot = slider.snapshot();
        if (snapshot != null) {
            query.submit(SnapshotView.SnapshotQuery.of(snapshot, units.unit(), window.status()));
        }
    }

    private void show(SnapshotView.SnapshotQuery question, SnapshotView seen) {
        trouble.setText(sentence(snapshots.trouble()));
        boolean writes = question.settings().task().writing().isPresent();
        writing.setTitle((writes ? "What it wrote at step %s" : "What it answered at step %s")
                .formatted(Formats.count(question.snapshot().step())));
        seen.text().handTo(words -> text.setText(words.strip()), text::setText);
        seen.painted()
                .handTo(
                        now -> {
                            units.offer(now.spec());
                            painted.show(now);
                        },
                        painted::refuse);
        seen.flow().handTo(flow::show, flow::refuse);
    }

    // --- doing ---

    private void togglePlaying() {
        if (playback.isRunning()) {
            stop();
        } else {
            playback.start(slider.share());
            showPlaying();
        }
    }

    private void stop() {
        if (playback.isRunning()) {
            playback.stop();
            showPlaying();
        }
    }

    private void showPlaying() {
        boolean running = playback.isRunning();
        play.show(running ? "Stop" : "Play", running ? Feather.SQUARE : Feather.PLAY);
    }

    private void goOnFromHere() {
        Snapshot snapshot = slider.snapshot();
        if (snapshot == null) {
            return;
        }
        stop();
        String step = Formats.count(snapshot.step());
        switcher.replace(
                () -> window.session().history().goBackTo(snapshot.step()),
                () -> Notice.information("Step %s was restored. Press Train to continue from it.".formatted(step)));
    }
}
