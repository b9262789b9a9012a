package unroll.cli;

import java.io.File;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import unroll.message.Front;
import unroll.message.NumericRange;
import unroll.message.Wording;

/** What is wrong with a command line, in a sentence; picocli's own messages speak of indexes and Java's types. */
final class UsageErrors {
    private UsageErrors() {}

    /** @param arguments as they were typed; picocli's exceptions do not say which of them they are about */
    static String sentence(ParameterException fault, String[] arguments) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (fault instanceof MissingParameterException missing) {
            return missing(missing, arguments);
        }
        if (fault instanceof OverwrittenOptionException twice) {
            return "%s is given twice; give it once.".formatted(name(twice.getOverwritten()));
        }
        if (fault instanceof MutuallyExclusiveArgsException || fault instanceof MaxValuesExceededException) {
            return tooMany(fault, arguments);
        }
        ArgSpec option = fault.getArgSpec();
        String value = fault.getValue();
        return option == null || value == null ? Failures.message(fault) : refusedValue(option, value);
    }

    /** The options among the arguments, which may stand with their values. */
    private static List<OptionSpec> given(CommandSpec command, String[] arguments) {
        return Stream.of(arguments)
                .map(argument -> command.findOption(optionName(argument)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String optionName(String argument) {
        return argument.replaceFirst("=.*", "");
    }

    private static String name(ArgSpec option) {
        return option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
    }

    /** An argument that is no option of its command, or no command. */
    private static String unmatched(UnmatchedArgumentException fault) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        List<String> unmatched = fault.getUnmatched();
        String first = unmatched.get(0);
        if (first.startsWith("-") && first.length() > 1) {
            return unknownOption(first, command);
        }
        return command.parent() == null
                ? unmatched.size() > 1 && new File(first).exists()
                        ? severalFiles(unmatched)
                        : unknownCommand(first, command)
                : withoutOption(first, command);
    }

    private static String withoutOption(String value, CommandSpec command) {
        boolean takesNone =
                command.options().stream().allMatch(option -> option.arity().max() == 0);
        if (takesNone) {
            return "%s takes no arguments; leave out %s.".formatted(command.name(), Wording.quote(value));
        }
        OptionSpec corpus = command.findOption("--corpus");
        return "%s stands without an option; %s"
                .formatted(
                        Wording.quote(value),
                        corpus != null && new File(value).exists()
                                ? "write --corpus %s.".formatted(Wording.cut(value))
                                : "every value follows the name of its option.");
    }

    private static String unknownOption(String argument, CommandSpec command) {
        String option = optionName(argument);
        Optional<Map.Entry<String, ?>> owner = command.subcommands().entrySet().stream()
                .filter(one -> one.getValue().getCommandSpec().findOption(option) != null)
                .<Map.Entry<String, ?>>map(one -> one)
                .findFirst();
        if (owner.isPresent()) {
            return "%s goes after the command: unroll %s %s."
                    .formatted(option, owner.get().getKey(), option);
        }
        List<String> names = command.options().stream()
                .filter(one -> !one.hidden())
                .map(OptionSpec::longestName)
                .toList();
        return "There is no option %s%s".formatted(Wording.cut(option), didYouMean(option, names));
    }

    private static String severalFiles(List<String> arguments) {
        return arguments.stream().allMatch(one -> new File(one).exists())
                ? "The window opens one file at a time; give one of them."
                : "To open %s in the window, give nothing else; a command such as train comes before its options."
                        .formatted(arguments.get(0));
    }

    private static String unknownCommand(String argument, CommandSpec program) {
        if (new File(argument).isDirectory()) {
            return "%s is a folder; choose a file in it.".formatted(argument);
        }
        if (new File(argument).exists()) {
            return "%s is not an ordinary file; choose another one.".formatted(argument);
        }
        if (argument.contains(".") || argument.contains("/") || argument.contains(File.separator)) {
            return "There is no file %s.".formatted(argument);
        }
        Collection<String> commands = program.subcommands().keySet();
        String meant = didYouMean(argument, commands);
        return "There is no command %s%s"
                .formatted(
                        argument.matches("[\\w-]+") ? Wording.cut(argument) : Wording.quote(argument),
                        meant.equals(".") ? "; choose %s.".formatted(Wording.list(commands, "or")) : meant);
    }

    private static String didYouMean(String typed, Collection<String> names) {
        return Suggestion.of(typed, names).map("; did you mean %s?"::formatted).orElse(".");
    }

    /** Options that a command cannot do without, or an option without its value. */
    private static String missing(MissingParameterException fault, String[] arguments) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        List<String> needed = fault.getMissing().stream()
                .map(one -> one.isOption() ? name(one) + " " + one.paramLabel() : one.paramLabel())
                .toList();
        if (Collections.disjoint(fault.getMissing(), given(command, arguments))) {
            return "%s needs %s.".formatted(command.name(), Wording.list(needed, "and"));
        }
        return "%s needs a value: %s.".formatted(name(fault.getMissing().get(0)), needed.get(0));
    }

    /** Options that exclude each other, or one of them twice, or one with a value where it takes none. */
    private static String tooMany(ParameterException fault, String[] arguments) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        for (String argument : arguments) {
            OptionSpec option = argument.contains("=") ? command.findOption(optionName(argument)) : null;
            if (option != null && option.arity().max() == 0) {
                return takesNoValue(name(option));
            }
        }
        boolean once = fault instanceof MaxValuesExceededException;
        List<OptionSpec> given = given(command, arguments);
        List<String> excluding = command.argGroups().stream()
                .filter(group -> given.stream()
                                .filter(group.allOptionsNested()::contains)
                                .count()
                        > 1)
                .flatMap(group -> group.allOptionsNested().stream())
                .filter(option -> once || given.contains(option))
                .map(UsageErrors::name)
                .toList();
        return "Only one of %s can be given%s."
                .formatted(Wording.list(excluding, "and"), once ? ", and only once" : "");
    }

    private static String takesNoValue(String option) {
        return "%s takes no value; write it alone.".formatted(option);
    }

    private static String refusedValue(ArgSpec option, String value) {
        Optional<NumericRange> numbers = OptionRange.of(option);
        if (numbers.isPresent()) {
            return numbers.get().refusal(name(option), value).sentence(Front.COMMAND_LINE);
        }
        if (option.arity().max() == 0) {
            return takesNoValue(name(option));
        }
        if (option.type().isEnum()) {
            return "%s needs %s, got %s."
                    .formatted(name(option), Wording.list(choices(option), "or"), Wording.quote(value));
        }
        return value.isEmpty()
                ? "%s needs a file name, got \"\".".formatted(name(option))
                : "%s needs a file name, and %s cannot be one.".formatted(name(option), Wording.quote(value));
    }

    private static List<String> choices(ArgSpec option) {
        return Stream.of(option.type().getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
    }
}
