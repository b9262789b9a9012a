package unroll.ui.lens.step;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.lens.step.StepFormulas;
import unroll.lens.step.StepSequence;
import unroll.lens.step.StepSequence.Loss;
import unroll.lens.step.StepSequence.Onward;
import unroll.lens.step.StepSequence.VisitedStep;
import unroll.lens.unit.ReadingExcerpt;
import unroll.message.Symbols;
import unroll.reference.Variable;
import unroll.session.data.Dataset;
import unroll.session.model.ModelSnapshot;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.Example;
import unroll.task.Layout;
import unroll.task.TaskData;
import unroll.task.TextWriting;
import unroll.ui.lens.LayerNames;
import unroll.ui.lens.step.UnitFocus.Position;

/**
 * A step of a walk and what there is to show of it.
 *
 * @param position which step, and whose gradient
 * @param stops the step, and up to two before it in front of it
 * @param backs the backward pass through each of them
 */
record WalkthroughView(Walkthrough walk, Position position, List<VisitedStep> stops, List<StepFormulas> backs) {
    private static final int STOPS = 3;
    private static final int SYMBOLS = 4;
    /** Characters of a text in which a line is looked for. */
    private static final int EXCERPT = 500;
    /** Characters of that line. */
    private static final int READ = 12;

    /**
     * What all its steps have in common.
     *
     * @param text what was typed, or the example
     * @param trained updates of the network when it was taken
     */
    record Walkthrough(StepSequence tour, Layout layout, String text, long trained) {}

    /**
     * The first step of a new walk through a model.
     *
     * @param data what it learns, or null where that is not open
     * @param typed as a person types it; empty for the beginning of the validation text, or for the task's example
     */
    static WalkthroughView first(ModelSnapshot model, @Nullable Dataset data, String typed, long seed, Loss loss) {
        String text = typed.isEmpty() ? example(model, data) : typed;
        Example prompt =
                model.layout().prompt(model.task().task().tryIt().read().apply(text));
        StepSequence tour = new StepSequence(model.network(), prompt, onward(model), seed);
        return at(new Walkthrough(tour, model.layout(), text, model.step()), new Position(1, loss));
    }

    /** The validation text's first line that is more than a word, as far as it is short. */
    private static String example(ModelSnapshot model, @Nullable Dataset data) {
        if (data != null
                && data.data() instanceof TaskData.Streams streams
                && streams.layout().equals(model.layout())) {
            int[] text = ReadingExcerpt.heldOut(streams, EXCERPT).text();
            String whole = new String(text, 0, text.length);
            return whole.lines()
                    .skip(1)
                    .filter(line -> line.length() > READ)
                    .findFirst()
                    .orElse(whole)
                    .codePoints()
                    .limit(READ)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        return example(model);
    }

    /** Something the model can read: its task's example, or where that is foreign to it, symbols it knows. */
    private static String example(ModelSnapshot model) {
        String example = model.task().task().tryIt().example();
        List<String> legal = model.layout().legal();
        boolean known = legal.contains(example)
                || example.codePoints().mapToObj(Character::toString).allMatch(legal::contains);
        return known
                ? example
                : String.join("", legal.subList(0, labeled(model) ? 1 : Math.min(SYMBOLS, legal.size())));
    }

    private static boolean labeled(ModelSnapshot model) {
        return model.layout().type().givesLabel();
    }

    private static Onward onward(ModelSnapshot model) {
        boolean carries =
                model.task().writing().filter(TextWriting.CARRYING::equals).isPresent();
        return switch (model.layout().type().answer()) {
            case WRITTEN -> Onward.READS_WHAT_IT_DREW;
            case AT_EVERY_STEP -> carries ? Onward.READS_WHAT_IT_DREW : Onward.ENDS;
            case AT_THE_END -> Onward.ENDS_WITH_THE_ANSWER;
        };
    }

    /** Another position of the same walk. */
    WalkthroughView at(Position other) {
        return at(walk, other);
    }

    private static WalkthroughView at(Walkthrough walk, Position position) {
        StepSequence tour = walk.tour;
        int time = position.time();
        int from = Math.max(1, time - STOPS + 1);
        List<VisitedStep> stops =
                IntStream.rangeClosed(from, time).mapToObj(tour::stop).toList();
        // A step that is asked nothing has no loss of its own.
        Loss loss = tour.stop(time).asked() ? position.loss() : Loss.OF_ALL_STEPS;
        return new WalkthroughView(walk, new Position(time, loss), stops, tour.backward(loss, from, time));
    }

    StepSequence tour() {
        return walk.tour;
    }

    VisitedStep stop() {
        return stops.get(stops.size() - 1);
    }

    StepFormulas step() {
        return stop().step();
    }

    StepFormulas back() {
        return backs.get(backs.size() - 1);
    }

    /** n_a. */
    int hidden() {
        return step().values(0).of(Variable.after("a")).length;
    }

    /** Whether this is a step of an encoder. */
    boolean isSource() {
        return isSource(stop());
    }

    private boolean isSource(VisitedStep stop) {
        return stop.time() <= walk.tour.sourceSteps();
    }

    private Alphabet reader(VisitedStep stop) {
        return isSource(stop)
                ? walk.layout.alphabets().source()
                : walk.layout.alphabets().input();
    }

    /** t of a stop as the network counts, its decoder from 1 again. */
    int time(VisitedStep stop) {
        return isSource(stop) ? stop.time() : stop.time() - walk.tour.sourceSteps();
    }

    /** What a stop reads, made visible. */
    String reads(VisitedStep stop) {
        return visible(reader(stop), stop.step().symbol());
    }

    /** Of a stop, for example {@code t = 3, “e”}. */
    String name(VisitedStep stop) {
        String name = String.format(Locale.ROOT, "t = %d, “%s”", time(stop), reads(stop));
        if (walk.tour.sourceSteps() == 0) {
            return name;
        }
        return (isSource(stop) ? "encoder, " : "decoder, ") + name;
    }

    /** A symbol that this step reads, made visible. */
    String input(int symbol) {
        return visible(reader(stop()), symbol);
    }

    /** A symbol the network gives, made visible. */
    String output(int symbol) {
        return visible(walk.layout.alphabets().output(), symbol);
    }

    private static String visible(Alphabet alphabet, int index) {
        AlphabetEntry symbol = alphabet.symbol(index);
        return switch (symbol.kind()) {
            case CHARACTER -> Symbols.visible(symbol.text().codePointAt(0));
            case LABEL -> symbol.text();
            case MARK -> "end mark";
        };
    }

    /** Of a row, for example {@code layer 2} or, where layers are bidirectional, {@code layer 2 ←}. */
    String name(int row) {
        return LayerNames.of(row, step().directions());
    }
}
