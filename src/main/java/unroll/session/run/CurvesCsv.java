package unroll.session.run;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.session.run.Curves.Point;
import unroll.session.run.Curves.View;

/**
 * Curves as comma-separated values, for any spreadsheet: a line for each step at which something is known, with empty cells where
 * nothing was measured. Losses are in nats per character; accuracy, exact match and real words are shares from 0 to 1.
 */
public final class CurvesCsv {
    private static final List<Column> MEANS = List.of(
            new Column("trainLoss", View::trainLoss, Point::mean),
            new Column("gradientNorm", View::gradientNorm, Point::mean),
            new Column("validationLoss", View::validationLoss, Point::mean),
            new Column("accuracy", View::accuracy, Point::mean),
            new Column("exactMatch", View::exactMatch, Point::mean),
            new Column("realWords", View::realWords, Point::mean));
    private static final List<Column> RANGES = List.of(
            new Column("train_loss", View::trainLoss, Point::mean),
            new Column("train_loss_low", View::trainLoss, Point::low),
            new Column("train_loss_high", View::trainLoss, Point::high),
            new Column("gradient_norm", View::gradientNorm, Point::mean),
            new Column("validation_loss", View::validationLoss, Point::mean),
            new Column("accuracy", View::accuracy, Point::mean),
            new Column("exact_match", View::exactMatch, Point::mean),
            new Column("real_words", View::realWords, Point::mean));

    private CurvesCsv() {}

    private record Column(String name, Function<View, List<Point>> curve, ToDoubleFunction<Point> value) {}

    /** The means of all curves, as a sweep keeps them of each trial. */
    public static String means(View curves) {
        return table(curves, MEANS, "%.4f,%.3f");
    }

    /** The same with the range of the training loss in each bucket. */
    public static String withRanges(View curves) {
        return table(curves, RANGES, "%.6g,%.6g");
    }

    private static String table(View curves, List<Column> columns, String epochAndSeconds) {
        SortedMap<Long, List<String>> rows = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            for (Point point : columns.get(i).curve.apply(curves)) {
                rows.computeIfAbsent(point.step(), step -> line(point, columns.size(), epochAndSeconds))
                        .set(i + 1, format("%.6g", columns.get(i).value.applyAsDouble(point)));
            }
        }
        String names = columns.stream().map(Column::name).collect(Collectors.joining(","));
        return "step,epoch,seconds," + names + "\n"
                + rows.values().stream()
                        .map(row -> String.join(",", row) + "\n")
                        .collect(Collectors.joining());
    }

    /** Where and when a point is, and a cell for each column. */
    private static List<String> line(Point point, int columns, String epochAndSeconds) {
        String when = point.step() + "," + format(epochAndSeconds, point.epoch(), point.seconds());
        return Stream.concat(Stream.of(when), Collections.nCopies(columns, "").stream())
                .collect(Collectors.toList());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
