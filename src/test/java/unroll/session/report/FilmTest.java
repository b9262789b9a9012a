package unroll.session.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import unroll.plot.Axis;
import unroll.plot.Ink;
import unroll.plot.Plot;
import unroll.plot.Plot.Curve;
import unroll.plot.Plot.Stroke;

class FilmTest {
    private static final Film FILM = film();

    private static Film film() {
        double[] x =
                IntStream.rangeClosed(1, 200).mapToDouble(step -> 5.0 * step).toArray();
        double[] y =
                IntStream.range(0, x.length).mapToDouble(i -> 4 - i / 100.0).toArray();
        Plot plot = new Plot(
                new Plot.Titles("steps", "nats per character"),
                new Axis(Axis.AxisScale.WHOLE, 0, 1_000),
                new Axis(Axis.AxisScale.LINEAR, 0, 5),
                List.of(new Curve("loss", Ink.BLUE, Stroke.STRONG, x, y)));
        return new Film(
                "small · GRU, 1 layer of 8 units",
                "What the network wrote after step %s",
                plot,
                List.of(new Film.FrameText(0, "xqzt"), new Film.FrameText(500, "the cat\n" + "sat ".repeat(50))));
    }

    @Test
    void isAGifOfTwentySecondsInWhichTheCurveGrows() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Double> progress = new ArrayList<>();
        FILM.write(bytes, progress::add);

        assertThat(progress).hasSize(Film.FRAMES).isSorted().endsWith(1.0);
        assertThat(bytes.size()).as("bytes").isLessThan(4_000_000);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(reader.getNumImages(true)).isEqualTo(Film.FRAMES);
        int hundredths = 0;
        List<Long> blue = new ArrayList<>();
        for (int frame = 0; frame < Film.FRAMES; frame++) {
            IIOMetadataNode root =
                    (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
            IIOMetadataNode control = (IIOMetadataNode)
                    root.getElementsByTagName("GraphicControlExtension").item(0);
            hundredths += Integer.parseInt(control.getAttribute("delayTime"));
            BufferedImage image = reader.read(frame);
            assertThat(image.getWidth()).isEqualTo(Film.WIDTH);
            assertThat(image.getHeight()).isEqualTo(Film.HEIGHT);
            blue.add(blue(image));
        }
        assertThat(hundredths).isEqualTo(2_000);
        assertThat(blue).isSorted();
        assertThat(blue.get(Film.FRAMES - 1)).isGreaterThan(blue.get(10) + 1_000);
    }

    @Test
    void endsWithTheLastTextThoughTheRunWentOnMeanwhile() {
        Film.FrameText last = new Film.FrameText(1_007, "the cat sat on the mat");
        Film went = new Film(FILM.title(), FILM.heading(), FILM.plot(), List.of(new Film.FrameText(0, "xqzt"), last));
        Film alone = new Film(FILM.title(), FILM.heading(), FILM.plot(), List.of(last));

        assertThat(dark(frame(went, Film.FRAMES - 1), 0, Film.WIDTH))
                .isEqualTo(dark(frame(alone, Film.FRAMES - 1), 0, Film.WIDTH));
        assertThat(dark(frame(went, 0), 0, Film.WIDTH)).isNotEqualTo(dark(frame(alone, 0), 0, Film.WIDTH));
    }

    @Test
    void breaksLinesThatAreTooWide() {
        Film film = new Film(
                FILM.title(),
                FILM.heading(),
                FILM.plot(),
                List.of(new Film.FrameText(0, "M".repeat(96)), new Film.FrameText(500, "the cat ".repeat(40))));

        for (int at : List.of(0, Film.FRAMES - 1)) {
            BufferedImage image = frame(film, at);
            assertThat(dark(image, Film.WIDTH - 100, Film.WIDTH - 6))
                    .as("a line up to the edge")
                    .isPositive();
            assertThat(dark(image, Film.WIDTH - 4, Film.WIDTH))
                    .as("at the edge")
                    .isZero();
        }
    }

    /** The legend is on its own rows, below the title. */
    @Test
    void namesItsCurvesFromTheBeginning() {
        assertThat(blue(frame(FILM, 0))).isPositive();
    }

    private static BufferedImage frame(Film film, int number) {
        return film.frame(number).image();
    }

    /** Dark pixels below the chart, between two columns. */
    private static long dark(BufferedImage image, int left, int right) {
        return IntStream.range(340, image.getHeight())
                .mapToLong(y -> IntStream.range(left, right)
                        .filter(x -> (image.getRGB(x, y) & 0xff) < 0xc0)
                        .count())
                .sum();
    }

    /** Pixels of the curve, its pale edges left out. */
    private static long blue(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .filter(rgb -> (rgb & 0xff) > (rgb >> 16 & 0xff) + 80)
                .count();
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> FILM.write(new ByteArrayOutputStream(), share -> {}))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).as("the interrupt is used up").isFalse();
    }
}
