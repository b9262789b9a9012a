package unroll.spark;

import java.io.IOException;
import java.util.Locale;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import unroll.sweep.Trial;
import unroll.sweep.TrialResult;
import unroll.sweep.TrialRunner;

/** Trains the trial of a number whole, and leaves its row and its curves in the folder that all see. */
record TrialTask(Broadcast<SharedPlan> plan, SharedFolder out) implements VoidFunction<Integer> {
    static final String ROWS = "trials";
    static final String METRICS = "metrics";

    @Override
    public void call(Integer number) throws IOException {
        TaskContext task = TaskContext.get();
        TrialRunner runner = plan.value().runner();
        Trial trial = runner.plan().trials().get(number - 1);
        TrialResult result = runner.run(trial, null, share -> !task.isInterrupted())
                .orElseThrow(() -> new IOException("The trial was given up, for its task was ended."));
        String name = String.format(Locale.ROOT, "/trial-%04d.csv", number);
        out.write(METRICS + name, result.curves(), task.taskAttemptId());
        out.write(ROWS + name, TrialResult.header() + result.line(runner.plan().fingerprint()), task.taskAttemptId());
    }
}
