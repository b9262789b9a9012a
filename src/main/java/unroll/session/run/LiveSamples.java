package unroll.session.run;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.background.DaemonThread;
import unroll.session.model.Learner;
import unroll.train.LiveAnswer;
import unroll.train.TrainingEvent.Sampled;

/** The texts a model writes while it is trained: on a thread of their own, never more than one in the making. */
public final class LiveSamples {
    /** Characters of a live sample. */
    public static final int LENGTH = 300;

    private static final Logger LOG = LoggerFactory.getLogger(LiveSamples.class);

    private final DaemonThread thread = new DaemonThread("unroll-live-samples");
    private volatile boolean busy;
    private volatile SamplingSettings settings = SamplingSettings.DEFAULT;

    /** How the next samples are drawn; for any thread. */
    public void setSettings(SamplingSettings wanted) {
        settings = wanted;
    }

    public boolean isBusy() {
        return busy;
    }

    /**
     * A sample to be written.
     *
     * @param writer a copy of the network
     * @param step of the model that writes
     * @param loss its smoothed training loss in nats per character
     * @param seed of the run; the draws' seed is made from it and the step
     * @param onSample gets it, on the samples' thread
     */
    public record SampleJob(Learner.Writer writer, long step, double loss, long seed, Consumer<Sampled> onSample) {}

    /** Begins some samples, all drawn in the same way. Only where none is in the making, and only on the trainer's thread. */
    public void begin(List<SampleJob> round) {
        busy = true;
        SamplingSettings drawn = settings;
        thread.execute(() -> {
            try {
                round.forEach(sample -> write(sample, drawn));
            } finally {
                busy = false;
            }
        });
    }

    private static void write(SampleJob sample, SamplingSettings drawn) {
        try {
            SampleRequest request = new SampleRequest("", LENGTH, "", drawn, sample.seed() * 1_000_003 + sample.step());
            List<LiveAnswer> answers = sample.writer().answers(request);
            String text = answers.isEmpty()
                    ? sample.writer().write(request, piece -> {})
                    : answers.stream().map(answer -> answer.line() + "\n").collect(Collectors.joining());
            sample.onSample()
                    .accept(new Sampled(
                            sample.step(),
                            sample.loss(),
                            text,
                            answers,
                            sample.writer().realWords(text)));
        } catch (RuntimeException | OutOfMemoryError fault) {
            // The run does not need its samples, so it goes on without this one.
            LOG.warn("The live sample at step {} failed.", sample.step(), fault);
        }
    }

    /** Ends after the text in the making, or after this time. */
    void finish(Duration patience) {
        if (!thread.finish(patience)) {
            close();
        }
    }

    public void close() {
        thread.breakOff();
    }
}
