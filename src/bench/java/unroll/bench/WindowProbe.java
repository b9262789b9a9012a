package unroll.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import unroll.session.Session;
import unroll.settings.Settings;
import unroll.train.TrainingConfig;
import unroll.ui.MainWindow;

/**
 * The program's own window, training with the settings it starts with, in a process of its own: measures how fast, prints one line of JSON
 * and ends. Arguments: what to scenario at ({@link Scenario}), and the seconds of a measurement.
 */
public final class WindowProbe extends Application {
    /** What is looked at while it trains. */
    enum Scenario {
        /** The curves; no other page was ever opened, and no moments of the run are kept. */
        CURVES_ALONE,
        /** The curves; every other page was opened once and lies behind them, and moments are kept. */
        CURVES_BEFORE_ALL,
        /** Each page in turn. */
        EACH
    }

    /** Seconds of training before the first that counts: by then the JIT compiler is done, and every page was opened once. */
    private static final double WARM_UP = 60;
    /** Long enough for a page to be made and to have worked out its first picture. */
    private static final long MILLIS_TO_SETTLE = 4_000;

    private static final long MILLIS_BETWEEN_LOOKS = 20;
    private static final double NANOS = 1e9;

    public static void main(String[] arguments) {
        launch(WindowProbe.class, arguments);
    }

    @Override
    public void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory("unroll-window");
        Session session = new Session(folder);
        new MainWindow(stage, session, folder).begin();
        List<String> arguments = getParameters().getRaw();
        Scenario scenario = Scenario.valueOf(arguments.get(0));
        int seconds = Integer.parseInt(arguments.get(1));
        Thread measuring = new Thread(
                () -> {
                    try {
                        System.out.println(new Measuring(stage, session, seconds).of(scenario));
                        System.exit(0);
                    } catch (Exception failed) {
                        failed.printStackTrace();
                        System.exit(1);
                    }
                },
                "measuring");
        measuring.start();
    }

    private record Measuring(Stage stage, Session session, int seconds) {
        ObjectNode of(Scenario scenario) throws Exception {
            waitFor(() -> session.status().dataset() != null);
            if (scenario == Scenario.CURVES_ALONE) {
                session.preferences().recordSnapshots(false);
            }
            session.train().get();
            if (scenario == Scenario.CURVES_BEFORE_ALL) {
                for (Tab page : pages()) {
                    open(page);
                }
                open(pages().get(0));
            }
            waitFor(() -> session.status().metrics().seconds() > WARM_UP);
            ObjectNode result = new ObjectMapper().createObjectNode();
            if (scenario == Scenario.EACH) {
                for (Tab page : pages()) {
                    open(page);
                    result.putObject(page.getText())
                            .put("charactersPerSecond", charactersPerSecond())
                            .put("framesPerSecond", framesPerSecond(page.getContent()));
                }
            } else {
                result.put("charactersPerSecond", charactersPerSecond());
            }
            return result;
        }

        private List<Tab> pages() throws Exception {
            return onFx(() -> ((TabPane) stage.getScene().lookup("#pages"))
                    .getTabs().stream().toList());
        }

        private void open(Tab page) throws Exception {
            onFx(() -> {
                page.getTabPane().getSelectionModel().select(page);
                return page;
            });
            Thread.sleep(MILLIS_TO_SETTLE);
        }

        private double charactersPerSecond() throws InterruptedException {
            TrainingConfig training = Settings.DEFAULT.training();
            long step = session.status().metrics().step();
            long began = System.nanoTime();
            Thread.sleep(seconds * 1_000L);
            double passed = (System.nanoTime() - began) / NANOS;
            return (session.status().metrics().step() - step) * (double) training.batch() * training.window() / passed;
        }

        /** While the whole page is redrawn in each frame. */
        private double framesPerSecond(Node page) throws Exception {
            Redrawing redrawing = new Redrawing(page);
            onFx(() -> {
                redrawing.start();
                return page;
            });
            long began = System.nanoTime();
            Thread.sleep(seconds * 1_000L);
            return onFx(() -> {
                redrawing.stop();
                page.setTranslateY(0);
                return redrawing.frames * NANOS / (System.nanoTime() - began);
            });
        }

        private static void waitFor(BooleanSupplier condition) throws InterruptedException {
            while (!condition.getAsBoolean()) {
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
        }

        private static <T> T onFx(Callable<T> task) throws Exception {
            CompletableFuture<T> answer = new CompletableFuture<>();
            Platform.runLater(() -> {
                try {
                    answer.complete(task.call());
                } catch (Exception failed) {
                    answer.completeExceptionally(failed);
                }
            });
            return answer.get();
        }
    }

    /** Moves the page by a pixel in every frame, as scrolling would, and counts them. */
    private static final class Redrawing extends AnimationTimer {
        private final Node page;
        private int frames;

        Redrawing(Node page) {
            this.page = page;
        }

        @Override
        public void handle(long now) {
            frames++;
            page.setTranslateY(frames % 2);
        }
    }
}
