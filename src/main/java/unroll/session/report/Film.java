package unroll.session.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import unroll.message.Formats;
import unroll.plot.Ink;
import unroll.plot.Palette;
import unroll.plot.Plot;
import unroll.plot.Plot.Band;
import unroll.plot.Plot.Curve;
import unroll.plot.Plot.Mark;
import unroll.plot.Plot.Points;
import unroll.plot.Plot.Stroke;
import unroll.plot.PlotPainter;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.plot.Surface.TextStyle;

/**
 * A run as an animated GIF of 20 seconds: the curve grows, and below it stands what the network wrote at the time. Early steps, in
 * which most happens, pass more slowly: the step shown grows with the square of the time.
 *
 * @param title what learns, and from what
 * @param heading of a text, with a {@code %s} for its step
 * @param plot of the whole run, over its steps
 * @param texts ascending by step; at least one. The last is of the end of the run
 */
public record Film(String title, String heading, Plot plot, List<FrameText> texts) {
    static final int FRAMES = 100;
    /** Of a frame, in hundredths of a second. */
    static final int DELAY = 20;

    static final int WIDTH = 720;
    static final int HEIGHT = 540;
    private static final int EM = 13;
    private static final int TITLE_HEIGHT = 2 * EM;
    private static final int PLOT_HEIGHT = 300;
    /** Of the text from the edges. */
    private static final double MARGIN = 0.5 * EM;
    /** Frames at the end that show all of it. */
    private static final int STILL = 10;

    /** What a network wrote after some steps. */
    public record FrameText(long step, String text) {}

    public Film {
        texts = List.copyOf(texts);
    }

    /**
     * Draws and writes it.
     *
     * @param progress gets the share that is done
     * @throws InterruptedIOException where the thread is interrupted
     */
    public void write(OutputStream out, DoubleConsumer progress) throws IOException {
        try (AnimatedGif gif = new AnimatedGif(out, Palette.LIGHT)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                if (Thread.interrupted()) {
                    throw new InterruptedIOException("The film was stopped.");
                }
                gif.add(frame(frame).image(), DELAY);
                progress.accept((frame + 1.0) / FRAMES);
            }
        }
    }

    /** The picture at a time. */
    ImageSurface frame(int frame) {
        double share = Math.min(1, (double) frame / (FRAMES - 1 - STILL));
        double step = plot.x().high() * share * share;
        ImageSurface image = new ImageSurface(WIDTH, HEIGHT, EM, Palette.LIGHT);
        image.text(title, MARGIN, 0.5 * TITLE_HEIGHT, new TextStyle(Align.LEFT, Ink.TEXT, true));
        image.text(place(step), WIDTH - MARGIN, 0.5 * TITLE_HEIGHT, Align.RIGHT);
        PlotPainter.paint(upTo(step), image.rows(TITLE_HEIGHT, PLOT_HEIGHT));
        FrameText now = texts.stream()
                .filter(each -> each.step() <= step || share == 1)
                .reduce(texts.get(0), (before, later) -> later);
        double y = TITLE_HEIGHT + PLOT_HEIGHT + 1.5 * EM;
        image.text(heading.formatted(Formats.count(now.step())), MARGIN, y, new TextStyle(Align.LEFT, Ink.TEXT, true));
        for (String line :
                now.text().lines().flatMap(line -> broken(line, image)).toList()) {
            y += Surface.LINE * EM;
            if (y + EM > HEIGHT) {
                break;
            }
            image.text(line, MARGIN, y, Align.LEFT);
        }
        return image;
    }

    /** Where the run was at a step. */
    private String place(double step) {
        String place = "step " + Formats.count((long) step);
        for (Curve curve : plot.marks(Curve.class)) {
            int count = count(curve, step);
            if (curve.stroke() == Stroke.STRONG && count > 0) {
                return "%s · loss %s".formatted(place, Formats.fixed(curve.y()[count - 1], 2));
            }
        }
        return place;
    }

    /** How many points of a series had been measured by a step. */
    private static int count(Plot.Series series, double step) {
        return (int) Arrays.stream(series.x()).takeWhile(x -> x <= step).count();
    }

    /** The plot with what had been measured by a step, on the axes and under the legend of the whole run. */
    private Plot upTo(double step) {
        List<Mark> marks = plot.marks().stream().map(mark -> upTo(mark, step)).toList();
        return new Plot(plot.titles(), plot.x(), plot.y(), marks, plot.margins());
    }

    /** Before its first point a series stands left of the chart, where nothing is drawn, so that the legend never changes. */
    private Mark upTo(Mark mark, double step) {
        if (!(mark instanceof Plot.Series series) || series.x().length == 0) {
            return mark;
        }
        int count = Math.max(1, count(series, step));
        double[] x = Arrays.copyOf(series.x(), count);
        if (x[0] > step) {
            x[0] = plot.x().value(-1);
        }
        if (series instanceof Band band) {
            return new Band(
                    band.name(), band.ink(), x, Arrays.copyOf(band.low(), count), Arrays.copyOf(band.high(), count));
        } else if (series instanceof Curve curve) {
            return new Curve(curve.name(), curve.ink(), curve.stroke(), x, Arrays.copyOf(curve.y(), count));
        } else if (series instanceof Points points) {
            return new Points(points.name(), points.ink(), points.marker(), x, Arrays.copyOf(points.y(), count));
        }
        return mark;
    }

    /** A line as wide as the picture at most, broken between words where there is a place for that. */
    private static Stream<String> broken(String line, Surface surface) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        int end = end(rest, surface);
        while (end < rest.length()) {
            int space = rest.lastIndexOf(' ', end);
            lines.add(rest.substring(0, space > 0 ? space : end));
            rest = rest.substring(space > 0 ? space + 1 : end);
            end = end(rest, surface);
        }
        lines.add(rest);
        return lines.stream();
    }

    /** How much of a line there is room for: one character at least. */
    private static int end(String line, Surface surface) {
        double width = 0;
        int end = 0;
        while (end < line.length()) {
            int next = line.offsetByCodePoints(end, 1);
            width += surface.textWidth(line.substring(end, next));
            if (width > WIDTH - 2 * MARGIN && end > 0) {
                return end;
            }
            end = next;
        }
        return end;
    }
}
