package unroll.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cli.dashboard.DashboardState.Footer;
import unroll.cli.dashboard.DashboardState.Prompt;

class DashboardLayoutTest {
    private static final TerminalStyle PLAIN = new TerminalStyle(false, true);
    private static final Footer SILENT = new Footer("", null);
    private static final String VERSE = """
            WENNA: That to bell mack the bear whith tile the heror a since,
            and stepser of the bering it on the mound.

            TEAGUE: I has the peateres a lought ween the pice he sheck
            """;

    /** Characters of two cells, of none, and some that would move the cursor. */
    private static final String UNRULY =
            "\u4f60\u597d\uff01".repeat(30) + "\te\u0301\ud83d\ude42\u001b[2J\u0007\r\n\n\n" + "x".repeat(300);

    private static String text(List<AttributedString> lines) {
        return lines.stream()
                .map(AttributedString::toString)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<DashboardState> states() {
        return Stream.of(
                States.fresh(),
                States.running(VERSE, SILENT),
                States.running(UNRULY, new Footer("A message that is longer than any narrow screen. ".repeat(6), null)),
                States.running(
                        VERSE,
                        new Footer("", new Prompt("Prime (Enter writes, Esc cancels):", "\u4f60WENNA: ".repeat(20)))));
    }

    static IntStream widths() {
        return IntStream.of(1, 5, 16, 24, 40, 57, 80, 120, 200);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void everyScreenIsFilledAndNoLineIsTooWide(int columns) {
        for (int rows = 1; rows <= 60; rows++) {
            for (TerminalStyle style : List.of(PLAIN, new TerminalStyle(true, true), new TerminalStyle(true, false))) {
                int height = rows;
                assertThat(states()).allSatisfy(state -> {
                    List<AttributedString> lines = new DashboardLayout(style).draw(state, columns, height);
                    assertThat(lines).as("%d rows", height).hasSizeBetween(Math.min(height, 4), height);
                    assertThat(lines)
                            .as("%d x %d", columns, height)
                            .allMatch(line -> line.columnLength() <= columns)
                            .noneMatch(line -> line.toString().chars().anyMatch(c -> c < ' '));
                });
            }
        }
    }

    @Test
    void aTerminalOfTheUsualSizeShowsEverything() {
        String screen =
                text(new DashboardLayout(PLAIN).draw(States.running(VERSE, new Footer("Saved.", null)), 80, 24));

        assertThat(screen.lines()).hasSize(24);
        assertThat(screen)
                .contains("The Borrowed Bell, a verse drama \u00b7 LSTM, 2 layers of 128", "training")
                .containsPattern("step +1,234 +epoch +30.85 +time +2:03 +left +1:01")
                .containsPattern("loss +1.9377 +validation +2.0693 +best +2.0511 +grad norm +0.158")
                .containsPattern("rate +0.002 +temperature +0.8 +chars/s +67,012")
                .contains("validation beats bigrams")
                .contains("ln V 4.22", "unigrams 3.05", "bigrams 2.44", "trigrams 1.99", "4-grams 1.80")
                .contains("step 1,200 \u00b7 loss 1.94", "WENNA: That to bell", "TEAGUE: I has")
                .contains("Saved.", "space pause", "q quit");
    }

    @Test
    void aSmallScreenShowsWhatMattersMost() {
        String screen = text(new DashboardLayout(PLAIN).draw(States.running(VERSE, SILENT), 16, 6));

        assertThat(screen.lines()).hasSize(6);
        assertThat(screen).containsPattern("loss +1.9377").contains("\u2588").contains("s q");
    }

    @Test
    void aQuestionTakesThePlaceOfTheKeysWhereThereIsOneLine() {
        Footer asking = new Footer("", new Prompt("Prime:", "WENNA: "));

        String screen = text(new DashboardLayout(PLAIN).draw(States.running(VERSE, asking), 40, 8));

        assertThat(screen).endsWith("Prime: WENNA: \u2588").doesNotContain("quit");
    }

    @Test
    void theEndOfALongAnswerIsShown() {
        Footer asking = new Footer("", new Prompt("Prime:", "abcdefghijklmnopqrstuvwxyz"));

        String screen = text(new DashboardLayout(PLAIN).draw(States.running(VERSE, asking), 20, 8));

        assertThat(screen).endsWith("Prime: opqrstuvwxyz\u2588");
    }

    @Test
    void aTerminalWithoutBlocksGetsAscii() {
        TerminalStyle ascii = TerminalStyle.of(8, null, StandardCharsets.US_ASCII);

        String screen = text(new DashboardLayout(ascii).draw(States.running("Stra\u00dfe", SILENT), 80, 24));

        assertThat(ascii.unicode()).isFalse();
        assertThat(screen.chars()).allMatch(c -> c < 128);
        assertThat(screen).contains("Stra?e", "###");
        assertThat(ascii.printable("4.2×10⁻⁷, – or −∞")).isEqualTo("4.2e-7, - or -inf");
        assertThat(PLAIN.printable("4.2×10⁻⁷")).isEqualTo("4.2×10⁻⁷");
    }

    @Test
    void colorsAreForTerminalsThatHaveThemAndPeopleWhoWantThem() {
        assertThat(TerminalStyle.of(256, null, StandardCharsets.UTF_8).color()).isTrue();
        assertThat(TerminalStyle.of(256, "", StandardCharsets.UTF_8).color()).isTrue();
        assertThat(TerminalStyle.of(256, "1", StandardCharsets.UTF_8).color()).isFalse();
        assertThat(TerminalStyle.of(2, null, StandardCharsets.UTF_8).color()).isFalse();
        assertThat(TerminalStyle.of(null, null, StandardCharsets.UTF_8).color()).isFalse();
        assertThat(colorCodes(new TerminalStyle(true, true))).isTrue();
        assertThat(colorCodes(PLAIN)).isFalse();
    }

    private static boolean colorCodes(TerminalStyle style) {
        return new DashboardLayout(style)
                .draw(States.running(VERSE, SILENT), 80, 24).stream()
                        .anyMatch(line -> line.toAnsi().contains("\u001b[36m")
                                || line.toAnsi().contains(";36"));
    }
}
