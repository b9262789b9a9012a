package unroll.ui.lens.unit;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.unit.Unit;
import unroll.session.Inspection;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.Icons;
import unroll.ui.control.Symbols;
import unroll.ui.control.Tips;
import unroll.ui.desk.Desk;
import unroll.ui.lens.Explained;
import unroll.ui.lens.Follower;
import unroll.ui.lens.ShadedText;
import unroll.ui.lens.Shading;
import unroll.ui.lens.ToneBar;

/** A text painted by the activation of one unit, while the network learns. */
public final class NeuronsPage extends VBox {
    private static final String WORDS =
            "Each character is coloured by what one unit of the network says after reading it: red above 0, blue below."
                    + " Some units come to stand for something a person can name; most share the work and look like noise.";
    /** Characters that are painted. */
    private static final int PAINTED = 2_000;

    private final Desk desk;
    private final UnitChoice units = new UnitChoice();
    private final Choice<Passages.Source> source = new Choice<>(
                    "passage-source", "Text", List.of(Passages.Source.values()), Passages.Source::title)
            .tip("What the network is watched reading: text it does not learn from, or text it writes itself.");
    private final Button anew = new Button("Write anew", Icons.of(Feather.EDIT_3));
    private final CheckBox live = new CheckBox("Follow the training");
    private final Label caption = new Label("–");
    private final ToneBar legend = new ToneBar(Shading.Scale.DIVERGING);
    private final ShadedText text = new ShadedText("painted-text", this::reading);
    private final Label refusal = Explained.refusal("neurons-refusal");
    private final Follower<Painted> follower;
    private Passages.@Nullable Read written;
    private @Nullable Painted painted;
    private long seed = 1;

    public NeuronsPage(Desk desk) {
        this.desk = desk;
        getStyleClass().add("lens-page");
        source.show(Passages.Source.HELD_OUT);
        caption.setId("painted-caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        follower = new Follower<>(desk, this, this::question, this::show, this::refuse);
        FinderRow finder = new FinderRow(desk, this::wanted, units::choose);
        getChildren()
                .addAll(
                        new Card(
                                "Text painted by a neuron",
                                Explained.words(WORDS),
                                controls(),
                                row(units.controls()),
                                finder),
                        new Card("The text", caption, legend, refusal, text));
        units.onChange(follower::again);
        source.onChoice(any -> {
            anew.setDisable(source.value() == Passages.Source.HELD_OUT);
            follower.again();
        });
    }

    private FlowPane controls() {
        anew.setId("write-anew");
        anew.setDisable(true);
        anew.setOnAction(event -> {
            written = null;
            seed++;
            follower.again();
        });
        Tips.on(anew, "Lets the present network write another text to be painted.");
        live.setId("follow-training");
        live.setSelected(true);
        Tips.on(live, "Paints anew about once a second while the network learns. Untick it to hold the picture.");
        live.selectedProperty().subscribe(selected -> {
            if (selected) {
                follower.goOn();
            } else {
                follower.pause();
            }
        });
        return row(source, anew, live);
    }

    private static FlowPane row(Node... controls) {
        FlowPane row = new FlowPane(controls);
        row.getStyleClass().add("unit-choice");
        return row;
    }

    private Passages.Wanted wanted() {
        return new Passages.Wanted(source.value(), desk.status().material(), written, seed);
    }

    private Inspection<Painted> question() {
        Passages.Wanted passage = wanted();
        Unit wanted = units.unit();
        return look -> {
            Passages.Read read = passage.of(look, PAINTED);
            Unit unit = UnitChoice.nearest(wanted, look.network().spec());
            return new Painted(
                    look.network().spec(),
                    look.step(),
                    read,
                    unit,
                    read.excerpt().activations(look.network(), unit));
        };
    }

    private void show(Painted now) {
        painted = now;
        if (source.value() == Passages.Source.WRITTEN) {
            written = now.passage();
        }
        units.offer(now.spec());
        refusal.setText(now.passage().excerpt().isEmpty() ? "There is nothing to read in this part of the data." : "");
        caption.setText(String.format(
                Locale.ROOT,
                "%s, at step %,d. A mark over a character: more than half of the strongest; under it: the same below 0.",
                capitalised(UnitNames.full(now.unit(), now.spec().directions())),
                now.step()));
        legend.name(signed(-now.most()), "0", signed(now.most()));
        text.show(now.shading());
    }

    private void refuse(Throwable reason) {
        painted = null;
        refusal.setText(Explained.reason(reason));
        caption.setText("–");
        text.show(Shading.NONE);
    }

    private String reading(int index) {
        Painted now = painted;
        if (now == null || index >= now.activations().length || Float.isNaN(now.activations()[index])) {
            return "";
        }
        return String.format(
                        Locale.ROOT,
                        "%s: %s = %+.3f",
                        Symbols.visible(now.passage().excerpt().text()[index]),
                        now.unit().slab() == 0 ? "a" : "c",
                        now.activations()[index])
                .replace('-', '−');
    }

    private static String signed(float value) {
        return String.format(Locale.ROOT, "%+.2f", value).replace('-', '−');
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
