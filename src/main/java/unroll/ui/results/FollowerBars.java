package unroll.ui.results;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import unroll.message.Formats;
import unroll.message.Symbols;
import unroll.plot.Ink;
import unroll.ui.control.PointableCanvas;

/** What may follow a symbol: its learned and its counted share, for those that follow most often. */
final class FollowerBars extends PointableCanvas {
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
        super("follower-bars");
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
        title(words.toString());
        requestLayout();
        redraw();
    }

    @Override
    protected double computePrefHeight(double width) {
        return ROWS * ROW_EM * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void pointAt(double x, double y) {}

    @Override
    protected void pointNowhere() {}

    @Override
    protected void move(int across, int down) {}

    @Override
    protected void draw(GraphicsContext g) {
        double max = followers.stream()
                .mapToDouble(each -> Math.max(each.learned, each.counted))
                .max()
                .orElse(1);
        double width = getWidth() / COLUMNS;
        double unit = (width - (NAME_EM + NUMBER_EM) * em()) / max;
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < followers.size(); i++) {
            g.save();
            g.translate(i / ROWS * width, i % ROWS * ROW_EM * em());
            draw(g, followers.get(i), unit, width);
            g.restore();
        }
    }

    private void draw(GraphicsContext g, Follower each, double unit, double width) {
        double left = NAME_EM * em();
        double middle = ROW_EM * em() / 2;
        g.setFill(color(Ink.TEXT));
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(Symbols.mark(each.symbol), left / 2, middle);
        g.setFill(color(Ink.BLUE));
        g.fillRect(left, middle - BAR_EM * em(), Math.max(1, unit * each.learned), BAR_EM * em());
        g.setFill(color(Ink.TEXT));
        g.fillRect(left, middle, Math.max(1, unit * each.counted), BAR_EM * em());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Formats.percent(each.learned) + " · " + Formats.percent(each.counted), width - 0.8 * em(), middle);
    }
}
