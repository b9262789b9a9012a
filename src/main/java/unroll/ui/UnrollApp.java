package unroll.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import unroll.session.Session;

/** The program with a window. */
public final class UnrollApp extends Application {
    /** The window without its settings, and with them. */
    private static final int FIRST_FRAMES = 2;

    private @Nullable Session session;

    @Override
    public void start(Stage stage) {
        Session made = WindowLauncher.SESSION.join();
        session = made;
        // Logging out ends the program by a signal, without stop(): the run is saved then too.
        Runtime.getRuntime().addShutdownHook(new Thread(made::close, "unroll-close"));
        MainWindow window = new MainWindow(stage, made, WindowLauncher.FOLDER);
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {
            LoggerFactory.getLogger(UnrollApp.class).error("The window met a failure.", thrown);
            window.report(thrown);
        });
        window.begin();
        List<String> files = getParameters().getUnnamed();
        if (files.isEmpty()) {
            window.welcome();
        }
        files.stream().map(Path::of).forEach(window::open);
        WindowLauncher.showErrors();
        oncePainted(stage.getScene(), () -> {
            window.offerStarter();
            WarmUp.start();
        });
    }

    /** Later than the first frames, which would have to share the processor with it. */
    private static void oncePainted(Scene scene, Runnable work) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private int frames;

            @Override
            public void run() {
                if (++frames > FIRST_FRAMES) {
                    scene.removePostLayoutPulseListener(this);
                    work.run();
                } else {
                    Platform.requestNextPulse();
                }
            }
        });
    }

    @Override
    public void stop() {
        if (session != null) {
            session.close();
        }
    }
}
