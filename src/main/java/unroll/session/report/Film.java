package unroll.session.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import unroll.plot.Ink;
import unroll.plot.Palette;
import unroll.plot.Plot;
import unroll.plot.Plot.Band;
import unroll.plot.Plot.Curve;
import unroll.plot.Plot.Mark;
import unroll.plot.Plot.Points;
import unroll.plot.PlotPainter;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.plot.Surface.Style;

/**
 * A run as an animated GIF of 20 seconds: the curve grows, and below it stands what the network wrote at the time. Early steps, in
 * which most happens, pass more slowly: the step shown grows with the square of the time.
 *
 * @param plot of the whole run, over its steps
 * @param texts ascending by step; at least one
 */
public record Film(Plot plot, List<Written> texts) {
    static final int FRAMES = 100;
    /** Of a frame, in hundredths of a second. */
    static final int DELAY = 20;

    static final int WIDTH = 720;
    static final int HEIGHT = 500;
    private static final int EM = 13;
    private static final int PLOT_HEIGHT = 300;
    private static final int LINES = 9;
    private static final int LINE_LENGTH = 96;
    /** Frames at the end that show all of it. */
    private static final int STILL = 10;

    /** What a network wrote after some steps. */
    public record Written(long step, String text) {}

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

    private ImageSurface frame(int frame) {
        double share = Math.min(1, (double) frame / (FRAMES - 1 - STILL));
        double step = plot.x().high() * share * share;
        ImageSurface image = new ImageSurface(WIDTH, HEIGHT, EM, Palette.LIGHT);
        PlotPainter.paint(upTo(step), image.upper(PLOT_HEIGHT));
        Written now = texts.stream().filter(each -> each.step() <= step).reduce(texts.get(0), (before, later) -> later);
        double y = PLOT_HEIGHT + 1.5 * EM;
        String title = String.format(Locale.ROOT, "What the network wrote after step %,d", now.step());
        image.text(title, EM, y, new Style(Align.LEFT, Ink.TEXT, true));
        for (String line : lines(now.text())) {
            y += Surface.LINE * EM;
            image.text(line, EM, y, Align.LEFT);
        }
        return image;
    }

    /** The plot with what had been measured by a step, on the axes of the whole run. */
    private Plot upTo(double step) {
        List<Mark> marks = plot.marks().stream().map(mark -> upTo(mark, step)).toList();
        return new Plot(plot.titles(), plot.x(), plot.y(), marks, plot.margins());
    }

    private static Mark upTo(Mark mark, double step) {
        if (!(mark instanceof Plot.Series series)) {
            return mark;
        }
        int count = (int) Arrays.stream(series.x()).takeWhile(x -> x <= step).count();
        double[] x = Arrays.copyOf(series.x(), count);
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

    /** As many as there is room for, long ones broken. */
    private static List<String> lines(String text) {
        return text.lines()
                .flatMap(line -> IntStream.rangeClosed(0, line.length() / LINE_LENGTH)
                        .mapToObj(i -> line.substring(i * LINE_LENGTH, Math.min(line.length(), (i + 1) * LINE_LENGTH))))
                .limit(LINES)
                .toList();
    }
}
