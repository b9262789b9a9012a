package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import unroll.settings.Settings;

class UsageTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"train", "sweep", "sample", "evaluate", "tasks", "bench", "check-gradients", "info"})
    void everyCommandExplainsItself(String command) {
        Cli.Outcome outcome = Cli.run(command, "--help").done();

        assertThat(outcome.out()).startsWith("Usage: unroll " + command).contains("--verbose");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void helpShowsTheDefaultsOfTheSettings() {
        String help = Cli.run("train", "--help").out().replaceAll("\\s+", " ");

        assertThat(help)
                .contains(String.format(
                        Locale.ROOT, "(default: %d)", Settings.DEFAULT.model().hidden()))
                .contains("(default: %s)".formatted(Settings.DEFAULT.training().learningRate()))
                .contains("sgd, adagrad, rmsprop, adam or adamw (default: adam)")
                .contains("(default: %s)".formatted(Settings.DEFAULT.split()));
    }

    @Test
    void theProgramListsItsCommands() {
        assertThat(Cli.run("--help").done().out())
                .contains(
                        "train",
                        "sweep",
                        "sample",
                        "evaluate",
                        "tasks",
                        "bench",
                        "check-gradients",
                        "info",
                        "generate-completion");
        assertThat(Cli.run("--version").done().out()).startsWith("Unroll ");
    }

    @Test
    void aCompletionScriptIsMade() {
        assertThat(Cli.run("generate-completion").done().out())
                .startsWith("#!/usr/bin/env bash")
                .contains("--learning-rate")
                .contains("adagrad");
    }

    @Test
    void withoutACommandThereIsNothingToDo() {
        Cli.run().refused(CommandLineProgram.WRONG_USAGE, "A command is missing; choose train, sweep, sample");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trian                                        | There is no command trian; did you mean train?
            train --nonsense                             | There is no option --nonsense.
            train --corpus x --hidden many               | --hidden is "many"; choose a whole number from 1 to 4096.
            train --corpus x --hidden 0                  | --hidden is 0; choose a whole number from 1 to 4096.
            train --corpus x --layers 9                  | --layers is 9; choose a whole number from 1 to 8.
            train --corpus x --dropout 1                 | --dropout is 1; choose a share from 0 to below 1
            train --corpus x --batch 0                   | --batch is 0; choose a whole number from 1 to 4096.
            train --corpus x --learning-rate 0           | --learning-rate is 0; choose a number above 0, for example 0.002.
            train --corpus x --cell rnn                  | --cell is "rnn"; choose elman, elman-relu, gru or lstm.
            train --corpus x --activation relu           | --activation is for elman cells, and the cell is gru
            train --corpus x --optimizer lbfgs           | --optimizer is "lbfgs"; choose sgd, adagrad, rmsprop, adam or adamw.
            train --corpus x --schedule sometimes        | "sometimes" is not a schedule
            train --corpus x --split 0.5,0.5             | A split is three shares
            train --corpus x --encoding klingon          | There is no encoding named "klingon"
            train --corpus x --clip-norm 0               | The clipping limit is 0; choose a number above 0, for example 5.
            train --corpus x --clip-norm 1 --no-clip     | Only one of --clip-norm and --no-clip can be given.
            train --corpus x --steps 1 --epochs 1        | Only one of --steps and --epochs can be given.
            train --corpus x --save-every 0              | --save-every is 0; choose a whole number from 1 up.
            train --corpus x --best y                    | --best needs --out FILE as well
            sample                                       | sample needs --checkpoint FILE.
            sample --checkpoint x --temperature 0        | --temperature is 0; choose a number above 0, for example 0.8.
            sample --checkpoint x --length 0             | --length is 0; choose a whole number from 1 up.
            sample --checkpoint x --count 0              | --count is 0; choose a whole number from 1 up.
            sample --checkpoint x --top-p 0              | --top-p is 0; choose a share above 0 and up to 1
            sample --checkpoint x --min-p 1.5            | --min-p is 1.5; choose a share from 0 to 1
            sample --checkpoint x --repetition-penalty 101 | --repetition-penalty is 101; choose a number from 1 (none) to 100
            evaluate --checkpoint x --threads 1000       | --threads is 1000; choose a whole number from 0 to 256.
            evaluate --checkpoint x --threads -1         | --threads is -1; choose a whole number from 0 to 256.
            evaluate --checkpoint x --threads two        | --threads is "two"; choose a whole number from 0 to 256.
            train --steps 0                              | --steps is 0; choose a whole number from 1 up.
            train --steps 9999999999999999999            | --steps is 9999999999999999999; choose a whole number from 1 up.
            train --epochs 0                             | --epochs is 0; choose a number above 0, for example 2.5.
            train --minutes -1                           | --minutes is -1; choose a number above 0, for example 2.5.
            evaluate --checkpoint x --corpus y --part no | --part needs train, validation, test or all, got "no".
            bench --steps 0                              | --steps is 0; choose a whole number from 1 up.
            bench --warm-up -1                           | --warm-up is -1; choose a whole number from 0 up.
            bench --characters 0                         | --characters is 0; choose a whole number from 1 up.
            bench --only reading                         | --only needs training or sampling, got "reading".
            bench --bidirectional                        | leave out --bidirectional
            bench --vocabulary 1                         | --vocabulary is 1; choose a whole number from 2 to 65536.
            check-gradients --cell rnn                   | --cell is "rnn"; choose elman, elman-relu, gru or lstm.
            missing.txt                                  | There is no file missing.txt.
            missing.txt other.txt                        | There is no file missing.txt.
            traim --corpus x                             | There is no command traim; did you mean train?
            telepathy                                    | There is no command telepathy; choose train, sweep, sample,
            --verbose train                              | --verbose goes after the command: unroll train --verbose.
            train --hiden 5                              | There is no option --hiden; did you mean --hidden?
            train --init glorot                         | There is no option --init; did you mean --initialization?
            train --rate 0.1                            | There is no option --rate; did you mean --learning-rate?
            train --learning_rate=0.1                    | There is no option --learning_rate; did you mean --learning-rate?
            train drama                                  | "drama" stands without an option
            tasks addition                               | tasks takes no arguments; leave out "addition".
            report                                       | report needs --checkpoint FILE and --out FILE.
            train --corpus                               | --corpus needs a value: --corpus FILE.
            train --corpus --hidden 5                    | --corpus needs a value: --corpus FILE.
            train --corpus=                              | --corpus needs a file name, got "".
            train --quiet=no                             | --quiet takes no value; write it alone.
            train --hidden 4 --hidden 5                  | --hidden is given twice; give it once.
            train --steps 4 --steps 5                    | Only one of --steps, --epochs and --minutes can be given, and only once.
            sample --checkpoint x --temperature 0,7      | --temperature is "0,7"; choose a number above 0, for example 0.8.
            sample --checkpoint x --temperature 0x1p3    | --temperature is "0x1p3"; choose a number above 0, for example 0.8.
            sample --checkpoint x --temperature 0.7f     | --temperature is "0.7f"; choose a number above 0, for example 0.8.
            sample --checkpoint x --temperature NaN      | --temperature is "NaN"; choose a number above 0, for example 0.8.
            sample --checkpoint x --temperature 1e999    | --temperature is 1e999; choose a number above 0, for example 0.8.
            sample --checkpoint x --temperature -1       | --temperature is -1; choose a number above 0
            sample --checkpoint x --top-k 1.5            | --top-k is 1.5; choose a whole number from 1 up, or 0 for all symbols.
            sample --checkpoint x --seed one             | --seed is "one"; choose a whole number from
            sample --checkpoint x --seed 9999999999999999999 | --seed is 9999999999999999999; choose a whole number from -9223372036854775808 to 9223372036854775807.
            train --corpus x --hidden 99999999999        | --hidden is 99999999999; choose a whole number from 1 to 4096.
            train --corpus x --hidden ٣                  | --hidden is "٣"; choose a whole number from 1 to 4096.
            train --corpus x --minutes Infinity          | --minutes is "Infinity"; choose a number above 0, for example 2.5.
            train --task echo --ways two --bidirectional | Only one of --bidirectional and --ways can be given.
            """)
    void wrongUsageIsASentence(String arguments, String sentence) {
        Cli.run((Object[]) arguments.split(" ")).refused(CommandLineProgram.WRONG_USAGE, sentence, "--help\"");
    }

    @Test
    void onlyVerboseShowsWhereItWentWrong() {
        assertThat(Cli.run("info", "--checkpoint", "missing", "--verbose").err())
                .contains("ProblemException")
                .contains("\tat unroll.");
        Cli.run("info", "--checkpoint", "missing").refused(CommandLineProgram.FAILED, "missing");
    }

    /** Options without {@code @Numeric} would be refused with Java's words. */
    @Test
    void everyNumericOptionHasARange() {
        CommandLineProgram.program().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> command.userObject() instanceof Subcommand)
                .forEach(UsageTest::checkNumericOptions);
    }

    private static void checkNumericOptions(CommandLine.Model.CommandSpec command) {
        for (OptionSpec option : command.options()) {
            boolean number = option.type() != boolean.class && option.type().isPrimitive()
                    || Number.class.isAssignableFrom(option.type());
            assertThat(OptionRange.of(option).isPresent())
                    .as("%s of %s has @Numeric", option.longestName(), command.name())
                    .isEqualTo(number);
        }
    }

    @Test
    void capitalsMakeNoDifference() {
        Cli.run("check-gradients", "--cell", "ELMAN", "--activation", "ReLU").done();
        Cli.run("bench", "--only", "Nonsense").refused(2, "--only");
        Cli.run("train", "--corpus", "none", "--cell", "LSTM", "--optimizer", "RMSProp", "--schedule", "Constant")
                .refused(1, "There is no file");
        Cli.run("train", "--task", "Echo:K=2,k=3").refused(2, "\"k\" is set twice");
        Cli.run("train", "--task", "Addition:Reverse=FALSE,Digits=1", "--ways", "TWO")
                .refused(2, "a bidirectional network would copy it");
    }

    @Test
    void longValuesAreCut() {
        String value = "9".repeat(100_000);
        for (String option : List.of(
                "--hidden",
                "--cell",
                "--optimizer",
                "--schedule",
                "--split",
                "--task",
                "--dropout",
                "--encoding",
                "--steps",
                "--out")) {
            assertThat(Cli.run("train", "--corpus", "none", option, value).err())
                    .as(option)
                    .hasSizeLessThan(500);
        }
        assertThat(Cli.run("train", "--corpus", "none", "--task", "echo:k=" + value)
                        .err())
                .hasSizeLessThan(500);
        assertThat(Cli.run("train", "--corpus", "none", "--task", "echo:" + value)
                        .err())
                .hasSizeLessThan(500);
        assertThat(Cli.run(value).err()).hasSizeLessThan(500);
        assertThat(Cli.run("train", "--" + value).err()).hasSizeLessThan(500);
        assertThat(Cli.run("train", value).err()).hasSizeLessThan(500);
    }

    @Test
    void filesThatCannotBeOpenedTogetherOrAtAllAreNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("README"), "text");
        Path other = Files.writeString(folder.resolve("b.txt"), "text");

        Cli.run(text, other).refused(2, "The window opens one file at a time");
        Cli.run(text, "--verbose").refused(2, "To open", "in the window, give nothing else");
        Cli.run(folder).refused(2, "is a folder; choose a file in it.");
        Cli.run("train", other).refused(2, "write --corpus");
        assertThat(CommandLineProgram.isCommand("README")).isFalse();
        assertThat(CommandLineProgram.isCommand("train")).isTrue();
    }

    @Test
    void aLocaleThatCannotCarryAnArgumentIsNamed() {
        assertThat(new SystemEncoding("ANSI_X3.4-1968", "LC_ALL=C", "/home").refusal("report", "--name", "\uFFFDd"))
                .hasValue(
                        "An argument has characters that the locale LC_ALL=C (ANSI_X3.4-1968) cannot represent; set LC_ALL=C.UTF-8 and run the command again.");
        assertThat(new SystemEncoding("ANSI_X3.4-1968", "C", "/home/\uFFFD").refusal("train"))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("The name of the current folder"));
        assertThat(new SystemEncoding("ANSI_X3.4-1968", "C", "/home").refusal("train"))
                .isEmpty();
        assertThat(new SystemEncoding("UTF-8", "C.UTF-8", "/home").refusal("sample", "--prime", "\uFFFD"))
                .isEmpty();
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() {
        Cli.run("info", "--checkpoint", "a\0b")
                .refused(2, "--checkpoint needs a file name, and \"a b\" cannot be one.");
    }
}
