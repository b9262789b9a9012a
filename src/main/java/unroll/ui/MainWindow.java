package unroll.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.session.ModelFiles;
import unroll.session.Preferences;
import unroll.session.Session;
import unroll.session.lesson.LessonTarget;
import unroll.session.run.Phase;
import unroll.session.state.Status;
import unroll.ui.chart.ChartsPane;
import unroll.ui.compare.CompareRuns;
import unroll.ui.control.Dialogs;
import unroll.ui.control.Nodes;
import unroll.ui.control.Scrolling;
import unroll.ui.control.WindowPlacement;
import unroll.ui.files.Choosers;
import unroll.ui.lesson.LessonColumn;
import unroll.ui.lesson.LessonLayout;
import unroll.ui.lesson.LessonPane;
import unroll.ui.model.Notice;
import unroll.ui.model.Notice.Offer;
import unroll.ui.model.RefreshTimer;
import unroll.ui.model.WindowModel;
import unroll.ui.pages.Pages;
import unroll.ui.projector.Contrast;
import unroll.ui.projector.PanelBar;
import unroll.ui.projector.PanelKeys;
import unroll.ui.projector.PresentationLayout;
import unroll.ui.projector.Projector;
import unroll.ui.report.FilmExport;
import unroll.ui.report.LabReports;
import unroll.ui.sweep.SweepWindow;

