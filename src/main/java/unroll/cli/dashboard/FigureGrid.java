package unroll.cli.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import unroll.message.Formats;
import unroll.session.run.RunProgress;

/** The figures of a run in columns of equal width, names on the left and values on the right of each cell. */
final class FigureGrid {
    private static final int CELL = 17;
    private static final int GAP = 3;

    private final List<GridFigure> figures;
    private final TerminalStyle style;

    /**
     * One figure.
     *
     * @param rank figures of the lowest ranks are shown where there is not room for all
     */
    private record GridFigure(String name, String value, int rank) {}

    FigureGrid(DashboardState state, TerminalStyle style) {
        this.style = style;
        figures = figures(state.progress(), state.secondsLeft(), state.writing().temperature()).stream()
                .map(figure -> new GridFigure(figure.name(), style.printable(figure.value()), figure.rank()))
                .toList();
    }

    private static List<GridFigure> figures(RunProgress run, double secondsLeft, double temperature) {
        List<GridFigure> all = new ArrayList<>();
        all.add(new GridFigure("step", Formats.count(run.metrics().step()), 1));
        all.add(new GridFigure("epoch", Formats.fixed(run.metrics().epoch(), 2), 6));
        all.add(new GridFigure("time", Formats.duration(run.metrics().seconds()), 7));
        all.add(new GridFigure("left", Formats.duration(secondsLeft), 8));
        all.add(new GridFigure("loss", Formats.fixed(run.metrics().losses().train(), 4), 0));
        all.add(new GridFigure(
                "validation", Formats.fixed(run.metrics().losses().validation(), 4), 2));
        all.add(new GridFigure("best", Formats.fixed(run.metrics().losses().best(), 4), 10));
        all.add(new GridFigure("grad norm", Formats.fixed(run.metrics().gradientNorm(), 3), 5));
        all.add(new GridFigure("rate", Formats.number(run.metrics().learningRate()), 4));
        all.add(new GridFigure("temperature", Formats.number(temperature), 9));
        all.add(new GridFigure("chars/s", Formats.rate(run.metrics().charsPerSecond()), 3));
        return all;
    }

    private static int cellsThatFit(int columns) {
        return Math.max(1, (columns + GAP) / (CELL + GAP));
    }

    /** Lines that all figures take on so many columns. */
    int rowsOfAll(int columns) {
        return rows(figures.size(), cellsThatFit(columns));
    }

    private static int rows(int cells, int inRow) {
        return (cells + inRow - 1) / inRow;
    }

    /** At most so many lines. */
    List<AttributedString> draw(int columns, int rows) {
        int max = cellsThatFit(columns);
        List<GridFigure> shown = mostImportant(rows * max);
        int inRow = rows(shown.size(), rows(shown.size(), max));
        List<AttributedString> lines = new ArrayList<>();
        for (int first = 0; first < shown.size(); first += inRow) {
            lines.add(line(shown.subList(first, Math.min(shown.size(), first + inRow)), Math.min(CELL, columns)));
        }
        return lines;
    }

    /** In their order on the screen. */
    private List<GridFigure> mostImportant(int count) {
        List<GridFigure> chosen = figures.stream()
                .sorted(Comparator.comparingInt(GridFigure::rank))
                .limit(count)
                .toList();
        return figures.stream().filter(chosen::contains).toList();
    }

    private AttributedString line(List<GridFigure> cells, int width) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (GridFigure figure : cells) {
            int available = Math.max(0, width - figure.value().length() - 1);
            String name =
                    figure.name().substring(0, Math.min(available, figure.name().length()));
            line.append(" ".repeat(line.length() == 0 ? 0 : GAP))
                    .append(name, style.quiet())
                    .append(" "
                            .repeat(Math.max(
                                    1, width - name.length() - figure.value().length())))
                    .append(figure.value(), style.strong());
        }
        return line.toAttributedString();
    }
}
