package unroll.ui.lens.unit;

import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.unit.Unit;
import unroll.session.ModelCopies;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.Tips;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;

/** A text painted by the activation of one unit, while the network learns. */
public final class NeuronsPage extends VBox {
    private static final String WORDS =
            "Each character is colored by the activation of one unit after reading it: red above 0, blue below."
                    + " Some units come to stand for something a person can name; most share the work and look like noise.";
    private static final double TEXT_PERCENT = 50;
    /** Characters that are painted. */
    static final int PAINTED = 2_000;

    private final WindowModel window;
    private final UnitChoice units = new UnitChoice();
    private final Choice<Passages.Source> source = new Choice<>(
                    "passage-source", "Text", List.of(Passages.Source.values()), Passages.Source::title)
            .tip("What the network is watched reading: text it does not learn from, or text it writes itself.");
    private final Button rewrite = Buttons.of("write-again", "Write again", Feather.EDIT_3, this::writeAgain);
    private final CheckBox live = new CheckBox("Follow the training");
    private final PaintedText text = new PaintedText("painted");
    private final UnitGallery gallery;
    private final InterventionView intervention;
    private final ModelQuery<ModelCopies.ModelFunction<Painted>, Painted> query;
    private Passages.@Nullable Excerpt written;
    private long seed = 1;

    public NeuronsPage(WindowModel window) {
        this.window = window;
        getStyleClass().add("lens-page");
        source.show(Passages.Source.HELD_OUT);
        query = window.<ModelCopies.ModelFunction<Painted>, Painted>query(
                        this, window.session().copies()::inspect)
                .follow(this::question)
                .minPause(Duration.ofSeconds(1))
                .onAnswer((asked, painted) -> show(painted))
                .onRefusal(text::refuse)
                .build();
        gallery = new UnitGallery(window, this::query, units::choose);
        intervention = new InterventionView(window, this::query, units::unit);
        Card card = new Card("Text painted by a neuron", controls(), gallery, textAndIntervention());
        live.setMinWidth(USE_PREF_SIZE);
        card.addToHeader(intervention.handle(), gallery.button(), live);
        card.explain(WORDS, "neurons", window.session().preferences());
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        units.onChange(this::paint);
        units.onUserChange(gallery::leaveChoice);
        source.onChoice(chosen -> {
            rewrite.setVisible(chosen == Passages.Source.WRITTEN);
            paint();
        });
    }

    /** Side by side while a unit is changed; otherwise the text has all of the width. */
    private GridPane textAndIntervention() {
        ColumnConstraints first = new ColumnConstraints();
        ColumnConstraints second = new ColumnConstraints();
        intervention.visibleProperty().subscribe(shown -> {
            first.setPercentWidth(shown ? TEXT_PERCENT : 100);
            second.setPercentWidth(shown ? 100 - TEXT_PERCENT : 0);
        });
        GridPane both = new GridPane();
        both.getStyleClass().add("xray-columns");
        both.getColumnConstraints().addAll(first, second);
        both.addRow(0, text, intervention);
        return both;
    }

    private FlowPane controls() {
        rewrite.managedProperty().bind(rewrite.visibleProperty());
        rewrite.setVisible(false);
        Tips.on(rewrite, "Lets the present network write another text to be painted.");
        live.setId("follow-training");
        live.setSelected(true);
        Tips.on(live, "Repaints about once a second while the network learns. Untick it to hold the picture.");
        live.selectedProperty().subscribe(selected -> {
            query.setPaused(!selected);
            intervention.setPaused(!selected);
        });
        FlowPane row = new FlowPane(source, rewrite);
        row.getChildren().addAll(units.controls());
        row.getChildren().add(gallery.feature());
        row.getStyleClass().add("unit-choice");
        return row;
    }

    private void writeAgain() {
        written = null;
        seed++;
        paint();
    }

    private Passages.Query query() {
        return new Passages.Query(source.value(), window.status().dataset(), written, seed);
    }

    private void paint() {
        query.submit(question());
        intervention.submit();
    }

    private ModelCopies.ModelFunction<Painted> question() {
        Passages.Query passage = query();
        Unit wanted = units.unit();
        return model -> Painted.of(model, passage.of(model, PAINTED), wanted);
    }

    private void show(Painted now) {
        if (source.value() == Passages.Source.WRITTEN) {
            written = now.passage();
        }
        units.offer(now.spec());
        text.show(now);
        gallery.follow(now);
    }
}
