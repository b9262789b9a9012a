package unroll.ui.lens.step;

import java.util.ArrayList;
import java.util.List;
import unroll.lens.step.BackwardStep;
import unroll.lens.step.ForwardStep;
import unroll.lens.step.Tour;
import unroll.lens.step.Tour.Stop;
import unroll.session.Look;
import unroll.task.Alphabet;
import unroll.task.Answer;
import unroll.task.Example;
import unroll.task.Layout;
import unroll.task.Symbol;
import unroll.task.TextWriting;
import unroll.ui.control.Symbols;

/**
 * A step of a walk and what there is to show of it.
 *
 * @param trained updates of the network when it was taken
 * @param stops the step, and up to two before it in front of it
 * @param read all symbols read so far, of the input alphabet
 */
record Scene(Tour tour, Layout layout, long trained, List<Stop> stops, BackwardStep back, int[] read) {
    private static final int STOPS = 3;

    /** The first step of a new walk through a model. */
    static Scene first(Look look, String prime, long seed) {
        Example prompt = look.layout().prompt(prime);
        Tour tour = new Tour(look.network(), prompt, onward(look), seed);
        return at(tour, look.layout(), look.step(), 1);
    }

    private static Tour.Onward onward(Look look) {
        boolean carries =
                look.task().writing().filter(TextWriting.CARRYING::equals).isPresent();
        boolean goesOn = carries || look.layout().type().answer() == Answer.WRITTEN;
        return goesOn ? Tour.Onward.READS_WHAT_IT_DREW : Tour.Onward.ENDS;
    }

    /** Another step of the same walk. */
    Scene at(int time) {
        return at(tour, layout, trained, time);
    }

    private static Scene at(Tour tour, Layout layout, long trained, int time) {
        List<Stop> stops = new ArrayList<>();
        int[] read = new int[time];
        for (int t = 1; t <= time; t++) {
            Stop stop = tour.stop(t);
            read[t - 1] = stop.step().symbol();
            if (t > time - STOPS) {
                stops.add(stop);
            }
        }
        Stop last = stops.get(stops.size() - 1);
        return new Scene(tour, layout, trained, List.copyOf(stops), tour.backward(last, last.target()), read);
    }

    Stop stop() {
        return stops.get(stops.size() - 1);
    }

    ForwardStep step() {
        return stop().step();
    }

    /** n_a. */
    int hidden() {
        return step().values(0).of(unroll.cell.formula.Symbol.after("a")).length;
    }

    /** A symbol the network reads, made visible. */
    String input(int symbol) {
        return visible(layout.alphabets().input(), symbol);
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
}