/** The window: makes the parts and puts them in their places. */
public final class MainWindow {
    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);
    private static final PseudoClass SPOTLIGHT = PseudoClass.getPseudoClass("spotlight");
    private static final PseudoClass LESSON = PseudoClass.getPseudoClass("lesson");
    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");

    private final Stage stage;
    private final WindowModel window;
    private final Theme theme;
    private final Zoom zoom;
    private final Pages pages;
    private final Projector projector;
    private final Contrast contrast;
    private final Documents documents;
    private final ThreeColumns columns;
    private final FileMenu.Exports exports;
    private final SweepWindow sweeps;
    private final StartPage start;
    /** Whether nothing in the window may move by itself. */
    private final BooleanProperty reducedMotion;

    /** @param folder where the program keeps its things */
    public MainWindow(Stage stage, Session session, Path folder) {
        this(stage, session, folder, new Choosers(stage, session.preferences(), () -> openFiles(session)));
    }

    /** @param choosers ask for files */
    MainWindow(Stage stage, Session session, Path folder, Choosers choosers) {
        this.stage = stage;
        window = new WindowModel(session);
        // Before any control, which would load JavaFX's own style sheet first.
        theme = new Theme(session.preferences());
        Dialogs.arrange();
        pages = new Pages(session.preferences());
        zoom = new Zoom(session.preferences());
        reducedMotion = reducedMotion(session.preferences());
        projector = new Projector(stage, pages);
        contrast = new Contrast(projector.onProperty(), theme.darkProperty());
        documents = Documents.of(window, stage, folder, choosers);
        SettingsColumn settings = new SettingsColumn(window, documents, () -> pages.show(LessonTarget.NETWORK));
        RunActions run = new RunActions(window, documents.switcher(), settings);
        ChartsPane charts = new ChartsPane(window, documents.choosers(), documents.switcher());
        exports = exports(charts);
        sweeps = new SweepWindow(window, stage, documents.choosers(), documents.opener(), exports.compare());
        WritingColumn writing = new WritingColumn(window);
        start = new StartPage(
                new StartPage.Actions(() -> watch(run), () -> pages.show(LessonTarget.NETWORK), documents));
        run.onStartOver(() -> {
            documents.lessons().close();
            writing.startOver();
            pages.show(LessonTarget.CURVES);
        });
        new CenterPages(window, documents, reducedMotion, pages).fill(charts);
        LessonColumn left = withLesson(settings);
        columns = new ThreeColumns(left, pages, writing);
        MenuBar menus = menus(run, writing);
        Toolbar toolbar = new Toolbar(window, run, columns.leftShownProperty());
        StatusBar status = new StatusBar(window);
        BorderPane root = new BorderPane(Scrolling.fitting(columns));
        root.setTop(new VBox(menus, toolbar, new Banner(window)));
        root.setBottom(new VBox(status, new PanelBar(projector)));
        followLessons(left, root);
        show(root, run);
        project(toolbar, menus, status);
        refresh();
    }

    private static BooleanProperty reducedMotion(Preferences memory) {
        String name = "reduced-motion";
        BooleanProperty reduced = new SimpleBooleanProperty(Boolean.parseBoolean(memory.get(name, "false")));
        reduced.subscribe(now -> memory.put(name, Boolean.toString(now)));
        return reduced;
    }

    private FileMenu.Exports exports(ChartsPane charts) {
        LabReports.Signature signature = new LabReports.Signature(HelpDialogs.version(), documents.lessons()::answers);
        return new FileMenu.Exports(
                charts.export(),
                new LabReports(window, stage, documents.choosers(), signature),
                new FilmExport(window, documents.choosers()),
                new CompareRuns(window, stage, documents.choosers()));
    }

    private MenuBar menus(RunActions run, WritingColumn writing) {
        MenuBar menus = new MenuBar(
                new FileMenu(window, documents, exports, this::quit),
                writing.editMenu(),
                run.menu(sweeps::show),
                new ViewMenu(pages, zoom, theme, reducedMotion, projector, columns.leftShownProperty()),
                new HelpDialogs(stage).menu(start::show));
        menus.setUseSystemMenuBar(true);
        return menus;
    }

    /** A lesson stands in the left column, arranges the window and has a panel of the projector. */
    private void followLessons(LessonColumn left, BorderPane root) {
        documents.lessons().onOpen(() -> columns.leftShownProperty().set(true));
        new LessonLayout(root, pages).follow(documents.lessons());
        projector.lessonProperty().bind(documents.lessons().isOpen());
        projector.layoutProperty().subscribe(layout -> left.present(layout == PresentationLayout.LESSON));
    }

    private void refresh() {
        RefreshTimer timer = new RefreshTimer(window::refresh);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> timer.stop());
        timer.start();
    }

    private void watch(RunActions run) {
        pages.show(LessonTarget.CURVES);
        if (window.status().phase() != Phase.RUNNING) {
            run.toggle();
        }
    }

    private LessonColumn withLesson(SettingsColumn settings) {
        LessonPane pane = new LessonPane(
                window,
                documents.lessons(),
                pages::show,
                () -> exports.reports().show());
        return new LessonColumn(documents.lessons(), pane, settings);
    }

    private void show(BorderPane root, RunActions run) {
        Label dropHint = new Label("Drop a text to learn from, a saved model to continue with, or a lesson");
        dropHint.setId("drop-hint");
        dropHint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        Scene scene = new Scene(new StackPane(root, start, dropHint));
        scene.getStylesheets()
                .add(Objects.requireNonNull(MainWindow.class.getResource("unroll.css"))
                        .toExternalForm());
        zoom.watch(scene);
        zoom.percentProperty().subscribe(percent -> {
            pages.setEm(zoom.textPixels());
            columns.setEm(zoom.textPixels());
        });
        new SpaceBar(run::toggle).watch(scene);
        new DropTarget(dropHint, documents::open).watch(scene);
        stage.setScene(scene);
        stage.setTitle("Unroll");
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        window.statusProperty().subscribe(status -> stage.setTitle(Documents.title(status)));
        WindowPlacement.fit(stage, zoom.textPixels());
        stage.show();
    }

    /** The parts of the window follow the projector; in the spotlight, menus and the last sentence are out of the way. */
    private void project(Toolbar toolbar, Region... aside) {
        Scene scene = stage.getScene();
        contrast.dress(scene.getStylesheets());
        new PanelKeys(projector).watch(scene);
        pages.watchKeys(scene);
        projector.layoutProperty().subscribe(layout -> {
            scene.getRoot().pseudoClassStateChanged(SPOTLIGHT, layout.isSpotlight());
            scene.getRoot().pseudoClassStateChanged(BESIDE, layout == PresentationLayout.PAGE_AND_SAMPLES);
            scene.getRoot().pseudoClassStateChanged(LESSON, layout == PresentationLayout.LESSON);
            columns.show(layout);
            toolbar.show(layout);
            for (Region each : aside) {
                Nodes.show(each, !layout.isSpotlight());
            }
        });
        projector.onProperty().subscribe((was, on) -> {
            if (on) {
                zoom.showTemporarily(projector.textPixels());
            } else {
                zoom.undo();
            }
        });
    }

    /** Loads the default text, and offers the last session's run where one was left unsaved. */
    public void begin() {
        documents.texts().loadBundled(Documents.DEFAULT_TEXT);
        if (!window.session().modelFiles().autosaves()) {
            warnWhereTrainingBegins();
        }
        if (Files.isRegularFile(window.session().modelFiles().autosaveFile())) {
            window.show(Notice.information(
                    "Your last session was saved.",
                    new Offer("continue-button", "Continue", documents.opener()::continueWhereStopped)));
        }
    }

    /** The first time, offers three ways to begin. */
    void welcome() {
        start.showFirst(window.session().preferences());
    }

    /** Has something to look into before anybody has trained. */
    void offerStarter() {
        window.session().copies().offerStarter().exceptionally(missing -> {
            LOG.warn("The model that ships with the program could not be read.", missing);
            return null;
        });
    }

    /** Not at the start, where the news of the default text would soon take the sentence's place. */
    private void warnWhereTrainingBegins() {
        ModelFiles files = window.session().modelFiles();
        window.statusProperty().map(status -> status.metrics().step() > 0).subscribe((was, is) -> {
            if (is) {
                String sentence =
                        "Autosave is off because the folder %s cannot be written. Save your models yourself, or start"
                                + " Unroll with -Dunroll.home=FOLDER.";
                window.show(
                        Notice.problem(sentence.formatted(files.autosaveFile().getParent()), "")
                                .during(() -> !files.autosaves()));
            }
        });
    }

    /** Opens a file that the program was started with: a lesson, a model or a text. */
    void open(Path file) {
        documents.open(file);
    }

    /** Tells the user of a failure nobody foresaw; the window lives on. */
    void report(Throwable thrown) {
        window.show(Notice.problem(thrown));
    }

    /** What the window shows, at most a moment behind the session. */
    WindowModel model() {
        return window;
    }

    FileMenu.Exports exports() {
        return exports;
    }

    /** What the session reads from, by what it is. */
    static Map<String, Path> openFiles(Session session) {
        Map<String, Path> files = new LinkedHashMap<>();
        Status status = session.status();
        if (status.opened().text() != null && status.opened().text().file() != null) {
            files.put("the text that is open", status.opened().text().file());
        }
        if (status.opened().pairs() != null && status.opened().pairs().file() != null) {
            files.put("the file of pairs that is open", status.opened().pairs().file());
        }
        return files;
    }

    SweepWindow sweeps() {
        return sweeps;
    }

    Documents documents() {
        return documents;
    }

    private void quit() {
        sweeps.beforeQuit(() -> documents.switcher().beforeQuit(stage::hide));
    }
}
