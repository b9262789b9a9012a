package unroll.ui.race;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.message.Formats;
import unroll.message.Front;
import unroll.session.race.RaceStatus.Standing;
import unroll.session.run.RunEnding;
import unroll.session.run.RunProgress;
import unroll.train.Evaluation;
import unroll.train.TrainingEvent;
import unroll.train.TrainingEvent.Sampled;
import unroll.ui.chart.RaceKey;
import unroll.ui.control.Buttons;
import unroll.ui.control.FactGrid;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;
import unroll.ui.samples.ReadOnlyText;
import unroll.ui.samples.SampleKind;

/** One network of a race: its figures and what it wrote last. */
final class RaceColumn extends VBox {
    private static final double MAX_EM = 60;

    private final FactGrid figures = new FactGrid();
    private final Label parameters;
    private final Label speed;
    private final Label training;
    private final Label validation;
    private final FontIcon award = Icons.of(Feather.AWARD);
    private final @Nullable Label right;
    private final Label ending;
    private final Button adopt;
    private final Label when = Nodes.styled(new Label(), "sample-label");
    private final ReadOnlyText text = new ReadOnlyText(MAX_EM);
    private @Nullable Sampled shown;

    /**
     * @param place in the race, from 0
     * @param taken what to do when it is to become the model
     */
    RaceColumn(Standing standing, int place, Runnable taken) {
        RaceKey key = Nodes.styled(new RaceKey(standing.name(), place), "card-title");
        key.setWrapText(true);
        key.setMinHeight(USE_PREF_SIZE);
        parameters = figure("Parameters", "parameters", place);
        speed = figure("Chars/s", "speed", place);
        training = figure("Training", "training", place);
        validation = figure("Validation", "validation", place);
        right = SampleKind.of(standing.variant().settings()) == SampleKind.ANSWERS
                ? figure("All right", "right", place)
                : null;
        ending = Labels.refusal("race-ending-" + place);
        adopt = Buttons.of("race-take-" + place, "Continue with this", Feather.CORNER_DOWN_RIGHT, taken);
        adopt.setMaxWidth(Double.MAX_VALUE);
        Tips.on(
                adopt,
                "Makes this network your model, exactly as it is now, and ends the race. Training then continues with it.");
        text.setId("race-text-" + place);
        text.setVisible(false);
        text.managedProperty().bind(text.visibleProperty());
        getStyleClass().addAll("card", "race-column");
        setMinWidth(0);
        getChildren().addAll(key, figures, ending, when, text, RowLayouts.gap(), adopt);
    }

    private Label figure(String title, String id, int place) {
        return figures.add(title, String.format(Locale.ROOT, "race-%s-%d", id, place));
    }

    /** @param canBeTaken whether its network is still there */
    void show(Standing now, boolean canBeTaken) {
        RunProgress progress = now.progress();
        parameters.setText(now.parameters() == 0 ? "–" : Formats.rate(now.parameters()));
        speed.setText(
                progress.metrics().step() == 0
                        ? "–"
                        : Formats.rate(progress.metrics().charsPerSecond()));
        training.setText(Formats.loss(progress.metrics().losses().train()));
        validation.setText(Formats.loss(progress.metrics().losses().validation()));
        if (right != null) {
            Evaluation evaluation = progress.evaluation();
            right.setText(
                    evaluation == null ? "–" : evaluation.score().exactMatch().percent());
        }
        ending.setText(words(now.ending()));
        adopt.setDisable(!canBeTaken);
        write(now.sample());
    }

    private static String words(@Nullable TrainingEvent ending) {
        if (ending instanceof TrainingEvent.Failed failed) {
            return "Out. " + failed.problem().sentence(Front.WINDOW);
        }
        return ending instanceof TrainingEvent.Finished finished ? RunEnding.sentence(finished) : "";
    }

    private void write(@Nullable Sampled sample) {
        if (sample != null && sample != shown) {
            shown = sample;
            when.setText("At step " + Formats.count(sample.step()));
            text.show(SampleKind.laidOut(sample), sample.realWords().places());
            text.setVisible(true);
            text.setAccessibleText(when.getText());
        }
    }

    /** Marks the lowest validation loss by more than its number. */
    void setLeading(boolean lowest) {
        validation.setGraphic(lowest ? award : null);
    }
}
