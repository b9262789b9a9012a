package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.matrix.ProductsFixtures;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.RandomStreams;
import unroll.task.TaskData;

/** A training step works in memory taken before: what it leaves to the garbage collector does not grow with the network. */
class AllocationTest {
    private static final int STEPS = 200;
    /** Its event, and what hands the work to the workers; 890 bytes when measured, at any size. */
    private static final long BYTES_PER_STEP = 1_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(strings = {"elman", "gru", "lstm"})
    void aStepLeavesNextToNothing(String cell) throws Exception {
        ProductsFixtures.withEach(() -> measure(cell));
    }

    private void measure(String cell) throws Exception {
        Corpus corpus = CorpusReader.ofText("abc", new StringBuilder("abcdefghij".repeat(2000)));
        NetworkSpec spec = new NetworkSpec(cell, corpus.vocabulary().size(), 24, 2, 0);
        TrainingConfig config = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 16;
            change.window = 20;
            change.learningRate = 0.001;
            change.threads = 1;
            change.validateEvery = 0;
            change.sampleEvery = 0;
            change.patience = 0;
        });
        Network network = new Network(spec, RandomStreams.initialization(1));
        try (Trainer trainer = new Trainer(network, new TaskData.Streams(corpus, new Split(1, 0, 0)), config)) {
            allocated(trainer);
            assertThat(allocated(trainer) / STEPS).as("bytes a step").isLessThan(BYTES_PER_STEP);
        }
    }

    private long allocated(Trainer trainer) {
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < STEPS; i++) {
            trainer.step();
        }
        long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        return bytes;
    }
}
