package unroll.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Lets a text be anything when it follows its option with an equals sign, also the name of an option: {@code --prime=--help}. */
final class AttachedText implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's choice.
    public boolean preprocess(
            Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> parserState) {
        boolean attached = command.parser().separator().equals(parserState.get("separator"));
        if (attached) {
            option.setValue(arguments.pop());
        }
        return attached;
    }
}
