package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.message.Reason;
import unroll.task.DataKind;
import unroll.task.InputOutput;
import unroll.task.Matcher;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;
import unroll.task.data.GeneratedPairs;

/**
 * The embedded Reber grammar (Hochreiter, Schmidhuber, "Long short-term memory", 1997, experiment 1): B, then T or P,
 * a string of Reber's grammar, the same T or P, E. Both edges out of a node are equally likely.
 *
 * <p>Mostly two symbols may come next, so exactness is judged by the set: a prediction is right where the grammar
 * allows it after what was read. The symbol before the last is the only one allowed there, and to get it right the
 * network has to remember the second symbol of the string across everything between.
 */
@AutoService(Task.class)
public final class EmbeddedReber extends GeneratedPairs {
    private static final TaskOption<Long> LENGTH = TaskOption.whole(
            "length", "Maximum symbols per string; longer ones are drawn again.", 40, 12, TaskOptions.MAX_LENGTH);
    private static final TaskOption<Long> EXAMPLES = TaskOptions.examples(1_000);

    private record Edge(String symbol, int to) {}

    /** Reber's grammar: the edges out of each node; behind the last node the string has ended. */
    private static final List<List<Edge>> EDGES = List.of(
            List.of(new Edge("B", 1)),
            List.of(new Edge("T", 2), new Edge("P", 3)),
            List.of(new Edge("S", 2), new Edge("X", 4)),
            List.of(new Edge("T", 3), new Edge("V", 5)),
            List.of(new Edge("X", 3), new Edge("S", 6)),
            List.of(new Edge("P", 4), new Edge("V", 6)),
            List.of(new Edge("E", 7)));

    public EmbeddedReber() {
        super(
                new TaskDescription(
                        "reber",
                        "Embedded Reber grammar",
                        RnnType.MANY_TO_MANY_EQUAL,
                        40,
                        "The network reads strings of a grammar and at every step names a symbol that may come next.",
                        "Watch the symbol before the last: it repeats the second one, and an Elman network forgets that on the way.",
                        StartingPoint.unidirectional("lstm", 16, 16, 0.01),
                        TryIt.plain("The beginning of a string", "BTBPVVE"),
                        Set.of(DataKind.MADE),
                        Set.of(Measure.ACCURACY, Measure.EXACT_MATCH),
                        List.of(LENGTH, EXAMPLES)),
                EXAMPLES);
    }

    @Override
    public Matcher matcher() {
        return (pair, place, target, predicted) ->
                next(pair.input().substring(0, place + 1)).contains(predicted.text());
    }

    @Override
    public Optional<Reason> refusesBidirectional() {
        return Optional.of(Reason.WOULD_READ_NEXT_SYMBOL);
    }

    /** The last symbol is a target only, the first one an input only. */
    @Override
    protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
        int longest = choices.getInt(LENGTH);
        String string;
        do {
            String memory = random.nextBoolean() ? "T" : "P";
            string = "B" + memory + walk(random) + memory + "E";
        } while (string.length() > longest);
        return new InputOutput(string.substring(0, string.length() - 1), string.substring(1));
    }

    private static String walk(UniformRandomProvider random) {
        StringBuilder string = new StringBuilder();
        for (int node = 0; node < EDGES.size(); ) {
            List<Edge> edges = EDGES.get(node);
            Edge edge = edges.get(random.nextInt(edges.size()));
            string.append(edge.symbol);
            node = edge.to;
        }
        return string.toString();
    }

    /** The symbols that may follow the beginning of a string of the embedded grammar. */
    static Set<String> next(String beginning) {
        if (beginning.length() == 1) {
            return Set.of("T", "P");
        }
        int node = 0;
        for (int t = 2; t < beginning.length(); t++) {
            if (node == EDGES.size()) {
                return Set.of("E");
            }
            node = follow(node, beginning.substring(t, t + 1));
        }
        return node == EDGES.size()
                ? Set.of(beginning.substring(1, 2))
                : EDGES.get(node).stream().map(Edge::symbol).collect(Collectors.toSet());
    }

    private static int follow(int node, String symbol) {
        return EDGES.get(node).stream()
                .filter(edge -> edge.symbol.equals(symbol))
                .mapToInt(Edge::to)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The grammar has no " + symbol + " here."));
    }
}
