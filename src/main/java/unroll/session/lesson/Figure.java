package unroll.session.lesson;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import unroll.message.NumericRange;
import unroll.sample.SampleRequest;
import unroll.session.state.Status;
import unroll.train.Evaluation;

/** A number of the present run that a goal may ask for. Losses are in nats. */
public enum Figure {
    STEP("Step", "%,.0f", evidence -> evidence.status().metrics().step()),
    EPOCH("Epoch", "%.2f", evidence -> evidence.status().metrics().epoch()),
    TRAINING_LOSS(
            "Training loss",
            "%.3f",
            evidence -> evidence.status().metrics().losses().train()),
    VALIDATION_LOSS(
            "Validation loss",
            "%.3f",
            evidence -> evidence.status().metrics().losses().validation()),
    BEST_VALIDATION_LOSS(
            "Best validation loss",
            "%.3f",
            evidence -> evidence.status().metrics().losses().best()),
    /** How much better the network is on what it learns from. */
    LOSS_GAP("Validation minus training loss", "%.3f", Figure::gap),
    /** Share of the asked characters of the validation part that were right, 0 to 1. */
    ACCURACY("Accuracy", "%.3f", Figure::accuracy),
    LEARNING_RATE(
            "Learning rate",
            "%s",
            evidence -> evidence.status().settings().training().learningRate()),
    /** Of the last text that was written on request. */
    TEMPERATURE("Temperature of the text you wrote", "%.2f", Figure::temperature);

    private final String title;
    private final String format;
    private final ToDoubleFunction<Evidence> value;

    Figure(String title, String format, ToDoubleFunction<Evidence> value) {
        this.title = title;
        this.format = format;
        this.value = value;
    }

    /** For a reader. */
    public String title() {
        return title;
    }

    /** As it is written in a file, for example {@code validation-loss}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The number, not a number where it is not known. */
    public double of(Evidence evidence) {
        return value.applyAsDouble(evidence);
    }

    /** A value of this figure as a reader sees it, a dash where it is not known. */
    public String shown(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        return this == LEARNING_RATE ? NumericRange.text(number) : String.format(Locale.ROOT, format, number);
    }

    private static double gap(Evidence evidence) {
        Status status = evidence.status();
        return status.metrics().losses().validation()
                - status.metrics().losses().train();
    }

    private static double accuracy(Evidence evidence) {
        Evaluation evaluation = evidence.status().run().evaluation();
        return evaluation == null ? Double.NaN : evaluation.score().accuracy().value();
    }

    private static double temperature(Evidence evidence) {
        SampleRequest written = evidence.written();
        return written == null ? Double.NaN : written.settings().temperature();
    }
}
