package unroll.ui.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.plot.Plot;
import unroll.session.data.Dataset;
import unroll.session.plot.CurvePlots;
import unroll.session.run.Curves;
import unroll.session.state.EarlierRun;
import unroll.session.state.Status;
import unroll.task.TaskData;
import unroll.ui.control.Card;
import unroll.ui.control.Icons;
import unroll.ui.control.Tips;
import unroll.ui.files.Choosers;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.model.WindowModel;

/**
 * The first page: the loss above, the gradient norm below, and between them the accuracy where there are examples, or how many of
 * the words are real where a text is written in words.
 */
public final class ChartsPane extends GridPane {
    /** From this width on the button has a word beside its icon. */
    private static final double WIDE_EM = 34;

    /** Below this height the loss has the room of the real words, which stand above each sample as well. */
    private static final double HIGH_EM = 44;

    private static final double[] SHARES = {70, 30};
    private static final double[] SHARES_WITH_ACCURACY = {42, 31, 27};
    private static final double[] SHARES_WITH_WORDS = {54, 20, 26};
    private static final String LOSS_HINT = "Press Train, and the loss appears here.\n\n"
            + "It begins near ln V, the loss of guessing among V symbols, and falls as the network learns.";
    private static final String ACCURACY_HINT = "How much of the validation part is answered rightly.";
    private static final String GRADIENT_HINT = "How steep the loss is, step by step.";

    private final WindowModel window;
    private final ChartControls controls = new ChartControls();
    private final ChartExport export;
    private final EarlierRunsButton earlier;
    private final ChartView loss;
    private final ChartView accuracy;
    private final ChartView words;
    private final ChartView gradient;
    private final Card lossCard;
    private final Card accuracyCard;
    private final Card wordsCard;
    private final Card gradientCard;
    /** What each chart shows. */
    private final Map<ChartView, Supplier<Optional<Plot>>> plots;

    /** The charts that are to be redrawn, the one that has waited longest first. */
    private final Set<ChartView> due = new LinkedHashSet<>();

    private List<ChartView> shown = List.of();

    public ChartsPane(WindowModel window, Choosers choosers, ModelSwitcher switcher) {
        this.window = window;
        earlier = new EarlierRunsButton(window, switcher);
        export = new ChartExport(window, choosers, this);
        loss = new ChartView("loss-chart", LOSS_HINT, x -> Readings.loss(curves(), controls.axis(), x));
        accuracy = new ChartView("accuracy-chart", ACCURACY_HINT, x -> Readings.accuracy(curves(), controls.axis(), x));
        words = new ChartView("words-chart", "", x -> Readings.realWords(curves(), controls.axis(), x));
        gradient = new ChartView("gradient-chart", GRADIENT_HINT, x -> Readings.gradient(curves(), controls.axis(), x));
        List.of(accuracy, words, gradient)
                .forEach(chart -> chart.pointedProperty().bindBidirectional(loss.pointedProperty()));
        plots = Map.of(
                loss,
                this::lossPlot,
                accuracy,
                () -> CurvePlots.accuracy(curves(), controls.options()),
                words,
                () -> CurvePlots.realWords(curves(), controls.options()),
                gradient,
                () -> CurvePlots.gradient(
                        curves(),
                        controls.options(),
                        window.status().settings().training().clipping()));
        getStyleClass().add("charts");
        lossCard = grows(loss, new Card("Loss", controls, loss));
        lossCard.addToHeader(new NGramBadge(window), earlier, exportButton());
        accuracyCard = grows(accuracy, new Card("Accuracy on the validation part (%)", accuracy));
        wordsCard = grows(words, new Card("Real words in the live samples (%)", words));
        gradientCard = grows(gradient, new Card("Gradient norm before clipping", gradient));
        gradientCard.setId("gradient-card");
        // In front of a class the style sheet hides these two, and the curves take their room.
        controls.managedProperty().bind(controls.visibleProperty());
        gradientCard.managedProperty().bind(gradientCard.visibleProperty());
        gradientCard.visibleProperty().subscribe((was, is) -> shareHeight());
        controls.remember(window.session().preferences());
        followChanges();
    }

    private void followChanges() {
        controls.onChange(() -> shown.forEach(this::draw));
        controls.smoothingProperty().subscribe(decay -> {
            window.setSmoothing(decay.doubleValue());
            shown.forEach(this::draw);
        });
        window.ngramsProperty().subscribe(losses -> draw(loss));
        window.earlierRunsProperty().subscribe(runs -> draw(loss));
        earlier.pointedProperty().subscribe(run -> draw(loss));
        loss.readGray(curve -> EarlierRunsButton.words(comparable().get(curve), window.status()));
        loss.pointedGrayProperty().subscribe(curve -> draw(loss));
        window.statusProperty().subscribe(status -> {
            arrange(between(status));
            due.addAll(shown);
        });
        heightProperty().subscribe(height -> arrange(between(window.status())));
        window.onTick(this::drawNext);
    }

