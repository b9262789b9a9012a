package unroll.cli.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;
import unroll.cli.dashboard.DashboardState.Footer;
import unroll.cli.dashboard.DashboardState.Prompt;
import unroll.cli.dashboard.DashboardState.Writing;
import unroll.lens.ngram.NGramLosses;
import unroll.session.run.Phase;
import unroll.session.run.RunProgress;

/** Lays a state of the dashboard out on a screen: title, figures, curve, text, news and keys, whatever there is room for. */
public final class DashboardLayout {
    private static final int MIN_COLUMNS_WITH_MARGIN = 60;

    /** The keys in the longest form that has room. */
    private static final List<String> KEYS = List.of(
            "space pause   + - rate   t T temperature   w write   s save   q quit",
            "space pause  +- rate  tT temp.  w write  s save  q quit",
            "spc pause +- rate w write s save q quit",
            "spc + - t T w s q",
            "spc +- tT w s q");

    private final TerminalStyle style;

    public DashboardLayout(TerminalStyle style) {
        this.style = style;
    }

    /** The rows each part of the screen gets. */
    private record RowCounts(int title, int figures, int caption, int chart, int text, int message, int keys) {
        private static final int MIN_COLUMNS_WITH_CAPTION = 40;
        private static final int MAX_TEXT = 14;
        private static final int MIN_TEXT = 3;
        private static final double TEXT_SHARE = 0.4;

        static RowCounts share(int columns, int rows, int figuresOfAll) {
            int keys = rows >= 4 ? 1 : 0;
            int title = rows >= 8 ? 1 : 0;
            int message = rows >= 16 ? 1 : 0;
            int figures = Math.min(figuresOfAll, Math.max(1, rows / 5));
            int body = Math.max(0, rows - keys - title - message - figures);
            int text = body < 8 ? 0 : (int) Math.min(MAX_TEXT, Math.max(MIN_TEXT, Math.round(TEXT_SHARE * body)));
            int caption = body - text >= 8 && columns >= MIN_COLUMNS_WITH_CAPTION ? 1 : 0;
            return new RowCounts(title, figures, caption, body - text - caption, text, message, keys);
        }
    }

    /** At most so many lines, none wider than so many cells. */
    public List<AttributedString> draw(DashboardState state, int columns, int rows) {
        int margin = columns >= MIN_COLUMNS_WITH_MARGIN ? 1 : 0;
        int width = columns - 2 * margin;
        FigureGrid figures = new FigureGrid(state, style);
        RowCounts share = RowCounts.share(width, rows, figures.rowsOfAll(width));
        List<AttributedString> lines = new ArrayList<>();
        if (share.title() > 0) {
            lines.add(title(state, width));
        }
        lines.addAll(figures.draw(width, share.figures()));
        if (share.caption() > 0) {
            lines.add(caption(state, width));
        }
        lines.addAll(new LossChart(state.curves(), state.ngrams(), style).draw(width, share.chart()));
        lines.addAll(text(state.writing(), width, share.text()));
        lines.addAll(footer(state.footer(), width, share));
        return lines.stream()
                .limit(rows)
                .map(line ->
                        AttributedString.join(AttributedString.EMPTY, new AttributedString(" ".repeat(margin)), line))
                .map(line -> TextLines.cut(line, columns))
                .toList();
    }

    private AttributedString title(DashboardState state, int width) {
        Phase phase = state.progress().phase();
        boolean running = phase == Phase.RUNNING;
        String word = running ? "training" : phase.name().toLowerCase(Locale.ROOT);
        AttributedString right = new AttributedString(word, running ? style.running() : style.standing());
        String title = TextLines.shortened(style.printable(state.title()), width - word.length() - 1, style);
        return TextLines.spread(title, style.strong(), right, width).toAttributedString();
    }

    private AttributedString caption(DashboardState state, int width) {
        String legend = "loss in nats per character" + style.separator() + style.point() + " validation";
        AttributedString verdict = new AttributedString(verdict(state.ngrams(), state.progress()), style.strong());
        boolean fits = legend.length() + 2 + verdict.length() <= width;
        return TextLines.spread(fits ? legend : "loss", style.quiet(), verdict, width)
                .toAttributedString();
    }

    /** The best n-gram model that the network beats. */
    private static String verdict(@Nullable NGramLosses ngrams, RunProgress run) {
        if (ngrams == null || Double.isNaN(run.metrics().losses().train())) {
            return "";
        }
        boolean validated = !Double.isNaN(run.metrics().losses().validation());
        double loss = validated
                ? run.metrics().losses().validation()
                : run.metrics().losses().train();
        return "%s %s".formatted(validated ? "validation" : "training", ngrams.verdict(loss));
    }

    private List<AttributedString> text(Writing writing, int width, int rows) {
        if (rows == 0) {
            return List.of();
        }
        List<AttributedString> lines = new ArrayList<>();
        String heading =
                writing.heading().isEmpty() ? "the first sample comes soon" : style.printable(writing.heading());
        lines.add(rule(TextLines.shortened(heading, Math.max(0, width - 4), style), width));
        List<AttributedString> all = TextLines.wrap(style.printable(writing.text()), width);
        int hidden = Math.max(0, all.size() - (rows - 1));
        int first = writing.growing() ? hidden : 0;
        lines.addAll(all.subList(first, Math.min(all.size(), first + rows - 1)));
        while (lines.size() < rows) {
            lines.add(AttributedString.EMPTY);
        }
        return lines;
    }

    /** A line across the screen with a heading in it. */
    private AttributedString rule(String heading, int width) {
        String dash = String.valueOf(style.dash());
        AttributedStringBuilder rule =
                new AttributedStringBuilder().append(dash, style.quiet()).append(" " + heading + " ");
        int rest = width - rule.columnLength();
        return rule.append(dash.repeat(Math.max(0, rest)), style.quiet()).toAttributedString();
    }

    private List<AttributedString> footer(Footer footer, int width, RowCounts share) {
        AttributedString news = news(footer, width);
        AttributedString keys = keys(width);
        if (share.message() > 0) {
            return List.of(news, keys);
        }
        return share.keys() == 0 ? List.of() : List.of(news.length() > 0 ? news : keys);
    }

    private AttributedString news(Footer footer, int width) {
        Prompt prompt = footer.prompt();
        if (prompt == null) {
            return new AttributedString(TextLines.shortened(style.printable(footer.message()), width, style));
        }
        return prompt(prompt, width);
    }

    /** The end of what has been typed, where there is not room for all. */
    private AttributedString prompt(Prompt prompt, int width) {
        int max = prompt.typed().isEmpty() ? width - 2 : width * 2 / 3;
        String question = TextLines.shortened(prompt.question(), Math.max(0, max), style);
        AttributedString typed = new AttributedString(style.printable(prompt.typed()));
        int available = Math.max(1, width - new AttributedString(question).columnLength() - 2);
        int hidden = Math.max(0, typed.columnLength() - available);
        return new AttributedStringBuilder()
                .append(question, style.strong())
                .append(" ")
                .append(typed.columnSubSequence(hidden, hidden + available))
                .append(String.valueOf(style.cursor()))
                .toAttributedString();
    }

    private AttributedString keys(int width) {
        String keys =
                KEYS.stream().filter(each -> each.length() <= width).findFirst().orElse("");
        return new AttributedString(keys, style.quiet());
    }
}
