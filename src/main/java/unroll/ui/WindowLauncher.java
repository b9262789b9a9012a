package unroll.ui;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.session.Session;
import unroll.session.background.Futures;

/** Opens the window, or says in a sentence why there is none. */
public final class WindowLauncher {
    /** The first of all: the log keeps the standard error of this moment. */
    private static final Logger LOG = LoggerFactory.getLogger(WindowLauncher.class);

    static final Path FOLDER = Path.of(System.getProperty(
            "unroll.home", Path.of(System.getProperty("user.home"), ".unroll").toString()));

    /** Opened while JavaFX starts. */
    static final CompletableFuture<Session> SESSION = Futures.inBackground(() -> new Session(FOLDER));

    /** Held here, because a logger that nobody holds is forgotten with its filter: JavaFX works from the class path too. */
    private static final java.util.logging.Logger JAVAFX = java.util.logging.Logger.getLogger("javafx");

    private static final PrintStream STANDARD_ERROR = System.err;

    private WindowLauncher() {}

    /**
     * Opens the window and returns when it has been closed.
     *
     * @param files a lesson, a model or a text to begin with, or none
     * @return whether there was a window; where there was none, standard error has said why
     */
    public static boolean open(String... files) {
        JAVAFX.setFilter(message -> !message.getMessage().startsWith("Unsupported JavaFX configuration"));
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> LOG.error("The thread {} ended.", thread.getName(), thrown));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        boolean verbose = Boolean.getBoolean("javafx.verbose");
        if (!verbose) {
            System.setErr(new PrintStream(printed, true));
        }
        try {
            Application.launch(UnrollApp.class, files);
            return true;
        } catch (Throwable e) {
            SESSION.thenAccept(Session::close);
            showErrors();
            System.err.println(
                    StartupProblem.sentence(e, printed.toString(Charset.defaultCharset()), System.getenv("DISPLAY")));
            if (verbose) {
                e.printStackTrace();
            }
            return false;
        }
    }

    /** Ends what holds back JavaFX's own messages, stack traces among them, until it is known whether there is a window. */
    static void showErrors() {
        System.setErr(STANDARD_ERROR);
    }
}
