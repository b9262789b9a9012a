package unroll.ui.settings;

import java.util.List;
import javafx.scene.layout.VBox;
import unroll.train.Clipping;
import unroll.train.RateSchedule;
import unroll.train.TrainingConfig;
import unroll.ui.control.NumberField;
import unroll.ui.control.NumericRange;
import unroll.ui.control.RowLayouts;

/** The settings of a run that most people leave as they are. */
final class AdvancedTraining extends VBox {
    private static final TrainingConfig DEFAULT = TrainingConfig.DEFAULT;
    private static final long MAX_SEED = 999_999_999_999_999L;

    private final ScheduleFields schedule;
    private final ClippingFields clipping;
    private final NumberField validateEvery = new NumberField(
                    "validate-every-field",
                    "Validate every (steps)",
                    NumericRange.whole(0, 1_000_000),
                    DEFAULT.validateEvery())
            .tip("How often the loss is measured on text the network does not learn from; 0 is never. Measuring costs a"
                    + " moment each time.");
    private final NumberField sampleEvery = new NumberField(
                    "sample-every-field",
                    "Sample every (steps)",
                    NumericRange.whole(0, 1_000_000),
                    DEFAULT.sampleEvery())
            .tip(
                    "How often a live sample is written; 0 is never. Samples come from a copy and do not disturb the run.");
    private final NumberField maxSteps = new NumberField(
                    "max-steps-field",
                    "Stop at (step, 0: never)",
                    NumericRange.whole(0, 1_000_000_000),
                    DEFAULT.maxSteps())
            .tip(
                    "The run ends by itself at this step; 0 goes on until you pause. With an end, the time left is shown.");
    private final NumberField patience = new NumberField(
                    "patience-field", "Patience (validations)", NumericRange.whole(0, 10_000), DEFAULT.patience())
            .tip("Stop early after so many validations without a new best; 0 is never. It ends a run that has begun to"
                    + " learn by heart.");
    private final NumberField threads = new NumberField(
                    "threads-field", "Threads (0: automatic)", NumericRange.whole(0, 256), DEFAULT.threads())
            .tip("How many processor cores share the hidden units. One core is best left to the window.");
    private final NumberField seed = new NumberField(
                    "seed-field", "Seed", NumericRange.whole(0, MAX_SEED), DEFAULT.seed())
            .tip(
                    "Where every random number of the run comes from. The same seed and settings give the same run again.");

    /** @param apply what to do when one of them was changed */
    AdvancedTraining(Runnable apply) {
        schedule = new ScheduleFields(apply);
        clipping = new ClippingFields(apply);
        for (NumberField field : List.of(validateEvery, sampleEvery, maxSteps, patience, threads, seed)) {
            field.onChange(apply);
        }
        getStyleClass().add("fields");
        getChildren()
                .addAll(
                        schedule,
                        clipping,
                        RowLayouts.equal(validateEvery, sampleEvery),
                        RowLayouts.equal(maxSteps, patience),
                        RowLayouts.equal(threads, seed));
    }

    RateSchedule schedule() {
        return schedule.value();
    }

    Clipping clipping() {
        return clipping.value();
    }

    int validateEvery() {
        return validateEvery.whole();
    }

    int sampleEvery() {
        return sampleEvery.whole();
    }

    long maxSteps() {
        return Math.round(maxSteps.value());
    }

    int patience() {
        return patience.whole();
    }

    int threads() {
        return threads.whole();
    }

    long seed() {
        return Math.round(seed.value());
    }

    void show(TrainingConfig training) {
        schedule.show(training.schedule());
        clipping.show(training.clipping());
        validateEvery.show(training.validateEvery());
        sampleEvery.show(training.sampleEvery());
        maxSteps.show(training.maxSteps());
        patience.show(training.patience());
        threads.show(training.threads());
        seed.show(training.seed());
    }

    /** Locks what a run cannot change, or frees it. */
    void lock(boolean fixed) {
        threads.setDisable(fixed);
        seed.setDisable(fixed);
    }
}
