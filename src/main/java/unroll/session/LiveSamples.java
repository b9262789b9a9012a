package unroll.session;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.train.TrainingEvent;

/** The texts a model writes while it is trained: on a thread of their own, never more than one in the making. */
final class LiveSamples {
    /** Characters of a live sample. */
    static final int LENGTH = 300;

    private static final Logger LOG = LoggerFactory.getLogger(LiveSamples.class);

    private final DaemonThread thread = new DaemonThread("unroll-live-samples");
    private volatile boolean busy;
    private volatile SamplingSettings settings = SamplingSettings.DEFAULT;

    /** How the next samples are drawn; for any thread. */
    void settings(SamplingSettings wanted) {
        settings = wanted;
    }

    boolean isBusy() {
        return busy;
    }

    /**
     * What a sample is labelled with.
     *
     * @param step of the model that writes
     * @param loss its smoothed training loss in nats per character
     * @param seed of the run; the draws' seed is made from it and the step
     */
    record Label(long step, double loss, long seed) {}

    /** Begins a sample with this copy of the network. Only where none is in the making, and only on the trainer's thread. */
    void begin(Learner.Writer writer, Label label, Consumer<TrainingEvent> heard) {
        busy = true;
        thread.execute(() -> write(writer, label, heard));
    }

    private void write(Learner.Writer writer, Label label, Consumer<TrainingEvent> heard) {
        try {
            SampleRequest request =
                    new SampleRequest("", LENGTH, "", settings, label.seed() * 1_000_003 + label.step());
            heard.accept(new TrainingEvent.Sampled(label.step(), label.loss(), writer.write(request, piece -> {})));
        } catch (RuntimeException | OutOfMemoryError fault) {
            // The run does not need its samples, so it goes on without this one.
            LOG.warn("The live sample at step {} failed.", label.step(), fault);
        } finally {
            busy = false;
        }
    }

    /** Ends after the text in the making, or after this time. */
    void finish(Duration patience) {
        if (!thread.finish(patience)) {
            close();
        }
    }

    void close() {
        thread.breakOff();
    }
}
