package unroll.ui.results;

import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import unroll.message.Formats;
import unroll.message.Symbols;
import unroll.plot.Ink;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.ui.control.CanvasPane;

/** What may follow a symbol: its learned and its counted share, for those that follow most often. */
final class FollowerBars extends CanvasPane {
    private static final int ROWS = 4;
    private static final int COLUMNS = 2;
    private static final double ROW_EM = 1.9;
    private static final double NAME_EM = 2;
    private static final double NUMBER_EM = 9.2;
    private static final double BAR_EM = 0.75;

    private List<Follower> followers = List.of();

    /** One symbol that may follow. */
    record Follower(String symbol, double learned, double counted) {}

    FollowerBars() {
        setId("follower-bars");
        getStyleClass().add("pointable-canvas");
        setFocusTraversable(true);
        setHeightEm(ROWS * ROW_EM);
    }

    /** Shows the likeliest of them. */
    void show(String after, List<Follower> all) {
        followers = all.stream()
                .sorted(Comparator.comparingDouble(each -> -Math.max(each.learned, each.counted)))
                .limit(ROWS * COLUMNS)
                .toList();
        StringBuilder words = new StringBuilder("After " + Symbols.quoted(after) + ", learned and counted:");
        followers.forEach(each -> words.append(" %s %s and %s;"
                .formatted(Symbols.quoted(each.symbol), Formats.percent(each.learned), Formats.percent(each.counted))));
        setAccessibleText(words.toString());
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g) {
        Surface surface = surface(g);
        double max = followers.stream()
                .mapToDouble(each -> Math.max(each.learned, each.counted))
                .max()
                .orElse(1);
        double width = getWidth() / COLUMNS;
        double unit = (width - (NAME_EM + NUMBER_EM) * em()) / max;
        for (int i = 0; i < followers.size(); i++) {
            Follower each = followers.get(i);
            double left = i / ROWS * width;
            double middle = (i % ROWS + 0.5) * ROW_EM * em();
            double bar = left + NAME_EM * em();
            double high = BAR_EM * em();
            surface.text(Symbols.mark(each.symbol), left + NAME_EM * em() / 2, middle, Align.CENTER);
            surface.fill(
                    bar,
                    middle - high,
                    bar + Math.max(1, unit * each.learned),
                    middle,
                    palette().rgb(Ink.BLUE));
            surface.fill(
                    bar,
                    middle,
                    bar + Math.max(1, unit * each.counted),
                    middle + high,
                    palette().rgb(Ink.TEXT));
            String numbers = Formats.percent(each.learned) + " · " + Formats.percent(each.counted);
            surface.text(numbers, left + width - 0.8 * em(), middle, Align.RIGHT);
        }
    }
}
