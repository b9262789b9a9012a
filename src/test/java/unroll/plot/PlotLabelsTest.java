package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import unroll.plot.Axis.AxisScale;
import unroll.plot.Plot.Curve;
import unroll.plot.Plot.Mark;
import unroll.plot.Plot.Points;
import unroll.plot.Plot.Reference;
import unroll.plot.Plot.Stroke;
import unroll.plot.RecordingSurface.Box;

/** Labels of charts of many ranges and sizes: none over another, none outside. */
class PlotLabelsTest {
    private static final long SEED = 14;
    private static final double[][] RANGES = {
        {0, 1},
        {0, 4.5},
        {1.2, 4.3},
        {0, 1e-9},
        {0, 1e30},
        {1e-5, 20},
        {1.5, 1.5000001},
        {0.0001, 0.0009},
        {3, 1_000_000},
        {99_990, 100_010},
        {1e-14, 1e3}
    };
    private static final double[] ENDS = {1, 2, 7, 10, 99, 100, 1000, 1001, 12_345, 1_000_000, 123_456_789};
    private static final double[] HEIGHTS = {20, 55, 90, 140, 200, 333, 800};
    private static final double[] WIDTHS = {90, 240, 481, 700, 1600};
    private static final double[] EMS = {11, 13, 26};

    private static Plot plot(Axis x, Axis y, List<Mark> references) {
        double[] place = {x.low(), x.high()};
        double[] value = {y.high(), y.low()};
        List<Mark> marks = new ArrayList<>(references);
        marks.add(new Plot.Band("min–max per pixel", Ink.BLUE, place, value, value));
        marks.add(new Curve("smoothed", Ink.BLUE, Stroke.STRONG, place, value));
        marks.add(new Points("validation", Ink.ORANGE, Marker.DIAMOND, place, value));
        return new Plot(
                new Plot.Titles("epochs, passes over the training part", "Validation loss (nats)"), x, y, marks);
    }

    /** Some close together, some far apart, one off the axis. */
    private static List<Mark> references(Axis y, Random random) {
        List<Mark> references = new ArrayList<>();
        double from = 0.9 * random.nextDouble();
        for (int order = 1; order <= 6; order++) {
            double at = order < 4 ? from + 0.01 * order : random.nextDouble();
            references.add(new Reference(y.value(at), order + "-grams 2.43", "", order < 3));
        }
        references.add(new Reference(2 * y.high(), "clipping\nthreshold 5\n(off scale)", "", false));
        return references;
    }

    @Test
    void neverOverlapAndAreNeverCut() {
        Random random = new Random(SEED);
        for (double[] range : RANGES) {
            for (AxisScale scale : AxisScale.values()) {
                Axis y = new Axis(
                        scale, scale == AxisScale.LOG ? Math.max(range[0], range[1] * 1e-9) : range[0], range[1]);
                for (double end : ENDS) {
                    Axis x = Axis.upTo(AxisScale.WHOLE, end);
                    for (double width : WIDTHS) {
                        double height = HEIGHTS[random.nextInt(HEIGHTS.length)];
                        double em = EMS[random.nextInt(EMS.length)];
                        check(plot(x, y, references(y, random)), new RecordingSurface(width, height, em));
                    }
                }
            }
        }
    }

