package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.matrix.Matrix;
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
    private static final String LOADER = "library-loader";
    private static final String WORKER = "unroll-worker";
    private static final int WORKERS = 2;

    /** Loads the libraries, which may bring up pools when they are loaded, on a thread that gives them a name of their own. */
    @BeforeAll
    static void load() throws InterruptedException {
        Thread loader = new Thread(() -> Matrix.zeros(3, 3).setProduct(Matrix.zeros(3, 3), Matrix.zeros(3, 3)), LOADER);
        loader.start();
        loader.join();
    }

    static List<Products> available() {
        return ProductsFixtures.available();
    }

    @ParameterizedTest
    @MethodSource("available")
    void everyWorkerIsOneNativeThread(Products products) throws Exception {
        List<Path> others = named(WORKER);
        long idle = ticks(LOADER);
        Callable<Void> test = () -> {
            ProductsFixtures.with(products, () -> train(others));
            return null;
        };
        FutureTask<Void> task = new FutureTask<>(test);
        new Thread(task, CALLER).start();
        task.get();
        assertThat(ticks(LOADER))
                .as("ticks of pools that the libraries brought up")
                .isEqualTo(idle);
    }

    /** @param others workers that other tests' groups have left, some of which may be about to end */
    private static void train(List<Path> others) {
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
            assertThat(named(CALLER)).as("threads of the caller's name").hasSize(1);
            List<Path> workers = new ArrayList<>(named(WORKER));
            workers.removeAll(others);
            assertThat(workers).as("threads of a worker's name").hasSize(WORKERS - 1);
        }
    }

    /** What threads of this name have had of the processor: the 14th and 15th number, behind the name in brackets. */
    private static long ticks(String name) {
        long sum = 0;
        for (Path task : named(name)) {
            String[] numbers =
                    read(task.resolve("stat")).replaceFirst(".*\\) ", "").split(" ");
            sum += numbers.length < 13 ? 0 : Long.parseLong(numbers[11]) + Long.parseLong(numbers[12]);
        }
        return sum;
    }

    /** Native threads of this name, of which the kernel knows the first fifteen letters. */
    private static List<Path> named(String name) {
        String known = name.substring(0, Math.min(15, name.length()));
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.filter(task -> read(task.resolve("comm")).equals(known))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Empty where the thread has ended. */
    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException ended) {
            return "";
        }
    }
}
