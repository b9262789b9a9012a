package unroll.sweep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unroll.files.AtomicFile;
import unroll.files.OutputFile;
import unroll.files.WriteFailure;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.report.Csv;
import unroll.session.report.ReportColumn;

/**
 * The file of a sweep's results: a header, and a line for every trial that has ended. Lines are appended as trials end and
 * are on the disk then; what a kill leaves of a line is cut off when the file is opened again. Files of the same sweep may be
 * put under one another, headers and all. Thread-safe.
 */
public final class SweepTable {
    private static final String LINE_END = "\r\n";

    /** What an existing file must be to be gone on with. */
    public static final OutputFile.Replaceable REPLACEABLE =
            new OutputFile.Replaceable("the table of a sweep", SweepTable::isTable);

    private final Path file;
    private final String name;
    private final String plan;
    private final Map<Integer, TableLine> lines = new TreeMap<>();
    private long length;

    /** @param text of the line, with its end */
    private record TableLine(String text, Entry entry) {}

    /**
     * A trial that has ended.
     *
     * @param loss on the validation part, nats per character; not a number where it diverged or nothing was measured
     * @param outcome as in {@link TrialResult}
     */
    public record Entry(int trial, String name, double loss, String outcome) {
        public boolean isDiverged() {
            return outcome.startsWith(TrialResult.DIVERGED);
        }
    }

    private SweepTable(Path file, String name, String plan) {
        this.file = file;
        this.name = name;
        this.plan = plan;
    }

    /**
     * Opens the file of a sweep, or makes it. Only one may be open at a time.
     *
     * @throws IOException with a sentence, where it holds trials of another plan or text or is damaged, or cannot be written
     */
    public static SweepTable open(Path file, TrialRunner runner) throws IOException {
        return open(file, file.toString(), runner);
    }

    /**
     * The same for a copy of what lies elsewhere.
     *
     * @param name of the place that sentences speak of
     */
    public static SweepTable open(Path file, String name, TrialRunner runner) throws IOException {
        SweepTable table = new SweepTable(file, name, runner.plan().fingerprint());
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        String text = new String(bytes, StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf(LINE_END) < 0 ? 0 : text.lastIndexOf(LINE_END) + 2);
        table.read(whole, runner);
        table.length = whole.getBytes(StandardCharsets.UTF_8).length;
        if (table.length == 0) {
            table.write(TrialResult.header());
        }
        return table;
    }

    private static boolean isTable(Path file) {
        try {
            String text = Files.readString(file);
            // A kill may have torn the header.
            return text.startsWith(TrialResult.header()) || TrialResult.header().startsWith(text);
        } catch (IOException e) {
            return false;
        }
    }

    private void read(String text, TrialRunner runner) throws IOException {
        List<String> header = Csv.read(TrialResult.header()).get(0).fields();
        for (Csv.Row row : rows(text)) {
            if (row.fields().equals(header)) {
                continue;
            }
            if (row.fields().size() != header.size()) {
                throw damaged(row.line());
            }
            requireSame(header, row, runner);
            try {
                Entry entry = entry(header, row);
                lines.putIfAbsent(entry.trial(), new TableLine(Csv.line(row.fields()), entry));
            } catch (NumberFormatException noTrial) {
                throw damaged(row.line());
            }
        }
    }

    private List<Csv.Row> rows(String text) throws IOException {
        try {
            return Csv.read(text);
        } catch (ProblemException damaged) {
            throw Reason.BAD_ENTRY.exception(name, damaged.problem());
        }
    }

    private ProblemException damaged(int line) {
        return Reason.DAMAGED_LINE.exception(line, name);
    }

    private void requireSame(List<String> header, Csv.Row row, TrialRunner runner) throws IOException {
        if (!field(header, row, "plan").equals(plan)) {
            throw Reason.OTHER_PLAN.exception(name);
        }
        if (!field(header, row, ReportColumn.CORPUS_CHECKSUM.key()).equals(runner.checksum())) {
            throw Reason.OTHER_TEXT.exception(name);
        }
    }

    private static String field(List<String> header, Csv.Row row, String column) {
        return row.fields().get(header.indexOf(column));
    }

    private static Entry entry(List<String> header, Csv.Row row) {
        String loss = field(header, row, ReportColumn.VALIDATION_LOSS.key());
        String outcome = field(header, row, "outcome");
        return new Entry(
                Integer.parseInt(field(header, row, "trial")),
                field(header, row, ReportColumn.NAME.key()),
                outcome.startsWith(TrialResult.DIVERGED) || loss.isEmpty() ? Double.NaN : Double.parseDouble(loss),
                outcome);
    }

    /** Whether a trial has ended. */
    public synchronized boolean contains(Trial trial) {
        return lines.containsKey(trial.number());
    }

    /** How many trials have ended. */
    public synchronized int size() {
        return lines.size();
    }

    /** How many of them diverged. */
    public synchronized long diverged() {
        return lines.values().stream().filter(line -> line.entry().isDiverged()).count();
    }

    /** The trial with the lowest validation loss, or null where none has one. */
    public @Nullable Entry best() {
        return best(entries());
    }

    /** The one of some trials with the lowest validation loss, or null where none has one. */
    public static @Nullable Entry best(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> !Double.isNaN(entry.loss()))
                .min(Comparator.comparingDouble(Entry::loss))
                .orElse(null);
    }

    /** The trials that have ended, by number. */
    public synchronized List<Entry> entries() {
        return lines.values().stream().map(TableLine::entry).toList();
    }

    /**
     * Adds a trial that has ended; it is on the disk when this returns.
     *
     * @throws ProblemException with a sentence, where it cannot be written; the file then holds all trials before it
     */
    public synchronized void append(TrialResult result) {
        int trial = result.trial().number();
        if (!lines.containsKey(trial)) {
            String text = result.line(plan);
            write(text);
            String name = result.row().text(ReportColumn.NAME);
            lines.put(trial, new TableLine(text, new Entry(trial, name, result.validationLoss(), result.outcome())));
        }
    }

    private void write(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(length).position(length);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            length += bytes.limit();
        } catch (IOException e) {
            throw WriteFailure.ofPart(file, e);
        }
    }

    /** Puts the lines in the order of their trials, so that the file says nothing of which ended first. */
    public synchronized void sort() {
        List<String> all = new ArrayList<>(List.of(TrialResult.header()));
        lines.values().forEach(line -> all.add(line.text()));
        byte[] bytes = String.join("", all).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
        length = bytes.length;
    }
}
