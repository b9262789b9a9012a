package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.session.Settings;

class UsageTest {
    @ParameterizedTest
    @ValueSource(strings = {"train", "sample", "evaluate", "tasks", "bench", "check-gradients", "info"})
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
                .contains("sgd, adagrad, rmsprop, adam, adamw (default: adam)")
                .contains("(default: %s)".formatted(Settings.DEFAULT.split()));
    }

    @Test
    void theProgramListsItsCommands() {
        assertThat(Cli.run("--help").done().out())
                .contains(
                        "train",
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
        Cli.run().refused(CommandLineProgram.WRONG_USAGE, "There is no command; say one of train, sample");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trian                                        | trian
            train --nonsense                             | --nonsense
            train                                        | There is no text; say --corpus FILE.
            train --corpus x --hidden many               | 'many' is not an int
            train --corpus x --hidden 0                  | The hidden size is 0; choose a whole number from 1 to 4096.
            train --corpus x --layers 9                  | The depth is 9 layers
            train --corpus x --dropout 1                 | The dropout is 1.0
            train --corpus x --batch 0                   | The batch is 0
            train --corpus x --learning-rate 0           | The learning rate is 0.0
            train --corpus x --cell rnn                  | There is no cell named "rnn"
            train --corpus x --activation relu           | --activation is for elman cells, and the cell is lstm
            train --corpus x --optimizer lbfgs           | There is no optimizer named "lbfgs"; choose one of sgd, adagrad
            train --corpus x --schedule sometimes        | "sometimes" is no schedule
            train --corpus x --split 0.5,0.5             | A split is three shares
            train --corpus x --encoding klingon          | There is no encoding named "klingon"
            train --corpus x --clip-norm 0               | The clipping limit is 0.0
            train --corpus x --clip-norm 1 --no-clip     | mutually exclusive
            train --corpus x --steps 1 --epochs 1        | mutually exclusive
            train --corpus x --save-every 0              | --save-every is 0
            train --corpus x --best y                    | say --out FILE too
            sample                                       | Missing required option: '--checkpoint=FILE'
            sample --checkpoint x --temperature 0        | The temperature is 0.0
            sample --checkpoint x --length 0             | The length of the text is 0
            evaluate --checkpoint x --corpus y --part no | --part
            bench --steps 0                              | --steps is 0
            bench --warm-up -1                           | --warm-up is -1
            bench --characters 0                         | --characters is 0
            bench --only reading                         | --only
            bench --vocabulary 1                         | --vocabulary is 1
            check-gradients --cell rnn                   | There is no cell named "rnn"
            """)
    void wrongUsageIsASentence(String arguments, String sentence) {
        Cli.run((Object[]) arguments.split(" ")).refused(CommandLineProgram.WRONG_USAGE, sentence, "--help\"");
    }

    @Test
    void onlyVerboseShowsWhereItWentWrong() {
        assertThat(Cli.run("info", "--checkpoint", "missing", "--verbose").err())
                .contains("CheckpointException")
                .contains("\tat unroll.");
        Cli.run("info", "--checkpoint", "missing").refused(CommandLineProgram.FAILED, "missing");
    }
}
