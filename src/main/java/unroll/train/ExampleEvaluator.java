package unroll.train;

import unroll.network.Argmax;
import unroll.network.Network;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.task.AnswerMode;
import unroll.task.BatchPlan;
import unroll.task.ExampleBatch;
import unroll.task.RnnType;
import unroll.task.TaskData;
import unroll.task.score.ScoreSheet;
import unroll.task.score.TaskScore;

/** Asks a network examples, so many at a time, and counts its answers. */
final class ExampleEvaluator {
    private final TaskData.ExampleSets data;
    private final Subsample examples;
    private final RnnType type;
    private final BatchPlan plan;
    private final int columns;

    /**
     * @param examples of these data
     * @param columns asked at a time
     */
    ExampleEvaluator(TaskData.ExampleSets data, Subsample examples, int columns) {
        this.data = data;
        this.examples = examples;
        this.columns = columns;
        type = data.layout().type();
        // Measuring needs no random order; the plan brings examples of similar length together.
        plan = new BatchPlan(examples, type, columns, 0);
    }

    /** @param unroll with room for the longest example, and as many columns */
    Evaluation evaluate(Network network, Unroll unroll) {
        ScoreSheet sheet = new ScoreSheet(data.layout(), examples.all(), data.matcher());
        State zero = State.zero(network.spec(), columns);
        double sum = 0;
        for (int number = 0; number < plan.batches(); number++) {
            ExampleBatch batch = plan.read(0, number);
            unroll.forward(batch.source(), batch.batch().inputs(), zero, null);
            int[] predicted = Argmax.ofColumns(unroll.logits(), network.spec().outputs());
            sum += unroll.loss(batch.batch().targets(), 0);
            count(batch, plan.indices(0, number), predicted, sheet);
        }
        TaskScore score = sheet.score();
        return new Evaluation(sum / score.accuracy().asked(), score.accuracy().asked(), score);
    }

    private void count(ExampleBatch batch, int[] indices, int[] predicted, ScoreSheet sheet) {
        for (int column = 0; column < indices.length; column++) {
            int index = examples.indexInAll(indices[column]);
            int steps = examples.all().example(index).inputs().length;
            int[] own = new int[steps];
            int first = batch.firstStep(type, steps);
            for (int t = 0; t < steps; t++) {
                own[t] = predicted[(first + t) * columns + column];
            }
            if (type.answer() == AnswerMode.WRITTEN) {
                sheet.addWritten(index, own);
            } else {
                sheet.addSteps(index, own);
            }
        }
    }
}