    private static void check(Plot plot, RecordingSurface surface) {
        PlotPainter.paint(plot, surface);
        List<Box> texts = surface.texts();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Box box = texts.get(i);
            if (box.left() < -0.01
                    || box.top() < -0.01
                    || box.right() > surface.width() + 0.01
                    || box.bottom() > surface.height() + 0.01) {
                faults.add(box + " lies outside");
            }
            texts.subList(0, i).stream().filter(box::overlaps).forEach(other -> faults.add(box + " overlaps " + other));
        }
        assertThat(faults)
                .as(() -> String.format(
                        Locale.ROOT,
                        "seed %d, %s by %s on %.0f x %.0f, em %.0f",
                        SEED,
                        plot.x(),
                        plot.y(),
                        surface.width(),
                        surface.height(),
                        surface.em()))
                .isEmpty();
    }

    @Test
    void noDashedLineGoesThroughAName() {
        Random random = new Random(SEED);
        Axis y = new Axis(AxisScale.LINEAR, 0, 4.5);
        for (int i = 0; i < 50; i++) {
            RecordingSurface surface = new RecordingSurface(700, 260, 13);
            PlotPainter.paint(plot(Axis.upTo(AxisScale.WHOLE, 400), y, references(y, random)), surface);
            List<Box> dashes = surface.horizontals().stream()
                    .filter(line -> line.text().equals("DASHED"))
                    .toList();
            assertThat(dashes).as("seed %d", SEED).hasSize(6);
            for (Box line : dashes) {
                assertThat(surface.texts())
                        .filteredOn(text -> text.text().contains("-grams"))
                        .hasSize(6)
                        .noneMatch(text -> text.left() < line.right());
            }
        }
    }

    @Test
    void theLastStepIsWhole() {
        Plot plot = plot(Axis.upTo(AxisScale.WHOLE, 1000), new Axis(AxisScale.LINEAR, 0, 4.5), List.of());
        RecordingSurface surface = new RecordingSurface(500, 250, 13);
        PlotPainter.paint(plot, surface);
        assertThat(surface.text("1,000").right()).isLessThanOrEqualTo(500);
    }

    @Test
    void namesStayNearTheirLines() {
        Axis y = new Axis(AxisScale.LINEAR, 0, 4);
        List<Mark> far = List.of(new Reference(1, "one", "", false), new Reference(3, "three", "", false));
        RecordingSurface surface = new RecordingSurface(700, 300, 13);
        PlotLayout layout = PlotPainter.paint(plot(Axis.upTo(AxisScale.WHOLE, 9), y, far), surface);
        for (Mark mark : far) {
            Reference reference = (Reference) mark;
            Box box = surface.text(reference.name());
            assertThat((box.top() + box.bottom()) / 2).isCloseTo(layout.py(reference.y()), within(0.5));
            assertThat(layout.nameAt(box.left(), layout.py(reference.y()))).contains(reference);
        }
        assertThat(layout.nameAt(layout.left() + 5, layout.py(1)))
                .as("in the plot")
                .isEmpty();
    }

    @Test
    void whatDoesNotFitIsLeftOutTheLeastImportantFirst() {
        Axis y = new Axis(AxisScale.LINEAR, 0, 4);
        List<Mark> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(new Reference(0.3 * i, "name " + i, "", i > 9));
        }
        RecordingSurface surface = new RecordingSurface(700, 120, 13);
        PlotPainter.paint(plot(Axis.upTo(AxisScale.WHOLE, 9), y, many), surface);
        assertThat(surface.texts())
                .extracting(Box::text)
                .contains("name 10", "name 11")
                .doesNotContain("name 9");
    }

    @Test
    void spreadingMovesEachAsLittleAsTheOthersAllow() {
        double[] tops = Spreading.spread(new double[] {10, 11, 50}, new double[] {10, 10, 10}, 0, 100);
        assertThat(tops).containsExactly(5.5, 15.5, 50);
        assertThat(Spreading.spread(new double[] {95, 98}, new double[] {10, 10}, 0, 100))
                .containsExactly(80, 90);
        assertThat(Spreading.spread(new double[] {-5, 2}, new double[] {10, 10}, 0, 100))
                .containsExactly(0, 10);
    }

    @Test
    void theValueUnderAPixelIsTheOneDrawnThere() {
        RecordingSurface surface = new RecordingSurface(700, 300, 13);
        PlotLayout layout = PlotPainter.paint(
                plot(Axis.upTo(AxisScale.WHOLE, 900), new Axis(AxisScale.LINEAR, 0, 4), List.of()), surface);
        assertThat(layout.valueAt(layout.px(450))).isCloseTo(450, within(1e-9));
        assertThat(layout.valueAt(0)).isZero();
        assertThat(layout.valueAt(9000)).isEqualTo(900);
    }

    @Test
    void dashesGrowWithTheText() {
        assertThat(Surface.Dash.SOLID.pixels(13)).isEmpty();
        double[] small = Surface.Dash.DASH_DOTTED.pixels(10);
        double[] large = Surface.Dash.DASH_DOTTED.pixels(20);
        assertThat(small).hasSize(4);
        for (int i = 0; i < small.length; i++) {
            assertThat(large[i]).isEqualTo(2 * small[i]);
        }
    }
}
