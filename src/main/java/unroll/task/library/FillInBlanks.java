package unroll.task.library;

import com.google.auto.service.AutoService;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;

/** Characters that were blanked out at random. */
@AutoService(Task.class)
public final class FillInBlanks extends RestoringTask {
    private static final TaskOption.Switch NAMES = namesOption(false);
    private static final int ONE_IN = 5;
    private static final int BLANK = '_';

    @Override
    public TaskDescription about() {
        return new TaskDescription(
                "blanks",
                "Blanked characters",
                RnnType.BIDIRECTIONAL,
                40,
                "The network reads text in which some characters are blanked out and says at every step what stood there.",
                "Watch two ways beat one way by far: what follows a blank says as much as what comes before it.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.twoWay("gru", 96, 32, 0.003);
    }

    @Override
    public TryIt tryIt() {
        return TryIt.plain("Text with _ for blanks", "th_ q_ick");
    }

    @Override
    TaskOption.Switch names() {
        return NAMES;
    }

    @Override
    String take(String line, UniformRandomProvider random) {
        StringBuilder blanked = new StringBuilder(line.length());
        line.codePoints()
                .map(codePoint -> random.nextInt(ONE_IN) == 0 ? BLANK : codePoint)
                .forEach(blanked::appendCodePoint);
        return blanked.toString();
    }
}
