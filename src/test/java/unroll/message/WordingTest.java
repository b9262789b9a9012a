package unroll.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void nounsFollowTheirNumber() {
        assertThat(Wording.count(0, "byte")).isEqualTo("0 bytes");
        assertThat(Wording.count(1, "byte")).isEqualTo("1 byte");
        assertThat(Wording.count(2_000, "more symbol")).isEqualTo("2,000 more symbols");
    }

    @Test
    void quotationsAreCutAndOnOneLine() {
        assertThat(Wording.quote("0,7")).isEqualTo("\"0,7\"");
        assertThat(Wording.quote("a\nb\0c")).isEqualTo("\"a b c\"");
        assertThat(Wording.cut("x".repeat(40))).isEqualTo("x".repeat(40));
        assertThat(Wording.cut("x".repeat(41))).isEqualTo("x".repeat(39) + "…");
        assertThat(Wording.cut("x".repeat(1_000_000))).hasSize(40);
        assertThat(Wording.cut("🙂".repeat(40))).as("code points count").isEqualTo("🙂".repeat(40));
        assertThat(Wording.cut("🙂".repeat(41))).isEqualTo("🙂".repeat(39) + "…");
    }

    @Test
    void listsEndWithTheirLastWord() {
        assertThat(Wording.list(List.of(), "or")).isEmpty();
        assertThat(Wording.list(List.of("a"), "or")).isEqualTo("a");
        assertThat(Wording.list(List.of("a", "b"), "or")).isEqualTo("a or b");
        assertThat(Wording.list(List.of("a", "b", "c"), "and")).isEqualTo("a, b and c");
    }
}
