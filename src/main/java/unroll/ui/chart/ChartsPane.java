package unroll.ui.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.corpus.Corpus;
import unroll.session.Curves;
import unroll.ui.control.Card;
import unroll.ui.control.Icons;
import unroll.ui.control.Tips;
import unroll.ui.desk.Desk;
import unroll.ui.files.Choosers;

/** The centre of the window: the loss above, the gradient norm below. */
public final class ChartsPane extends GridPane {
    private static final double LOSS_SHARE = 66;
    private static final String LOSS_HINT = "Press Train, and the loss appears here.\n\n"
            + "It begins near ln V, the loss of guessing among V symbols, and falls as the network learns.";
    private static final String GRADIENT_HINT = "How steep the loss is, step by step.";

    private final Desk desk;
    private final ChartControls controls = new ChartControls();
    private final ChartExport export;
    private final ChartView loss;
    private final ChartView gradient;
    /** The charts that are to be drawn anew, the one that has waited longest first. */
    private final Set<ChartView> due = new LinkedHashSet<>();

    private Palette colours = Palette.LIGHT;

    /** @param dark whether the theme is dark */
    public ChartsPane(Desk desk, Choosers choosers, ObservableValue<Boolean> dark) {
        this.desk = desk;
        export = new ChartExport(desk, choosers, this);
        ObservableValue<Palette> palette = dark.map(isDark -> isDark ? Palette.DARK : Palette.LIGHT);
        loss = new ChartView("loss-chart", LOSS_HINT, x -> Readings.loss(curves(), controls.axis(), x));
        gradient = new ChartView("gradient-chart", GRADIENT_HINT, x -> Readings.gradient(curves(), controls.axis(), x));
        gradient.pointedProperty().bindBidirectional(loss.pointedProperty());
        getStyleClass().add("charts");
        Card lossCard = new Card("Loss (nats/character)", controls, Legend.loss(palette), loss);
        lossCard.addToHeader(new NGramBadge(desk), exportButton());
        add(grows(loss, lossCard), 0, 0);
        add(grows(gradient, new Card("Gradient norm before clipping", Legend.gradient(palette), gradient)), 0, 1);
        getRowConstraints().addAll(row(LOSS_SHARE), row(100 - LOSS_SHARE));
        palette.subscribe(this::paint);
        controls.remember(desk.session().preferences());
        controls.onChange(() -> {
            draw(loss);
            draw(gradient);
        });
        desk.ngramsProperty().subscribe(losses -> draw(loss));
        desk.statusProperty().subscribe(status -> due.addAll(List.of(loss, gradient)));
    }

    private MenuButton exportButton() {
        MenuItem picture = new MenuItem("Charts as PNG…");
        picture.setOnAction(event -> export.choosePicture());
        MenuItem table = new MenuItem("Curves as CSV…");
        table.setOnAction(event -> export.chooseTable());
        MenuButton button = new MenuButton("Export", Icons.of(Feather.SHARE), picture, table);
        button.setId("export-chart-button");
        button.getStyleClass().add("quiet");
        button.setMinWidth(USE_PREF_SIZE);
        return Tips.on(button, "Keeps the charts as a picture or the curves as a table. Both hold the whole run.");
    }

    public ChartExport export() {
        return export;
    }

    private static Node grows(ChartView chart, Card card) {
        VBox.setVgrow(chart, Priority.ALWAYS);
        GridPane.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private static RowConstraints row(double percent) {
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(percent);
        row.setFillHeight(true);
        return row;
    }

    private void paint(Palette now) {
        colours = now;
        loss.palette(now);
        gradient.palette(now);
    }

    Palette palette() {
        return colours;
    }

    private Curves.View curves() {
        return desk.curvesProperty().get();
    }

    /**
     * Draws one chart where any is to be drawn: each five times a second, and never both in one frame, whose painting would
     * hold up the next ones on a machine without a graphics card.
     */
    public void beat() {
        due.stream().findFirst().ifPresent(this::draw);
    }

    private void draw(ChartView chart) {
        due.remove(chart);
        chart.show(chart == loss ? lossDrawing() : gradientDrawing());
    }

    private Optional<Drawing> lossDrawing() {
        Corpus corpus = desk.status().corpus();
        double guessing = Math.log(corpus == null ? 2 : corpus.vocabulary().size());
        return Plots.loss(curves(), controls.options(), guessing)
                .map(drawing -> controls.showsNGrams()
                        ? NGramLines.over(drawing, desk.ngramsProperty().get())
                        : drawing);
    }

    private Optional<Drawing> gradientDrawing() {
        return Plots.gradient(
                curves(),
                controls.options(),
                desk.status().settings().training().clipping());
    }
}
