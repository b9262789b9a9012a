package unroll.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.message.ProblemException;

class OptionValuesTest {
    private static final TaskOption<Long> DIGITS = TaskOption.whole("digits", "How many.", 2, 1, 6);
    private static final TaskOption<Boolean> REVERSE = TaskOption.toggle("reverse", "Which way.", true);
    private static final List<TaskOption<?>> OPTIONS = List.of(DIGITS, REVERSE);

    @Test
    void whatIsNotChosenHasItsStandardValue() {
        OptionValues choices = OptionValues.parse(OPTIONS, "digits=3");

        assertThat(choices.getInt(DIGITS)).isEqualTo(3);
        assertThat(choices.get(REVERSE)).isTrue();
        assertThat(choices).hasToString("digits=3,reverse=true");
        assertThat(OptionValues.parse(OPTIONS, "")).hasToString("digits=2,reverse=true");
        assertThat(choices.with(REVERSE, "false")).hasToString("digits=3,reverse=false");
        assertThat(choices).as("not changed").hasToString("digits=3,reverse=true");
    }

    @Test
    void capitalsMakeNoDifference() {
        assertThat(OptionValues.parse(OPTIONS, "Digits=3,REVERSE=False")).hasToString("digits=3,reverse=false");
        refuses("digits=2,Digits=3", "\"digits\" is set twice; set it once.");
    }

    @Test
    void refusesWhatCannotBeChosen() {
        refuses("digits=7", "The option digits is 7; choose a whole number from 1 to 6.");
        refuses("digits=0", "The option digits is 0; choose a whole number from 1 to 6.");
        refuses("digits=many", "The option digits is \"many\"; choose a whole number from 1 to 6.");
        refuses("digits=99999999999", "The option digits is 99999999999; choose a whole number from 1 to 6.");
        refuses("reverse=yes", "The option reverse is \"yes\"; choose true or false.");
        refuses("reverse", "\"reverse\" sets nothing; write name=value, such as digits=2,reverse=true.");
        refuses("digits=2,digits=3", "\"digits\" is set twice; set it once.");
        refuses("length=3", "The task has no option \"length\"; choose one of digits, reverse.");
        assertThatThrownBy(() -> OptionValues.parse(List.of(), "a=1"))
                .hasMessage("The task has no option \"a\"; it has none.");
    }

    private static void refuses(String text, String sentence) {
        assertThatThrownBy(() -> OptionValues.parse(OPTIONS, text))
                .isInstanceOf(ProblemException.class)
                .hasMessage(sentence);
    }
}
