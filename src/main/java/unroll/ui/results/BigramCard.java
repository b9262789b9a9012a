package unroll.ui.results;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import unroll.lens.ngram.BigramCounts;
import unroll.message.Formats;
import unroll.message.Symbols;
import unroll.plot.Ink;
import unroll.session.model.ModelSnapshot;
import unroll.task.TaskData;
import unroll.ui.control.Labels;
import unroll.ui.control.SideBySide;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;
import unroll.ui.results.HeatMap.HeatCell;
import unroll.ui.results.HeatMap.Position;

/** The table a network without a memory has learned, beside the one that is counted in the training part. */
final class BigramCard extends ResultCard {
    /** Symbols shown at most, those that occur most often. */
    private static final int MAX_SYMBOLS = 96;

    private static final double MIN_CELL_EM = 0.55;

    private final TaskData.ExampleSets data;
    private final HeatMap learned = new HeatMap("learned-bigrams", MIN_CELL_EM);
    private final HeatMap counted = new HeatMap("counted-bigrams", MIN_CELL_EM);
    private final FollowerBars bars = new FollowerBars();
    private final Label losses = Labels.wrapped("The tables are being made.");
    private final Label caption = Labels.hint("");
    private final Label after = Labels.wrapped("");
    private final ModelQuery<ValidationResults, Tables> query;
    private @Nullable Tables tables;
    /** The row that stays when none is pointed at. */
    private int row;

    private @Nullable Position over;
    /** Written on the thread that looks inside models. */
    private volatile @Nullable Counted known;

    /** What does not change while a network learns. */
    private record Counted(double[][] shares, BigramCounts training, BigramCounts held, double loss) {}

    /**
     * Both tables.
     *
     * @param learned P(next | symbol) of the network
     * @param symbols shown, by row and by column: what is read and what follows are the same characters
     */
    private record Tables(long step, double[][] learned, double loss, Counted counted, List<Integer> symbols) {}

    BigramCard(WindowModel window, TaskData.ExampleSets data) {
        super("The table of pairs: learned and counted");
        this.data = data;
        losses.setId("bigram-losses");
        after.getStyleClass().add("figure-value");
        learned.setTitle("Learned table, a row for each symbol and a column for each that may follow.");
        counted.setTitle("Counted table, a row for each symbol and a column for each that may follow.");
        learned.onPoint(place -> pointed(counted, place));
        counted.onPoint(place -> pointed(learned, place));
        learned.onPick(place -> pick(place.row()));
        counted.onPick(place -> pick(place.row()));
        getChildren()
                .addAll(
                        losses,
                        caption,
                        after,
                        bars,
                        new HorizontalScrollPane(new SideBySide(
                                new SideBySide.Titled("Learned by the network", learned),
                                new SideBySide.Titled("Counted in the training part", counted))));
        query = query(window, this::make)
                .onAnswer((measurement, now) -> show(now))
                .onRefusal(losses::setText)
                .build();
    }

    @Override
    void show(ValidationResults measurement) {
        query.refresh(measurement);
    }

    /** On another thread. */
    private Tables make(ModelSnapshot model) {
        Counted table = count();
        double[][] shares = BigramCounts.learned(model.network());
        List<Integer> symbols =
                HeatMap.mostFrequent(data.layout().alphabets().input().size(), MAX_SYMBOLS, table.training()::count);
        return new Tables(model.step(), shares, table.held().loss(shares), table, symbols);
    }

    private Counted count() {
        Counted table = known;
        if (table == null) {
            BigramCounts training = BigramCounts.of(data.training(), data.layout());
            BigramCounts held = BigramCounts.of(data.validation(), data.layout());
            double[][] shares = training.shares();
            table = new Counted(shares, training, held, held.loss(shares));
            known = table;
        }
        return table;
    }

    // --- showing ---

    private void show(Tables now) {
        boolean first = tables == null;
        tables = now;
        losses.setText(
                "Loss on the %s pairs of the validation part: the network %s nats at step %s, the counted table %s nats."
                        .formatted(
                                Formats.count(now.counted().held().total()),
                                Formats.loss(now.loss()),
                                Formats.count(now.step()),
                                Formats.loss(now.counted().loss())));
        caption.setText(
                "Rows are the symbol that is read, columns the one that follows; the stronger, the likelier (square root)."
                        + " Counted with Witten–Bell smoothing, so that a pair that never occurred has a share too."
                        + " Point at a row to see what follows; click to keep it."
                        + (now.symbols().size() < now.learned().length
                                ? String.format(
                                        Locale.ROOT,
                                        " Of %,d symbols the %d that occur most often are shown.",
                                        now.learned().length,
                                        now.symbols().size())
                                : ""));
        List<String> names = now.symbols().stream().map(this::glyph).toList();
        learned.show(new HeatMap.Table(names, names, (r, c) -> cell(now, now.learned(), r, c)));
        counted.show(new HeatMap.Table(
                names, names, (r, c) -> cell(now, now.counted().shares(), r, c)));
        if (first) {
            row = mostFrequentRow(now);
        }
        follow(over == null ? row : over.row());
    }

    private static int mostFrequentRow(Tables now) {
        return IntStream.range(0, now.symbols().size())
                .boxed()
                .max(Comparator.comparingInt(
                        r -> now.counted().training().count(now.symbols().get(r))))
                .orElse(0);
    }

    private String symbol(int index) {
        return data.layout().alphabets().input().symbol(index).text();
    }

    private String glyph(int index) {
        return Symbols.mark(symbol(index));
    }

    private HeatCell cell(Tables now, double[][] shares, int r, int c) {
        int symbol = now.symbols().get(r);
        int next = now.symbols().get(c);
        return new HeatCell(
                Ink.BLUE,
                Math.sqrt(shares[symbol][next]),
                "",
                "%s, then %s%nlearned %s%ncounted %s, %s of %s"
                        .formatted(
                                Symbols.quoted(symbol(symbol)),
                                Symbols.quoted(symbol(next)),
                                Formats.percent(now.learned()[symbol][next]),
                                Formats.percent(now.counted().shares()[symbol][next]),
                                Formats.count(now.counted().training().count(symbol, next)),
                                Formats.count(now.counted().training().count(symbol))));
    }

    private void pointed(HeatMap twin, @Nullable Position place) {
        twin.frame(place);
        over = place;
        follow(place == null ? row : place.row());
    }

    private void pick(int chosen) {
        row = chosen;
        follow(chosen);
    }

    /** Shows what follows the symbol of a row. */
    private void follow(int chosen) {
        Tables now = tables;
        if (now == null) {
            return;
        }
        int symbol = now.symbols().get(chosen);
        after.setText("What follows %s: learned (blue) · counted (gray)".formatted(Symbols.quoted(symbol(symbol))));
        bars.show(
                symbol(symbol),
                IntStream.range(0, now.learned()[symbol].length)
                        .mapToObj(next -> new FollowerBars.Follower(
                                symbol(next),
                                now.learned()[symbol][next],
                                now.counted().shares()[symbol][next]))
                        .toList());
    }
}
