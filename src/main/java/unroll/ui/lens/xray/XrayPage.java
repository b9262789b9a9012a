package unroll.ui.lens.xray;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.corpus.Corpus;
import unroll.lens.xray.CopiedPassage;
import unroll.message.NumericRange;
import unroll.message.Reason;
import unroll.message.Symbols;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Field;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;
import unroll.ui.lens.LatestWork;
import unroll.ui.lens.ToneBar;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;
import unroll.ui.samples.SamplingFields;

/** A written text with what each of its characters might have been. */
public final class XrayPage extends VBox {
    private static final String WORDS =
            "Writes a text and colors every character by how little the model expected it. Click a character to see what else it"
                    + " might have been and what the settings removed; click one of those symbols to branch from it. The arrow keys go to the neighbors.";
    private static final int MAX_SYMBOLS = 2_000;
    private static final int DEFAULT_SYMBOLS = 300;
    /** Width of the text beside the character that was pressed. */
    private static final double TEXT_PERCENT = 56;
    /** Texts of a family that stay on the page. */
    private static final int KEPT = 4;

    static final NumericRange TEMPERATURES = NumericRange.real("a number from 0.05 to 10", 0.05, 10);

    private static final int NUMBER_COLUMNS = 4;
    private static final int PRIME_COLUMNS = 12;

    private final WindowModel window;
    private final ModelQuery<Generation, Optional<CopiedPassage>> copies;
    private final TextField prime = new TextField();
    private final NumberField length =
            new NumberField("xray-length", "Length (chars)", NumericRange.whole(1, MAX_SYMBOLS), DEFAULT_SYMBOLS);
    private final NumberField temperature = new NumberField(
                    "xray-temperature", "Temperature", TEMPERATURES, SamplingSettings.DEFAULT.temperature())
            .tip("How boldly symbols are sampled: below 1 careful, above 1 wild.");
    private final SamplingFields finer = new SamplingFields("xray-");
    private final Button button = Buttons.of("xray-write", "", this::toggle);
    private final Label refusal = Labels.refusal("xray-refusal");
    private final VBox character = new VBox();
    private final VBox family = new VBox();
    private final List<Generation> generations = new ArrayList<>();
    private final TemperatureColumns temperatures = new TemperatureColumns(this::write);
    private final ToggleButton compare = Buttons.toggle(
            "xray-temperatures",
            "Three temperatures",
            Feather.COLUMNS,
            "Writes the same start at three temperatures, with the same random numbers, side by side.");
    private final GridPane one = textAndCharacter();
    private final LatestWork work = new LatestWork(this::idle);

    public XrayPage(WindowModel window) {
        this.window = window;
        copies = window.query(this, this::searchCopy)
                .onAnswer(Generation::showCopy)
                .onRefusal(sentence -> generations.get(generations.size() - 1).refuseCopy(sentence))
                .build();
        getStyleClass().add("lens-page");
        prime.setId("xray-prime");
        prime.setPromptText("e.g. \"WENNA: \"");
        prime.setOnAction(event -> toggle());
        button.setMinWidth(USE_PREF_SIZE);
        Tips.on(
                button,
                "The network as it is now writes a text and records how each character was sampled. Training continues.");
        family.getStyleClass().add("lens-family");
        Card card = new Card("Sampling X-ray", controls(), finer, ToneBar.ofSurprise(), refusal, one, temperatures);
        card.addToHeader(comparison(), options());
        card.explain(WORDS, "x-ray", window.session().preferences());
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        idle();
        window.onOtherModel(this, this::begin);
    }

    private FlowPane controls() {
        prime.setPrefColumnCount(PRIME_COLUMNS);
        for (NumberField number : List.of(length, temperature)) {
            ((TextField) number.control()).setPrefColumnCount(NUMBER_COLUMNS);
            number.setMinWidth(USE_PREF_SIZE);
        }
        FlowPane controls = new FlowPane(new Field("Start text", prime), length, temperature, button);
        controls.getStyleClass().add("unit-choice");
        return controls;
    }

    private ToggleButton options() {
        ToggleButton options = Buttons.toggle(
                "xray-options",
                "Sampling options",
                Feather.SLIDERS,
                "Limits for what may be drawn, where to stop, and the seed.");
        options.selectedProperty().subscribe(open -> Nodes.show(finer, open));
        return options;
    }

