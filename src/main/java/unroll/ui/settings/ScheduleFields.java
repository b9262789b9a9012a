package unroll.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import unroll.message.NumericRange;
import unroll.settings.SettingsSchema;
import unroll.train.RateSchedule;
import unroll.ui.control.Choice;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;

/** How the learning rate moves over a run, with the numbers that belong to each way. */
final class ScheduleFields extends VBox {
    private static final long MAX_STEPS = 1_000_000_000;

    /** The ways a rate can move. */
    enum ScheduleKind {
        CONSTANT("Constant"),
        STEP_DECAY("Step decay"),
        COSINE("Cosine with warm-up"),
        PLATEAU("Reduce on plateau");

        private final String title;

        ScheduleKind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Choice<ScheduleKind> kind = new Choice<>(
                    "schedule-choice",
                    SettingsSchema.SCHEDULE.label(),
                    List.of(ScheduleKind.values()),
                    ScheduleKind::title)
            .tip(SettingsSchema.SCHEDULE.help());
    private final NumberField decayFactor = factor("decay-factor-field", 0.5);
    private final NumberField decayEvery =
            new NumberField("decay-every-field", "every (steps)", NumericRange.whole(1, MAX_STEPS), 1000);
    private final NumberField warmUp =
            new NumberField("warm-up-field", "Warm-up (steps)", NumericRange.whole(0, MAX_STEPS), 100);
    private final NumberField total =
            new NumberField("cosine-total-field", "Falls until (step)", NumericRange.whole(1, MAX_STEPS), 10_000);
    private final NumberField floor = new NumberField(
            "cosine-floor-field",
            "Lowest rate (share of the base rate)",
            NumericRange.real("a share from 0 to 1", 0, 1),
            0.05);
    private final NumberField plateauFactor = factor("plateau-factor-field", 0.5);
    private final NumberField plateauPatience =
            new NumberField("plateau-patience-field", "after (validations)", NumericRange.whole(1, 10_000), 5);

    /** @param apply gets the value when one of them was changed */
    ScheduleFields(Consumer<RateSchedule> apply) {
        kind.onChoice(chosen -> {
            numbers(chosen);
            apply.accept(value());
        });
        for (NumberField field :
                List.of(decayFactor, decayEvery, warmUp, total, floor, plateauFactor, plateauPatience)) {
            field.onChange(() -> apply.accept(value()));
        }
        getStyleClass().addAll("fields", "field-group");
        kind.show(ScheduleKind.CONSTANT);
        numbers(ScheduleKind.CONSTANT);
    }

    private static NumberField factor(String id, double initial) {
        return new NumberField(
                id,
                "Rate times",
                NumericRange.real("a factor above 0 and below 1, for example 0.5", 1e-9, 1 - 1e-9),
                initial);
    }

    private RateSchedule value() {
        return switch (kind.value()) {
            case CONSTANT -> RateSchedule.CONSTANT;
            case STEP_DECAY -> new RateSchedule.StepDecay(decayFactor.value(), decayEvery.whole());
            case COSINE -> new RateSchedule.Cosine(warmUp.whole(), total.whole(), floor.value());
            case PLATEAU -> new RateSchedule.Plateau(plateauFactor.value(), plateauPatience.whole());
        };
    }

    void show(RateSchedule schedule) {
        if (schedule instanceof RateSchedule.StepDecay decay) {
            show(ScheduleKind.STEP_DECAY);
            decayFactor.show(decay.factor());
            decayEvery.show(decay.every());
        } else if (schedule instanceof RateSchedule.Cosine cosine) {
            show(ScheduleKind.COSINE);
            warmUp.show(cosine.warmUp());
            total.show(cosine.total());
            floor.show(cosine.floor());
        } else if (schedule instanceof RateSchedule.Plateau plateau) {
            show(ScheduleKind.PLATEAU);
            plateauFactor.show(plateau.factor());
            plateauPatience.show(plateau.patience());
        } else {
            show(ScheduleKind.CONSTANT);
        }
    }

    private void show(ScheduleKind now) {
        if (now != kind.value()) {
            kind.show(now);
            numbers(now);
        }
    }

    private void numbers(ScheduleKind now) {
        List<Node> fields = switch (now) {
            case CONSTANT -> List.of(kind);
            case STEP_DECAY -> List.of(kind, RowLayouts.equal(decayFactor, decayEvery));
            case COSINE -> List.of(kind, RowLayouts.equal(warmUp, total), floor);
            case PLATEAU -> List.of(kind, RowLayouts.equal(plateauFactor, plateauPatience));
        };
        getChildren().setAll(fields);
    }
}
