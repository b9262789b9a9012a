package unroll.cli;

import picocli.CommandLine.ParseResult;

/** Tells what stands on the command line from what is a default. */
record ExplicitOptions(ParseResult arguments) {
    boolean has(String option) {
        return arguments.hasMatchedOption(option);
    }

    /** The option's value where it was given, otherwise another. */
    <T> T or(String option, T value, T otherwise) {
        return has(option) ? value : otherwise;
    }
}
