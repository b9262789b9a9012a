package unroll.task.library;

import com.google.auto.service.AutoService;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;

/** Capitals that were made small. */
@AutoService(Task.class)
public final class Capitals extends RestoringTask {
    private static final TaskOption.Switch NAMES = namesOption(false);

    @Override
    public TaskDescription about() {
        return new TaskDescription(
                "capitals",
                "Capitals",
                RnnType.BIDIRECTIONAL,
                20,
                "The network reads text in small letters and says at every step which letter stood there.",
                "Watch the beginnings of sentences come first, and names that only what follows gives away.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.twoWay("gru", 96, 32, 0.003);
    }

    @Override
    public TryIt tryIt() {
        return TryIt.reading("A sentence", "the king of france sleeps", Capitals::small);
    }

    @Override
    TaskOption.Switch names() {
        return NAMES;
    }

    @Override
    String take(String line, UniformRandomProvider random) {
        return small(line);
    }

    private static String small(String line) {
        StringBuilder small = new StringBuilder(line.length());
        line.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
        return small.toString();
    }
}
