package unroll.ui.lens;

import java.util.List;
import unroll.lens.GradientFlow;
import unroll.network.Direction;

/** What layers are called: by their number, and where there are two of a number, by direction or by what they belong to. */
public final class LayerNames {
    private static final String ENCODER = "encoder.";
    private static final String REVERSE = ".reverse";

    private LayerNames() {}

    /** Of a row of a map, for example {@code ← layer 2}. */
    public static String of(GradientFlow flow, int row) {
        GradientFlow.Row of = flow.rows().get(row);
        return (isBidirectional(flow) ? arrow(of.direction()) : "") + layer(of.layer());
    }

    public static boolean isBidirectional(GradientFlow flow) {
        return flow.rows().stream().anyMatch(row -> row.direction() == Direction.BACKWARD);
    }

    /** Of a row of a state, for example {@code layer 2} or, where layers are bidirectional, {@code layer 2 ←}. */
    public static String of(int row, int directions) {
        return directions == 1 ? layer(row) : layer(row / 2) + (row % 2 == 0 ? " →" : " ←");
    }

    private static String arrow(Direction direction) {
        return direction == Direction.FORWARD ? "→ " : "← ";
    }

    private static String layer(int number) {
        return "layer " + (number + 1);
    }

    /**
     * Of tensors, for example {@code encoder, layer 2}.
     *
     * @param prefix what a tensor's name begins with, see {@link unroll.lens.SpectralRadius#layer}
     * @param all those that are named beside it
     */
    public static String of(String prefix, List<String> all) {
        String name = layer(Integer.parseInt(prefix.replaceAll("\\D", "")));
        if (all.stream().anyMatch(other -> other.startsWith(ENCODER))) {
            return (prefix.startsWith(ENCODER) ? "encoder, " : "decoder, ") + name;
        }
        if (all.stream().anyMatch(other -> other.endsWith(REVERSE))) {
            return arrow(prefix.endsWith(REVERSE) ? Direction.BACKWARD : Direction.FORWARD) + name;
        }
        return name;
    }
}
