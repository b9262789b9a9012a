package unroll.ui.diagram;

import org.jspecify.annotations.Nullable;

/**
 * What is particular to a step.
 *
 * @param time its number, or empty in the folded form of what has no steps
 * @param input what is read, or null for nothing of its own
 * @param output what is asked, or null for nothing
 */
record DiagramStep(
        String time, @Nullable DiagramTerm input, @Nullable DiagramTerm output) {
    static final DiagramStep OF_INPUTS = new DiagramStep("…", DiagramTerm.at("x", ""), null);
    static final DiagramStep OF_OUTPUTS = new DiagramStep("…", null, DiagramTerm.at("ŷ", ""));
    static final DiagramStep OF_BOTH = new DiagramStep("…", DiagramTerm.at("x", ""), DiagramTerm.at("ŷ", ""));

    boolean isDots() {
        return time.equals("…");
    }

    static DiagramStep reads(String time) {
        return new DiagramStep(time, x(time), null);
    }

    static DiagramStep writes(String time) {
        return new DiagramStep(time, null, y(time));
    }

    static DiagramStep both(String time) {
        return new DiagramStep(time, x(time), y(time));
    }

    /** The step reads the mark with which every answer starts. */
    static DiagramStep started(String time) {
        return new DiagramStep(time, DiagramTerm.words("start"), y(time));
    }

    static DiagramTerm x(String time) {
        return DiagramTerm.at("x", time);
    }

    static DiagramTerm y(String time) {
        return DiagramTerm.at("ŷ", time);
    }
}
