package unroll.ui.results;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import unroll.plot.Ink;
import unroll.task.score.Ratio;
import unroll.ui.control.CanvasSurface;
import unroll.ui.control.PointableCanvas;

/** A bar for each place, as high as the share that is right there. */
final class PlaceBars extends PointableCanvas {
    private static final int NOWHERE = -1;
    private static final double HEIGHT_EM = 11;
    private static final double LEFT_EM = 3.6;
    private static final double TOP_EM = 0.7;
    private static final double BOTTOM_EM = 1.8;
    private static final double RIGHT_EM = 0.8;
    /** So high is a bar at least: none at all means that nothing was asked. */
    private static final double MIN_BAR = 2;

    private static final double MAX_BAR_EM = 3;
    private static final int[] PERCENTS = {0, 25, 50, 75, 100};
    /** Between two numbers along the foot at least. */
    private static final double NUMBER_EM = 2.2;

    private final String place;
    private List<Ratio> shares = List.of();
    private int pointed = NOWHERE;

    /** @param place what a place is called */
    PlaceBars(String place) {
        super("place-bars");
        this.place = place;
    }

    void show(List<Ratio> byPlace) {
        shares = byPlace;
        pointed = Math.min(pointed, shares.size() - 1);
        redraw();
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT_EM * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT_EM * em();
    }

    @Override
    protected void pointAt(double x, double y) {
        int index = (int) Math.floor((x - LEFT_EM * em()) / step());
        point(index < 0 || index >= shares.size() ? NOWHERE : index);
    }

    @Override
    protected void pointNowhere() {
        point(NOWHERE);
    }

    @Override
    protected void move(int across, int down) {
        if (!shares.isEmpty()) {
            point(Math.floorMod(pointed == NOWHERE ? 0 : pointed + across, shares.size()));
        }
    }

    private void point(int index) {
        if (index == pointed) {
            return;
        }
        pointed = index;
        redraw();
        if (index == NOWHERE) {
            showTip("", 0, 0);
        } else {
            Ratio share = shares.get(index);
            String words = share.asked() == 0
                    ? String.format(Locale.ROOT, "%s %d: never asked", place, index + 1)
                    : String.format(
                            Locale.ROOT,
                            "%s %d: %s%n%s right",
                            place,
                            index + 1,
                            Percentages.percent(share),
                            Percentages.counts(share));
            showTip(words, LEFT_EM * em() + (index + 0.5) * step(), TOP_EM * em());
        }
    }

    private double step() {
        return Math.min(MAX_BAR_EM * em(), (getWidth() - (LEFT_EM + RIGHT_EM) * em()) / Math.max(1, shares.size()));
    }

    @Override
    protected void draw(GraphicsContext g) {
        double left = LEFT_EM * em();
        double top = TOP_EM * em();
        double high = getHeight() - (TOP_EM + BOTTOM_EM) * em();
        grid(g, left, top, high);
        double step = step();
        double gap = step > 6 ? Math.max(1, 0.15 * step) : 0;
        for (int index = 0; index < shares.size(); index++) {
            Ratio share = shares.get(index);
            if (share.asked() > 0) {
                double tall = Math.max(MIN_BAR, high * share.value());
                g.setFill(CanvasSurface.color(palette().shade(Ink.BLUE, index == pointed ? 1 : 0.75)));
                g.fillRect(left + index * step + gap / 2, top + high - tall, Math.max(1, step - gap), tall);
            }
        }
        numbers(g, left, top + high);
    }

    private void grid(GraphicsContext g, double left, double top, double high) {
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (int percent : PERCENTS) {
            double y = Math.floor(top + high * (100 - percent) / 100) + 0.5;
            g.setStroke(color(Ink.GRID));
            g.strokeLine(left, y, getWidth(), y);
            g.setFill(color(Ink.TEXT));
            g.fillText(percent + " %", left - 0.5 * em(), y);
        }
    }

    private void numbers(GraphicsContext g, double left, double foot) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        g.setFill(color(Ink.TEXT));
        int every = every();
        for (int number = 1; number <= shares.size(); number++) {
            if (number == 1 || number % every == 0) {
                g.fillText(Integer.toString(number), left + (number - 0.5) * step(), foot + 0.3 * em());
            }
        }
    }

    /** 1, 5, 10, 50, 100 ...: the first at which the numbers have room. */
    private int every() {
        int every = 1;
        while (every * step() < NUMBER_EM * em()) {
            every *= Integer.toString(every).startsWith("1") ? 5 : 2;
        }
        return every;
    }
}
