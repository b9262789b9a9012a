package unroll.ui.results;

import unroll.task.AnswerMode;
import unroll.task.RnnType;
import unroll.task.score.TaskScore;
import unroll.ui.control.Labels;

/** Where in an example, or in an answer, the network is right. */
final class PlacesCard extends ResultCard {
    private final PlaceBars bars;

    PlacesCard(RnnType type) {
        super(title(type));
        bars = new PlaceBars(type.answer() == AnswerMode.AT_THE_END ? "length" : "place");
        bars.setTitle("Accuracy by position.");
        getChildren().addAll(Labels.hint(meaning(type)), bars);
    }

    /** Whether there is more than one place to compare. */
    static boolean isOf(TaskScore score) {
        return score.byPlace().stream().filter(share -> share.asked() > 0).count() > 1;
    }

    private static String title(RnnType type) {
        return switch (type.answer()) {
            case AT_THE_END -> "Accuracy by length of the input";
            case AT_EVERY_STEP -> "Accuracy by step";
            case WRITTEN -> "Accuracy by position in the answer";
        };
    }

    private static String meaning(RnnType type) {
        return switch (type.answer()) {
            case AT_THE_END ->
                "The answer comes after the last character, so the place is the length: how much the network had to read, and to remember.";
            case AT_EVERY_STEP ->
                "Step 1 is the first character of an example. Long examples alone reach the last steps.";
            case WRITTEN ->
                "Place 1 is the first character of the answer; the mark that ends an answer has a place too. Each is asked for after the right ones before it.";
        };
    }

    @Override
    void show(ValidationResults measurement) {
        bars.show(measurement.evaluation().score().byPlace());
    }
}
