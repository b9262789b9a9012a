package unroll.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;

/** The curves as a table any spreadsheet reads. */
final class CurveTable {
    private static final String HEAD =
            "step,epoch,seconds,train_loss,train_loss_low,train_loss_high,gradient_norm,validation_loss,accuracy,exact_match,real_words";

    private CurveTable() {}

    /** One line a step at which something is known; losses in nats per character, the last three shares from 0 to 1. */
    static String csv(Curves.View curves) {
        TreeMap<Long, String[]> rows = new TreeMap<>();
        for (Point point : curves.trainLoss()) {
            String[] row = row(rows, point);
            row[3] = text(point.mean());
            row[4] = text(point.low());
            row[5] = text(point.high());
        }
        fill(rows, curves.gradientNorm(), 6);
        fill(rows, curves.validationLoss(), 7);
        fill(rows, curves.accuracy(), 8);
        fill(rows, curves.exactMatch(), 9);
        fill(rows, curves.realWords(), 10);
        StringBuilder table = new StringBuilder(HEAD).append('\n');
        rows.values().forEach(row -> table.append(String.join(",", row)).append('\n'));
        return table.toString();
    }

    private static void fill(TreeMap<Long, String[]> rows, List<Point> points, int column) {
        points.forEach(point -> row(rows, point)[column] = text(point.mean()));
    }

    private static String[] row(TreeMap<Long, String[]> rows, Point point) {
        return rows.computeIfAbsent(point.step(), step -> new String[] {
            Long.toString(step), text(point.epoch()), text(point.seconds()), "", "", "", "", "", "", "", ""
        });
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
