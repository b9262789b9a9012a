package unroll.ui.lens.unit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.unit.FeatureLoss;
import unroll.lens.unit.FeatureLoss.Comparison;
import unroll.lens.unit.Intervention;
import unroll.lens.unit.Intervention.InterventionKind;
import unroll.lens.unit.Unit;
import unroll.message.Formats;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Directions;
import unroll.network.Stepper;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.sample.TextReader;
import unroll.session.ModelCopies.ModelFunction;
import unroll.session.model.ModelSnapshot;
import unroll.task.TextWriting;
import unroll.ui.control.Buttons;
import unroll.ui.control.Choice;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;

/** What a network writes, and what its loss becomes, when one of its units is switched off, held or inverted. */
final class InterventionView extends VBox {
    private final ToggleButton handle = Buttons.toggle(
            "intervene",
            "Intervene",
            Feather.SCISSORS,
            "Switches the unit off, holds or inverts it in a copy of the network, and shows what changes.");
    private final Choice<InterventionKind> kind = new Choice<>(
                    "intervention-choice", "The unit is", List.of(InterventionKind.values()), InterventionKind::title)
            .tip(
                    "What the rest of the network reads of this unit instead of its activation. The model itself stays as it is.");
    private final Label refusal = Labels.refusal("intervention-refusal");
    private final Label caption = Nodes.named("intervention-caption", Labels.wrapped(""));
    private final TextFlow before = passage("intervention-before");
    private final TextFlow after = passage("intervention-after");
    private final GridPane table =
            Nodes.styled(Nodes.named("intervention-table", new GridPane()), "intervention-table");
    private final VBox result = Nodes.styled(new VBox(), "fields");
    private final ModelQuery<ModelFunction<Result>, Result> query;
    private final Supplier<Passages.Query> passage;
    private final Supplier<Unit> unit;

    /**
     * @param passage on which the loss is measured
     * @param unit on which to intervene
     */
    InterventionView(WindowModel window, Supplier<Passages.Query> passage, Supplier<Unit> unit) {
        this.passage = passage;
        this.unit = unit;
        kind.show(InterventionKind.OFF);
        kind.onChoice(chosen -> submit());
        result.getChildren()
                .addAll(caption, table, Labels.hint("As it is"), before, Labels.hint("With the intervention"), after);
        getStyleClass().add("fields");
        getChildren().addAll(kind, refusal, result);
        Nodes.show(result, false);
        query = window.inspect(this, this::show)
                .follow(this::question)
                .minPause(Duration.ofSeconds(3))
                .onRefusal(this::refuse);
        handle.selectedProperty().subscribe(shown -> {
            Nodes.show(this, shown);
            submit();
        });
    }

    private static TextFlow passage(String id) {
        TextFlow flow = new TextFlow();
        flow.setId(id);
        flow.getStyleClass().add("reading");
        return flow;
    }

    /** Opens and closes it. */
    ToggleButton handle() {
        return handle;
    }

    /** Asks again: about another unit, or another text. */
    void submit() {
        if (handle.isSelected()) {
            query.submit(question());
        } else {
            query.cancel();
        }
    }

    /** @param held whether what is shown stays while training goes on */
    void setPaused(boolean held) {
        query.setPaused(held);
    }

    private ModelFunction<Result> question() {
        Passages.Query wanted = passage.get();
        Intervention intervention = new Intervention(unit.get(), kind.value());
        return model -> Result.of(model, wanted.of(model, NeuronsPage.PAINTED), intervention, wanted.seed());
    }

    private void show(Result now) {
        refusal.setText("");
        Nodes.show(result, true);
        caption.setText(String.format(
                Locale.ROOT,
                "%s %s, at step %,d. On the painted text the loss goes from %s to %s.",
                UnitNames.capitalized(now.intervention().unit(), now.directions()),
                now.intervention().kind().title(),
                now.step(),
                Formats.loss(now.whole().before()),
                Formats.loss(now.whole().after())));
        table.getChildren().clear();
        table.addRow(0, Labels.hint("Loss after characters with"), number("there"), number("elsewhere"));
        for (FeatureLoss loss : now.losses()) {
            table.addRow(
                    table.getRowCount(),
                    Labels.wrapped(loss.feature().title()),
                    number(rise(loss.on())),
                    number(rise(loss.elsewhere())));
        }
        String begin = commonBegin(now.before(), now.after());
        fill(before, begin, now.before());
        fill(after, begin, now.after());
    }

    private static Label number(String words) {
        Label number = new Label(words);
        number.setMinWidth(USE_PREF_SIZE);
        return number;
    }

    private static String rise(Comparison loss) {
        return String.format(Locale.ROOT, "%+.3f", loss.rise()).replace('-', '−');
    }

    private static String commonBegin(String one, String other) {
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        return one.substring(0, end);
    }

    /** What both have in common is paler. */
    private static void fill(TextFlow flow, String begin, String whole) {
        Text same = Nodes.styled(new Text(begin), "same");
        Text own = Nodes.styled(new Text(whole.substring(begin.length())), "own");
        flow.getChildren().setAll(same, own);
    }

    private void refuse(String sentence) {
        Nodes.show(result, false);
        refusal.setText(sentence);
    }

    /**
     * A network with an intervention on one unit, and without.
     *
     * @param step of the model
     * @param before what it writes as it is
     * @param after what it writes with the intervention, from the same random numbers
     * @param whole what the intervention does to its loss on a passage
     * @param losses the same by feature
     */
    private record Result(
            Intervention intervention,
            Directions directions,
            long step,
            String before,
            String after,
            Comparison whole,
            List<FeatureLoss> losses) {
        private static final int WRITTEN = 300;

        /**
         * Writes and reads with both.
         *
         * @param read the passage on which the loss is measured
         * @param wanted on the unit nearest to one that the model may not have
         * @throws ProblemException where the model writes no text that its state carries
         */
        static Result of(ModelSnapshot model, Passages.Excerpt read, Intervention wanted, long seed) {
            if (!model.task().writing().equals(Optional.of(TextWriting.CARRYING))) {
                throw Reason.NO_INTERVENTION.exception();
            }
            Intervention intervention = new Intervention(
                    UnitChoice.nearest(wanted.unit(), model.network().spec()), wanted.kind());
            Stepper whole = new Stepper(model.network());
            Stepper changed = intervention.stepper(model.network());
            String before = write(model, whole, seed);
            String after = write(model, changed, seed);
            float[] asItIs = read.excerpt().losses(whole);
            float[] intervened = read.excerpt().losses(changed);
            return new Result(
                    intervention,
                    model.network().spec().directions(),
                    model.step(),
                    before,
                    after,
                    FeatureLoss.ofAll(asItIs, intervened),
                    FeatureLoss.of(read.excerpt().text(), asItIs, intervened));
        }

        private static String write(ModelSnapshot model, Stepper stepper, long seed) {
            SampleRequest request = new SampleRequest("", WRITTEN, "", SamplingSettings.DEFAULT, seed);
            return new Generator(
                            model.layout().alphabets().input().vocabulary(),
                            TextReader.of(stepper, TextWriting.CARRYING))
                    .write(request, symbol -> true);
        }
    }
}
