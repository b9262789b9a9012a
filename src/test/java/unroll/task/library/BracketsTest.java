package unroll.task.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.task.InputOutput;

/** Depth, and balanced or not. */
class BracketsTest {
    @Test
    void depthsAreCounted() {
        List<InputOutput> pairs = ExampleFixtures.pairs("depth:length=12,depth=3");

        for (InputOutput pair : pairs) {
            int depth = 0;
            for (int t = 0; t < pair.input().length(); t++) {
                depth += pair.input().charAt(t) == '(' ? 1 : -1;
                assertThat(pair.output().charAt(t) - '0')
                        .as(pair.toString())
                        .isEqualTo(depth)
                        .isBetween(0, 3);
            }
            assertThat(pair.input()).hasSizeBetween(1, 12);
        }
        assertThat(pairs).anyMatch(pair -> pair.output().contains("3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "()", "[({})]()", "{}[]"})
    void balanced(String brackets) {
        assertThat(BalancedBrackets.isBalanced(brackets)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", ")(", "([)]", "(()", "{]", "())("})
    void broken(String brackets) {
        assertThat(BalancedBrackets.isBalanced(brackets)).isFalse();
    }

    @Test
    void labelsAreTrueAndAboutEquallyFrequent() {
        List<InputOutput> pairs = ExampleFixtures.pairs("balanced");
        long balanced =
                pairs.stream().filter(pair -> pair.output().equals("balanced")).count();

        assertThat(pairs).hasSize(10_000);
        for (InputOutput pair : pairs) {
            assertThat(pair.output()).isEqualTo(BalancedBrackets.isBalanced(pair.input()) ? "balanced" : "broken");
            assertThat(pair.input().length()).isBetween(2, 20).matches(length -> length % 2 == 0, "even");
        }
        // Short balanced strings are few and drawn once only, so they are somewhat rarer.
        assertThat(balanced).isBetween(4_000L, 5_200L);
    }

    @Test
    void ofSomeBrokenStringsOnlyTheOrderIsWrong() {
        long exchanged = ExampleFixtures.pairs("balanced").stream()
                .filter(pair -> pair.output().equals("broken"))
                .map(InputOutput::input)
                .filter(brackets -> count('(', brackets) == count(')', brackets)
                        && count('[', brackets) == count(']', brackets)
                        && count('{', brackets) == count('}', brackets))
                .count();

        assertThat(exchanged).isGreaterThan(1_000);
    }

    private static long count(char bracket, String brackets) {
        return brackets.chars().filter(c -> c == bracket).count();
    }
}
