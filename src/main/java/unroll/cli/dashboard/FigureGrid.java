package unroll.cli.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
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
        figures = figures(state.progress(), state.secondsLeft(), state.writing().temperature());
    }

    private static List<GridFigure> figures(RunProgress run, double secondsLeft, double temperature) {
        List<GridFigure> all = new ArrayList<>();
        all.add(new GridFigure("step", RunFigures.count(run.metrics().step()), 1));
        all.add(new GridFigure("epoch", RunFigures.epoch(run.metrics().epoch()), 6));
        all.add(new GridFigure("time", RunFigures.duration(run.metrics().seconds()), 7));
        all.add(new GridFigure("left", RunFigures.duration(secondsLeft), 8));
        all.add(new GridFigure("loss", RunFigures.loss(run.metrics().losses().train()), 0));
        all.add(new GridFigure(
                "validation", RunFigures.loss(run.metrics().losses().validation()), 2));
        all.add(new GridFigure("best", RunFigures.loss(run.metrics().losses().best()), 10));
        all.add(new GridFigure("grad norm", RunFigures.norm(run.metrics().gradientNorm()), 5));
        all.add(new GridFigure("rate", RunFigures.rate(run.metrics().learningRate()), 4));
        all.add(new GridFigure("temperature", RunFigures.rate(temperature), 9));
        all.add(new GridFigure("chars/s", RunFigures.count(run.metrics().charsPerSecond()), 3));
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
