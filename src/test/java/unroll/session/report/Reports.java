package unroll.session.report;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import unroll.checkpoint.TextSource;
import unroll.session.run.Curves;
import unroll.settings.Settings;
import unroll.task.score.TaskScore;
import unroll.train.RunMetrics;
import unroll.train.TrainingEvent.Sampled;

/** Reports to try things on. */
final class Reports {
    static final OffsetDateTime DATE = OffsetDateTime.parse("2026-03-04T05:06:07+01:00");

    private Reports() {}

    static LabReport named(String name) {
        return of(new ReportMetadata(name, "", DATE, "1.2"), "drama.txt", List.of());
    }

    static LabReport of(ReportMetadata metadata, String corpus, List<Sampled> samples) {
        TextSource source = new TextSource(corpus, "", "UTF-8", 123_456, 0xabcdL);
        return new LabReport(metadata, Settings.DEFAULT, source, results(), curves(), samples);
    }

    private static RunResults results() {
        return new RunResults(
                230_000,
                66,
                new RunMetrics(
                        1234,
                        2.5,
                        61.25,
                        new RunMetrics.Losses(1.5, 1.625, 1.6),
                        Double.NaN,
                        0.002,
                        31_400,
                        Double.NaN),
                TaskScore.ofSteps(1, 2));
    }

    private static Curves.View curves() {
        List<Curves.Point> points = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> new Curves.Point(100L * i, i / 10.0, i, 4.0 / i, 3.5 / i, 4.5 / i, 4.0 / i))
                .toList();
        return new Curves.View(points, points, points, List.of(), List.of());
    }
}
