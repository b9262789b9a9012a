package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.corpus.CorpusException;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.matrix.Products;
import unroll.matrix.ProductsFixtures;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.RandomStreams;
import unroll.task.TaskData;

/**
 * A worker's products run on that worker alone: no library brings up threads of its own. A thread that a native library
 * starts bears the name of the one that called it.
 */
@EnabledOnOs(OS.LINUX)
class NativeThreadsTest {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final String CALLER = "one-caller-only";
    private static final String WORKER = "unroll-worker";
    private static final int WORKERS = 2;

    static List<Products> available() {
        return ProductsFixtures.available();
    }

    @ParameterizedTest
    @MethodSource("available")
    void everyWorkerIsOneNativeThread(Products products) throws Exception {
        long others = count(WORKER);
        Callable<Void> test = () -> {
            ProductsFixtures.with(products, () -> train(others));
            return null;
        };
        FutureTask<Void> task = new FutureTask<>(test);
        new Thread(task, CALLER).start();
        task.get();
    }

    /** @param others workers that other tests' teams have left */
    private static void train(long others) throws CorpusException {
        StringBuilder text = new StringBuilder("abcdefghij".repeat(2000));
        TrainingConfig config = TrainingConfig.DEFAULT.with(change -> {
            change.window = 10;
            change.learningRate = 0.001;
            change.threads = WORKERS;
            change.validateEvery = 0;
            change.sampleEvery = 0;
            change.patience = 0;
        });
        Network network = new Network(new NetworkSpec("lstm", 10, 128, 2, 0), RandomStreams.initialization(1));
        try (Trainer trainer = new Trainer(
                network, new TaskData.Streams(CorpusReader.ofText("abc", text), new Split(1, 0, 0)), config)) {
            for (int step = 0; step < 3; step++) {
                trainer.step();
            }
            assertThat(count(CALLER)).as("threads of the caller's name").isEqualTo(1);
            assertThat(count(WORKER) - others).as("threads of a worker's name").isBetween(1L, WORKERS - 1L);
        }
    }

    /** Native threads of this name, of which the kernel knows the first fifteen letters. */
    private static long count(String name) {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.filter(task ->
                            name.substring(0, Math.min(15, name.length())).equals(nameOf(task)))
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String nameOf(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException ended) {
            return "";
        }
    }
}
