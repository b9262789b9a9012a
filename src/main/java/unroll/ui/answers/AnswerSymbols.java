package unroll.ui.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.message.Symbols;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.AnswerMode;
import unroll.ui.control.Labels;

/** An answer symbol by symbol, and in words how sure the network is of the place pointed at, or of its least sure one. */
final class AnswerSymbols extends VBox {
    private static final int BEST = 3;
    /** What is shown as 100 %. */
    private static final double CERTAIN = 0.995;

    private final Exercise exercise;
    private final FlowPane flow = new FlowPane();
    private final List<AnswerSymbol> places = new ArrayList<>();
    private final Label details = Labels.hint("");
    private @Nullable Answered answered;
    private int pointedAt = -1;
    private int revealed;

    AnswerSymbols(Exercise exercise) {
        this.exercise = exercise;
        flow.setId("answer-places");
        flow.getStyleClass().add("places");
        details.setId("place-details");
        getStyleClass().add("fields");
        getChildren().addAll(flow, details);
    }

    /** Shows an answer as a whole, or as far as the one before it was shown already. */
    void show(Answered answer) {
        Answered before = answered;
        boolean revealing = before != null && revealed < symbols(before);
        answered = answer;
        revealed = revealing ? Math.min(revealed, symbols(answer)) : symbols(answer);
        fill(answer);
    }

    /** Shows an answer from its beginning; {@link #revealMore} goes on. */
    void reveal(Answered answer) {
        answered = answer;
        revealed = 1;
        fill(answer);
    }

    /** Shows a few symbols more, so that an answer of any length is there after some moments. */
    void revealMore() {
        Answered answer = answered;
        if (answer != null && revealed < symbols(answer)) {
            revealed = Math.min(symbols(answer), revealed + 1 + symbols(answer) / 20);
            fill(answer);
        }
    }

    private static int symbols(Answered answer) {
        return answer.reply().symbols().length;
    }

    private void fill(Answered answer) {
        List<AnswerSymbol.Content> contents = IntStream.range(0, revealed)
                .mapToObj(place -> content(answer, place))
                .toList();
        while (places.size() < contents.size()) {
            places.add(place(places.size()));
        }
        for (int index = 0; index < contents.size(); index++) {
            places.get(index).show(contents.get(index), exercise);
        }
        if (flow.getChildren().size() != contents.size()) {
            flow.getChildren().setAll(places.subList(0, contents.size()));
        }
        flow.setAccessibleText(answer.shown());
        describe(answer);
    }

    private AnswerSymbol place(int index) {
        AnswerSymbol place = new AnswerSymbol();
        place.hoverProperty().subscribe(hovered -> {
            pointedAt = hovered ? index : -1;
            Answered answer = answered;
            if (answer != null) {
                describe(answer);
            }
        });
        return place;
    }

    private AnswerSymbol.Content content(Answered answer, int place) {
        return new AnswerSymbol.Content(
                read(answer, place), asks(answer, place) ? predicted(answer, place) : "", answer.sureness(place));
    }

    private boolean asks(Answered answer, int place) {
        return place < symbols(answer) - exercise.unasked();
    }

    /** What was read at the place, where every step answers. */
    private String read(Answered answer, int place) {
        if (exercise.layout().type().answer() != AnswerMode.AT_EVERY_STEP) {
            return "";
        }
        return Character.toString(answer.read().codePoints().toArray()[place]);
    }

    private String predicted(Answered answer, int place) {
        return sign(output().symbol(answer.reply().symbols()[place]));
    }

    private Alphabet output() {
        return exercise.layout().alphabets().output();
    }

    private static String sign(AlphabetEntry symbol) {
        return symbol.kind() == AlphabetEntry.Kind.MARK ? "\u25a0" : symbol.text();
    }

    private void describe(Answered answer) {
        if (pointedAt >= 0 && pointedAt < revealed && asks(answer, pointedAt)) {
            details.setText(
                    String.format(Locale.ROOT, "Position %d: %s.", pointedAt + 1, likeliest(answer, pointedAt)));
        } else {
            details.setText(leastSure(answer)
                    .map(place -> answer.sureness(place) >= CERTAIN
                            ? "Certain at every position."
                            : String.format(
                                    Locale.ROOT,
                                    "Least certain at position %d: %s.",
                                    place + 1,
                                    likeliest(answer, place)))
                    .orElse(""));
        }
    }

    private Optional<Integer> leastSure(Answered answer) {
        return IntStream.range(0, revealed)
                .filter(place -> asks(answer, place))
                .boxed()
                .min(Comparator.comparingDouble(answer::sureness));
    }

    private String likeliest(Answered answer, int place) {
        float[] probabilities = answer.reply().probabilities().get(place);
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -probabilities[index]))
                .limit(BEST)
                .filter(index -> probabilities[index] >= 0.005)
                .map(index -> name(output().symbol(index)) + " " + LabelBars.percent(probabilities[index]))
                .collect(Collectors.joining(", "));
    }

    private static String name(AlphabetEntry symbol) {
        if (symbol.kind() == AlphabetEntry.Kind.MARK) {
            return "the end (\u25a0)";
        }
        String visible = Symbols.visible(symbol.text().codePointAt(0));
        return visible.equals(symbol.text()) ? "\u201c" + visible + "\u201d" : visible;
    }
}
