package unroll.ui.diagram;

import org.jspecify.annotations.Nullable;

/**
 * What is particular to a step.
 *
 * @param time its number, or empty in the folded form of what has no steps
 * @param input what is read, or null for nothing of its own
 * @param output what is asked, or null for nothing
 */
record Step(String time, @Nullable Term input, @Nullable Term output) {
    static final Step OF_INPUTS = new Step("…", Term.at("x", ""), null);
    static final Step OF_OUTPUTS = new Step("…", null, Term.at("ŷ", ""));
    static final Step OF_BOTH = new Step("…", Term.at("x", ""), Term.at("ŷ", ""));

    boolean isDots() {
        return time.equals("…");
    }

    static Step reads(String time) {
        return new Step(time, x(time), null);
    }

    static Step writes(String time) {
        return new Step(time, null, y(time));
    }

    static Step both(String time) {
        return new Step(time, x(time), y(time));
    }

    /** The step reads the mark with which every answer starts. */
    static Step started(String time) {
        return new Step(time, Term.words("start"), y(time));
    }

    static Term x(String time) {
        return Term.at("x", time);
    }

    static Term y(String time) {
        return Term.at("ŷ", time);
    }
}