    private ToggleButton comparison() {
        compare.selectedProperty().subscribe(now -> {
            Nodes.show(one, !now);
            Nodes.show(temperature, !now);
            Nodes.show(temperatures, now);
        });
        compare.setOnAction(event -> {
            if (compare.isSelected() && window.hasTrainedModel()) {
                write();
            }
        });
        return compare;
    }

    /** The page never stays empty: a model that has learned something writes at once. What a former model wrote goes. */
    private void begin(boolean trained) {
        generations.clear();
        family.getChildren().clear();
        character.getChildren().clear();
        temperatures.clear();
        refusal.setText(trained ? "" : "Press Train, and a text of the network appears here.");
        work.cancel();
        if (trained) {
            write();
        }
    }

    /** Side by side, so that the character that was pressed and what else it might have been are seen together. */
    private GridPane textAndCharacter() {
        GridPane both = new GridPane();
        both.getStyleClass().add("xray-columns");
        both.getColumnConstraints().addAll(RowLayouts.percent(TEXT_PERCENT, 100 - TEXT_PERCENT));
        both.addRow(0, family, character);
        return both;
    }

    private void toggle() {
        if (work.isRunning()) {
            work.cancel();
        } else {
            Field.refusedIn(this).ifPresentOrElse(Field::reveal, this::write);
        }
    }

    private void write() {
        long seed = finer.seed() == 0 ? ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) : finer.seed();
        SampleRequest request =
                new SampleRequest(prime.getText(), length.whole(), finer.stop(), finer.at(temperature.value()), seed);
        if (compare.isSelected()) {
            List<SampleRequest> requests = temperatures.requests(request);
            follow(
                    window.session()
                            .copies()
                            .inspect(model -> requests.stream()
                                    .map(each -> GeneratedText.by(model, each))
                                    .toList()),
                    temperatures::show);
            return;
        }
        follow(window.session().copies().inspect(model -> GeneratedText.by(model, request)), written -> {
            generations.clear();
            add(new Generation(
                    written, String.format(Locale.ROOT, "Written at step %,d of the training", written.trained())));
        });
    }

    private void fork(Generation parent, int at, int symbol) {
        GeneratedText from = parent.written();
        follow(window.session().copies().workOut(() -> from.fork(at, symbol)), written -> {
            parent.becomeParent(() -> resume(parent));
            String instead = Symbols.visible(from.vocabulary().codePoint(symbol));
            add(new Generation(
                    written, String.format(Locale.ROOT, "Forked at character %,d with “%s”", at + 1, instead)));
        });
    }

    private <T> void follow(CompletableFuture<T> begun, Consumer<T> done) {
        copies.cancel();
        work.cancel();
        button.setText("Stop");
        button.setGraphic(Icons.of(Feather.SQUARE));
        work.begin(
                begun,
                written -> {
                    refusal.setText("");
                    done.accept(written);
                },
                refusal::setText);
    }

    private void idle() {
        button.setText("Write and X-ray");
        button.setGraphic(Icons.of(Feather.EDIT_3));
    }

    /** Makes a parent the present text again; what was forked from it goes. */
    private void resume(Generation parent) {
        generations.subList(generations.indexOf(parent), generations.size()).clear();
        add(new Generation(parent.written(), "Taken up again"));
    }

    private void add(Generation present) {
        generations.add(present);
        if (generations.size() > KEPT) {
            generations.remove(0);
        }
        family.getChildren().setAll(generations);
        present.onChoice(index -> choose(present, index));
        present.chooseMostSurprising();
        copies.submit(present);
    }

    /** Looks for the longest passage that a text took from the corpus word for word. */
    private CompletableFuture<Optional<CopiedPassage>> searchCopy(Generation of) {
        Corpus corpus = window.status().opened().text();
        String words = of.written().words();
        return window.session().copies().workOut(() -> {
            if (corpus == null) {
                throw Reason.NOTHING_TO_COMPARE.exception();
            }
            return CopiedPassage.longest(words, corpus);
        });
    }

    private void choose(Generation of, int index) {
        character.getChildren().setAll(new CharacterPane(of.written(), index, symbol -> fork(of, index, symbol)));
    }
}
