package unroll.ui.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.message.Symbols;
import unroll.network.Argmax;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.AnswerMode;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;

/** An answer symbol by symbol, and in words how sure the network is of the place pointed at, or of its least sure one. */
final class AnswerSymbols extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");
    private static final int BEST = 3;

    /** Less than this is marked. */
    private static final double SURE = 0.8;
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
        while (places.size() < revealed) {
            places.add(new AnswerSymbol(places.size()));
        }
        List<AnswerSymbol> seen = places.subList(0, revealed);
        seen.forEach(place -> place.show(answer));
        if (flow.getChildren().size() != revealed) {
            flow.getChildren().setAll(seen);
        }
        flow.setAccessibleText(answer.shown());
        describe(answer);
    }

    private boolean isAsked(Answered answer, int place) {
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
        return symbol.kind() == AlphabetEntry.EntryKind.MARK ? "\u25a0" : symbol.text();
    }

    private void describe(Answered answer) {
        if (pointedAt >= 0 && pointedAt < revealed && isAsked(answer, pointedAt)) {
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
                .filter(place -> isAsked(answer, place))
                .boxed()
                .min(Comparator.comparingDouble(answer::sureness));
    }

    private String likeliest(Answered answer, int place) {
        float[] probabilities = answer.reply().probabilities().get(place);
        return Argmax.topK(probabilities.length, BEST, index -> probabilities[index]).stream()
                .filter(index -> probabilities[index] >= 0.005)
                .map(index -> name(output().symbol(index)) + " " + LabelBars.percent(probabilities[index]))
                .collect(Collectors.joining(", "));
    }

    private static String name(AlphabetEntry symbol) {
        if (symbol.kind() == AlphabetEntry.EntryKind.MARK) {
            return "the end (\u25a0)";
        }
        String visible = Symbols.visible(symbol.text().codePointAt(0));
        return visible.equals(symbol.text()) ? "\u201c" + visible + "\u201d" : visible;
    }

    /** One place of an answer: what was read there, where every step answers, what is said, and how sure that is. */
    private final class AnswerSymbol extends VBox {
        private final int index;
        private final Label read = new Label();
        private final Label predicted = new Label();
        private final ShareBar bar = new ShareBar();

        AnswerSymbol(int index) {
            this.index = index;
            read.getStyleClass().add("place-read");
            predicted.getStyleClass().add("place-said");
            getStyleClass().add("place");
            getChildren().addAll(read, predicted, bar);
            hoverProperty().subscribe(hovered -> {
                pointedAt = hovered ? index : -1;
                if (answered != null) {
                    describe(answered);
                }
            });
        }

        /** Shows what stands there; where the exercise is to put something back, what differs from what was read is marked. */
        void show(Answered answer) {
            boolean asked = isAsked(answer, index);
            String symbol = read(answer, index);
            String said = asked ? predicted(answer, index) : "\u00b7";
            read.setText(symbol);
            Nodes.show(read, !symbol.isEmpty());
            predicted.setText(said);
            bar.setShare(asked ? answer.sureness(index) : 0);
            predicted.pseudoClassStateChanged(CHANGED, asked && exercise.restores() && !said.equals(symbol));
            predicted.pseudoClassStateChanged(UNSURE, asked && answer.sureness(index) < SURE);
        }
    }
}
