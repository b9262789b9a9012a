package unroll.cli;

import picocli.CommandLine.ParseResult;

/** Tells what stands on the command line from what is a default. */
record ExplicitOptions(ParseResult arguments) {
    boolean has(String option) {
        return arguments.hasMatchedOption(option);
    }

    /** What was given with an option, as it was typed. */
    String text(String option) {
        return String.valueOf((Object) arguments.matchedOption(option).getValue());
    }
}
