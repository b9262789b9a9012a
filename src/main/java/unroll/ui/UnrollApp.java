package unroll.ui;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import unroll.session.Session;

/** The program with a window. */
public final class UnrollApp extends Application {
    private static final Path FOLDER = Path.of(System.getProperty(
            "unroll.home", Path.of(System.getProperty("user.home"), ".unroll").toString()));

    /** Made while JavaFX starts: the log and the JSON reader take as long to load as the toolkit does. */
    private static final CompletableFuture<Session> SESSION = CompletableFuture.supplyAsync(() -> new Session(FOLDER));

    private @Nullable Session session;

    @Override
    public void start(Stage stage) {
        Session made = SESSION.join();
        session = made;
        // Logging out ends the program by a signal, without stop(): the run is saved then too.
        Runtime.getRuntime().addShutdownHook(new Thread(made::close, "unroll-close"));
        MainWindow window = new MainWindow(stage, made, FOLDER);
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {
            LoggerFactory.getLogger(UnrollApp.class).error("The window met a failure.", thrown);
            window.report(thrown);
        });
        window.begin();
        getParameters().getUnnamed().stream().map(Path::of).forEach(window::open);
        WindowLauncher.showErrors();
        WarmUp.start();
    }

    @Override
    public void stop() {
        if (session != null) {
            session.close();
        }
    }
}
