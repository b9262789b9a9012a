package unroll.task.library;

import com.google.auto.service.AutoService;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.message.Reason;
import unroll.task.DataKind;
import unroll.task.InputOutput;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.RandomStreams;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TaskRequest;
import unroll.task.TryIt;
import unroll.task.data.LocaleNames;
import unroll.task.data.PairTask;

/**
 * Lines from which something was taken, character for character, to be put back. The lines are the text's or the
 * JDK's names of countries and languages; those from which nothing was to be taken are left out.
 */
public abstract class RestoringTask extends PairTask {
    private static final TaskOption<Long> MAX_LENGTH = TaskOption.whole(
            "longest", "Maximum characters per line; longer ones are cut.", 60, 5, TaskOptions.MAX_LENGTH);
    private static final TaskOption<Long> EXAMPLES = TaskOptions.examples(20_000);

    private final TaskOption<Boolean> names;

    /** @param useNames whether the JDK's names are used where nothing is chosen */
    private RestoringTask(
            String name, String title, int place, String learns, String watch, TryIt tryIt, boolean useNames) {
        super(new TaskDescription(
                name,
                title,
                RnnType.BIDIRECTIONAL,
                place,
                learns,
                watch,
                StartingPoint.bidirectional("gru", 96, 32, 0.003),
                tryIt,
                Set.of(DataKind.MADE, DataKind.TEXT),
                Set.of(Measure.ACCURACY, Measure.EXACT_MATCH, Measure.RESTORED),
                List.of(namesOption(useNames), MAX_LENGTH, EXAMPLES)));
        names = namesOption(useNames);
    }

    private static TaskOption<Boolean> namesOption(boolean standard) {
        return TaskOption.toggle(
                "names", "Uses the JDK's names of countries and languages instead of the text's lines.", standard);
    }

    /** The line without what is to be restored, as long as it was. */
    abstract String corrupt(String line, UniformRandomProvider random);

    @Override
    protected final List<InputOutput> pairs(OptionValues choices, TaskRequest request) {
        UniformRandomProvider random = RandomStreams.data(request.seed(), about().name());
        List<InputOutput> pairs = new ArrayList<>();
        for (String line : lines(choices, request)) {
            String whole = Normalizer.normalize(line, Normalizer.Form.NFC);
            String corrupted = corrupt(whole, random);
            if (!corrupted.equals(whole)) {
                pairs.add(new InputOutput(corrupted, whole));
            }
        }
        if (pairs.isEmpty()) {
            throw Reason.NOTHING_TO_RESTORE.exception();
        }
        return pairs;
    }

    private List<String> lines(OptionValues choices, TaskRequest request) {
        int max = choices.getInt(EXAMPLES);
        int longest = choices.getInt(MAX_LENGTH);
        if (choices.get(names)) {
            return LocaleNames.ofOneLanguage().stream()
                    .map(InputOutput::input)
                    .filter(name -> name.codePointCount(0, name.length()) <= longest)
                    .limit(max)
                    .toList();
        }
        if (request.corpus() == null) {
            throw Reason.TASK_READS_LINES.exception(about().name());
        }
        return distinctLines(request.corpus(), max, longest);
    }

    /**
     * The first different lines without white space around them; a longer line is cut into pieces.
     *
     * @param max how many at most
     * @param longest characters of a piece at most
     */
    static List<String> distinctLines(Corpus corpus, int max, int longest) {
        Set<String> lines = new LinkedHashSet<>();
        for (int from = 0; from < corpus.length() && lines.size() < max; ) {
            int end = corpus.lineFrom(from).to();
            int to = Math.min(end, from + longest);
            lines.add(corpus.text(new Range(from, to)).strip());
            lines.remove("");
            from = to == end ? end + 1 : to;
        }
        return new ArrayList<>(lines);
    }

    /** Capitals that were made small. */
    @AutoService(Task.class)
    public static final class Capitals extends RestoringTask {
        public Capitals() {
            super(
                    "capitals",
                    "Capitals",
                    20,
                    "The network reads text in small letters and says at every step which letter stood there.",
                    "Sentence starts are learned first, names later.",
                    TryIt.reading("A sentence", "the king of france sleeps", Capitals::small),
                    false);
        }

        @Override
        String corrupt(String line, UniformRandomProvider random) {
            return small(line);
        }

        private static String small(String line) {
            StringBuilder small = new StringBuilder(line.length());
            line.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
            return small.toString();
        }
    }

    /** Accents that were taken off by Unicode's decomposition (java.text.Normalizer). */
    @AutoService(Task.class)
    public static final class Accents extends RestoringTask {
        public Accents() {
            super(
                    "accents",
                    "Accents",
                    30,
                    "The network reads words without their accents and says at every step which letter stood there.",
                    "Watch it learn from the letters around which language it has before it.",
                    TryIt.reading("A name without accents", "Cote d’Ivoire", Accents::bare),
                    true);
        }

        @Override
        String corrupt(String line, UniformRandomProvider random) {
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

    /** Characters that were blanked out at random. */
    @AutoService(Task.class)
    public static final class FillInBlanks extends RestoringTask {
        private static final int ONE_IN = 5;
        private static final int BLANK = '_';

        public FillInBlanks() {
            super(
                    "blanks",
                    "Blanked characters",
                    40,
                    "The network reads text in which some characters are blanked out and says at every step what stood there.",
                    "Watch a bidirectional network beat a unidirectional one by far: what follows a blank says as much as what comes before it.",
                    TryIt.plain("Text with _ for blanks", "th_ q_ick"),
                    false);
        }

        @Override
        String corrupt(String line, UniformRandomProvider random) {
            StringBuilder blanked = new StringBuilder(line.length());
            line.codePoints()
                    .map(codePoint -> random.nextInt(ONE_IN) == 0 ? BLANK : codePoint)
                    .forEach(blanked::appendCodePoint);
            return blanked.toString();
        }
    }
}
