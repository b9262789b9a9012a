package unroll.ui.lens.step;

import java.util.List;
import java.util.stream.IntStream;
import unroll.lens.step.BackwardStep;
import unroll.lens.step.ForwardStep;
import unroll.lens.step.Tour;
import unroll.lens.step.Tour.Loss;
import unroll.lens.step.Tour.Onward;
import unroll.lens.step.Tour.Stop;
import unroll.network.Direction;
import unroll.session.Look;
import unroll.task.Alphabet;
import unroll.task.Example;
import unroll.task.Layout;
import unroll.task.Symbol;
import unroll.task.TextWriting;
import unroll.ui.control.Symbols;
import unroll.ui.lens.step.Focus.Moment;

/**
 * A step of a walk and what there is to show of it.
 *
 * @param trained updates of the network when it was taken
 * @param moment which step, and whose gradient
 * @param stops the step, and up to two before it in front of it
 * @param backs the way back through each of them
 */
record Scene(Tour tour, Layout layout, long trained, Moment moment, List<Stop> stops, List<BackwardStep> backs) {
    private static final int STOPS = 3;

    /** The first step of a new walk through a model. */
    static Scene first(Look look, String prime, long seed, Loss loss) {
        Example prompt = look.layout().prompt(prime);
        Tour tour = new Tour(look.network(), prompt, onward(look), seed);
        return at(tour, look.layout(), look.step(), new Moment(1, loss));
    }

    private static Onward onward(Look look) {
        boolean carries =
                look.task().writing().filter(TextWriting.CARRYING::equals).isPresent();
        return switch (look.layout().type().answer()) {
            case WRITTEN -> Onward.READS_WHAT_IT_DREW;
            case AT_EVERY_STEP -> carries ? Onward.READS_WHAT_IT_DREW : Onward.ENDS;
            case AT_THE_END -> Onward.ENDS_WITH_THE_ANSWER;
        };
    }

    /** Another moment of the same walk. */
    Scene at(Moment other) {
        return at(tour, layout, trained, other);
    }

    private static Scene at(Tour tour, Layout layout, long trained, Moment moment) {
        int time = moment.time();
        int from = Math.max(1, time - STOPS + 1);
        List<Stop> stops =
                IntStream.rangeClosed(from, time).mapToObj(tour::stop).toList();
        // A step that is asked nothing has no loss of its own.
        Loss loss = tour.stop(time).asked() ? moment.loss() : Loss.OF_ALL_STEPS;
        return new Scene(tour, layout, trained, new Moment(time, loss), stops, tour.backward(loss, from, time));
    }

    Stop stop() {
        return stops.get(stops.size() - 1);
    }

    ForwardStep step() {
        return stop().step();
    }

    BackwardStep back() {
        return backs.get(backs.size() - 1);
    }

    /** n_a. */
    int hidden() {
        return step().values(0).of(unroll.cell.formula.Symbol.after("a")).length;
    }

    /** Whether this is a step of an encoder. */
    boolean isSource() {
        return stop().time() <= tour.sourceSteps();
    }

    /** t of a stop as the network counts, its decoder from 1 again. */
    int time(Stop stop) {
        return stop.time() <= tour.sourceSteps() ? stop.time() : stop.time() - tour.sourceSteps();
    }

    /** What a stop reads, made visible. */
    String reads(Stop stop) {
        boolean source = stop.time() <= tour.sourceSteps();
        return visible(
                source ? layout.alphabets().source() : layout.alphabets().input(),
                stop.step().symbol());
    }

    /** A symbol that this step reads, made visible. */
    String input(int symbol) {
        return visible(
                isSource() ? layout.alphabets().source() : layout.alphabets().input(), symbol);
    }

    /** A symbol the network gives, made visible. */
    String output(int symbol) {
        return visible(layout.alphabets().output(), symbol);
    }

    private static String visible(Alphabet alphabet, int index) {
        Symbol symbol = alphabet.symbol(index);
        return switch (symbol.kind()) {
            case CHARACTER -> Symbols.visible(symbol.text().codePointAt(0));
            case LABEL -> symbol.text();
            case MARK -> "end mark";
        };
    }

    /** Of a row, for example {@code layer 2} or, where layers read both ways, {@code layer 2 ←}. */
    String name(int row) {
        int directions = step().directions();
        String arrow = step().direction(row) == Direction.FORWARD ? " →" : " ←";
        return "layer %d%s".formatted(row / directions + 1, directions > 1 ? arrow : "");
    }
}
