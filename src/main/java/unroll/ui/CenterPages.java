package unroll.ui;

import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.lesson.LessonTarget;
import unroll.settings.ModelSettings;
import unroll.ui.chart.ChartsPane;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.diagram.LayerBoxes;
import unroll.ui.diagram.NetworkTypePage;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.guess.GuessPage;
import unroll.ui.history.HistoryPage;
import unroll.ui.lens.flow.CoachLine;
import unroll.ui.lens.flow.GradientsPage;
import unroll.ui.lens.step.ReadingCard;
import unroll.ui.lens.step.StepPage;
import unroll.ui.lens.step.StepPlace;
import unroll.ui.lens.unit.NeuronsPage;
import unroll.ui.lens.xray.XrayPage;
import unroll.ui.model.WindowModel;
import unroll.ui.pages.Page;
import unroll.ui.pages.Pages;
import unroll.ui.race.RacePage;
import unroll.ui.results.ResultsPage;

/** What is on the pages of the center, and how one leads to another. */
final class CenterPages {
    private final WindowModel window;
    private final Documents documents;
    private final BooleanProperty reducedMotion;
    private final Pages pages;
    /** The step that a page leads to. */
    private final ObjectProperty<@Nullable StepPlace> step = new SimpleObjectProperty<>();

    /** @param pages to be filled */
    CenterPages(WindowModel window, Documents documents, BooleanProperty reducedMotion, Pages pages) {
        this.window = window;
        this.documents = documents;
        this.reducedMotion = reducedMotion;
        this.pages = pages;
    }

    /** @param charts the page of the curves, which the File menu exports too */
    void fill(ChartsPane charts) {
        ModelSwitcher switcher = documents.switcher();
        Stream.of(
                        new Page(LessonTarget.CURVES, "Curves", front -> curves(charts)),
                        new Page(LessonTarget.NETWORK, "Network", front -> network()),
                        new Page(LessonTarget.RESULTS, "Results", front -> new ResultsPage(window, front)),
                        new Page(
                                LessonTarget.GRADIENTS,
                                "Gradients",
                                front -> new GradientsPage(window, switcher, front)),
                        new Page(LessonTarget.NEURONS, "Neurons", front -> named(new NeuronsPage(window))),
                        new Page(LessonTarget.ONE_STEP, "One step", front -> named(new StepPage(window, step))),
                        new Page(LessonTarget.X_RAY, "X-ray", front -> named(new XrayPage(window))),
                        new Page(LessonTarget.GUESS, "Guess", front -> named(new GuessPage(window, front))),
                        new Page(LessonTarget.RACE, "Race", front -> new RacePage(window, switcher)),
                        new Page(LessonTarget.HISTORY, "History", front -> new HistoryPage(window, switcher)))
                .forEach(pages::add);
    }

    /** A page that looks into a model, and says where that is not the user's own. */
    private VBox named(Region page) {
        Label name = Labels.hint("A model trained for eight seconds, until you press Train to make your own.");
        name.setGraphic(Icons.of(Feather.PACKAGE));
        name.getStyleClass().add("starter-name");
        VBox box = new VBox(name, page);
        VBox.setVgrow(page, Priority.ALWAYS);
        window.onTick(box, () -> Nodes.show(name, window.showsStarter()));
        Nodes.show(name, window.showsStarter());
        return box;
    }

    private VBox curves(ChartsPane charts) {
        VBox.setVgrow(charts, Priority.ALWAYS);
        return new VBox(charts, new CoachLine(window, documents.switcher()));
    }

    private VBox network() {
        ReadingCard reading = new ReadingCard(window, reducedMotion, place -> {
            pages.show(LessonTarget.ONE_STEP);
            step.set(place);
        });
        VBox page = new VBox(reading, networkTypePage());
        page.getStyleClass().add("lens-page");
        return page;
    }

    private NetworkTypePage networkTypePage() {
        NetworkTypePage board = new NetworkTypePage(wanted -> documents.tasks().use(wanted.choice(), wanted.layers()));
        window.statusProperty().subscribe(status -> {
            ModelSettings model = status.settings().model();
            board.show(new LayerBoxes(model.cell(), model.layers()));
        });
        return board;
    }
}