    /** Where answers are right or wrong; a text that goes on for ever is judged by its loss. */
    private static boolean hasExamples(Status status) {
        Dataset dataset = status.dataset();
        return dataset != null && dataset.data() instanceof TaskData.ExampleSets;
    }

    /** The chart between the two others; null for none. */
    private @Nullable ChartView between(Status status) {
        if (hasExamples(status)) {
            return accuracy;
        }
        boolean hasRoom = getHeight() > HIGH_EM * loss.em();
        return hasRoom && !curves().realWords().isEmpty() ? words : null;
    }

    private void arrange(@Nullable ChartView between) {
        List<ChartView> wanted = between == null ? List.of(loss, gradient) : List.of(loss, between, gradient);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        List<Card> cards = between == null
                ? List.of(lossCard, gradientCard)
                : List.of(lossCard, between == accuracy ? accuracyCard : wordsCard, gradientCard);
        getChildren().clear();
        getRowConstraints().clear();
        for (int row = 0; row < cards.size(); row++) {
            add(cards.get(row), 0, row);
            getRowConstraints().add(new RowConstraints());
        }
        shareHeight();
    }

    /** The gradient's card is always the last one. */
    private void shareHeight() {
        double[] shares =
                shown.contains(accuracy) ? SHARES_WITH_ACCURACY : shown.contains(words) ? SHARES_WITH_WORDS : SHARES;
        double hidden = gradientCard.isVisible() ? 0 : shares[shares.length - 1];
        for (int row = 0; row < shares.length; row++) {
            boolean visible = row < shares.length - 1 || gradientCard.isVisible();
            getRowConstraints().get(row).setPercentHeight(visible ? 100 * shares[row] / (100 - hidden) : 0);
        }
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
        button.setAccessibleText("Export");
        widthProperty()
                .subscribe(width -> button.setContentDisplay(
                        width.doubleValue() < WIDE_EM * button.getFont().getSize()
                                ? ContentDisplay.GRAPHIC_ONLY
                                : ContentDisplay.LEFT));
        return Tips.on(button, "Keeps the charts as a picture or the curves as a table. Both hold the whole run.");
    }

    public ChartExport export() {
        return export;
    }

    private static Card grows(ChartView chart, Card card) {
        VBox.setVgrow(chart, Priority.ALWAYS);
        GridPane.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    NodeImage picture() {
        return NodeImage.of(this, loss.palette());
    }

    private Curves.View curves() {
        return window.curvesProperty().get();
    }

    /**
     * Draws one chart where any is to be drawn: each some times a second, and never two in one frame, whose painting would
     * hold up the next ones on a machine without a graphics card.
     */
    private void drawNext() {
        due.stream().findFirst().ifPresent(this::draw);
    }

    private void draw(ChartView chart) {
        due.remove(chart);
        chart.show(Objects.requireNonNull(plots.get(chart)).get());
    }

    private Optional<Plot> lossPlot() {
        Dataset dataset = window.status().dataset();
        int symbols = dataset == null
                ? 2
                : dataset.data().layout().alphabets().output().size();
        Optional<Plot> present = CurvePlots.loss(curves(), controls.options(), symbols)
                .map(drawing -> controls.showsNGrams()
                        ? NGramLines.over(drawing, window.ngramsProperty().get(), reached())
                        : drawing);
        List<EarlierRun> runs = comparable();
        int named = runs.indexOf(earlier.pointedProperty().get());
        List<Curves.View> losses = runs.stream().map(EarlierRun::curves).toList();
        int stressed = named >= 0 ? named : loss.pointedGrayProperty().get();
        return CurvePlots.loss(present, new CurvePlots.Earlier(losses, stressed, named >= 0), controls.options());
    }

    /** The earlier runs that learned what is learned now. */
    private List<EarlierRun> comparable() {
        return window.earlierRunsProperty().get().stream()
                .filter(run -> EarlierRunsButton.isComparable(run, window.status()))
                .toList();
    }

    /** The last validation loss; before there is one the smoothed training loss. */
    private double reached() {
        List<Curves.Point> validation = curves().validationLoss();
        return validation.isEmpty()
                ? curves().smoothedLoss()
                : validation.get(validation.size() - 1).mean();
    }
}
