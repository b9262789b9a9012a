package unroll.task.library;

import com.google.auto.service.AutoService;
import java.text.Normalizer;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;

/** Accents that were taken off by Unicode's decomposition (java.text.Normalizer). */
@AutoService(Task.class)
public final class Accents extends RestoringTask {
    private static final TaskOption.Switch NAMES = namesOption(true);

    @Override
    public TaskDescription about() {
        return new TaskDescription(
                "accents",
                "Accents",
                RnnType.BIDIRECTIONAL,
                30,
                "The network reads words without their accents and says at every step which letter stood there.",
                "Watch it learn from the letters around which language it has before it.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.twoWay("gru", 96, 32, 0.003);
    }

    @Override
    public TryIt tryIt() {
        return TryIt.reading("A name without accents", "Cote d’Ivoire", Accents::bare);
    }

    @Override
    TaskOption.Switch names() {
        return NAMES;
    }

    @Override
    String take(String line, UniformRandomProvider random) {
        return bare(line);
    }

    private static String bare(String line) {
        StringBuilder bare = new StringBuilder(line.length());
        line.codePoints().map(Accents::bare).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** The letter under the accents; a symbol that is not made of a letter and accents stays as it is. */
    private static int bare(int codePoint) {
        int[] parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                .codePoints()
                .toArray();
        boolean accented =
                IntStream.of(parts).skip(1).allMatch(part -> Character.getType(part) == Character.NON_SPACING_MARK);
        return accented ? parts[0] : codePoint;
    }
}
