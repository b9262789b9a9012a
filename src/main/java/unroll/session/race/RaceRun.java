package unroll.session.race;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.data.Dataset;
import unroll.session.model.Learner;
import unroll.session.model.TrainerFactory;
import unroll.session.run.LiveSamples;
import unroll.session.run.RunProgress;

/**
 * Networks in lock-step: a turn is one step of each that is still running, in their order, so that these are always at the same
 * step. Belongs to the trainer's thread, apart from {@link #status}.
 */
public final class RaceRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RaceRun.class);

    /** The first texts are written so long after the start, even where their step has not come yet. */
    private static final long FIRST_TEXTS_NANOS = 1_500_000_000;

    /** So long texts stay, that they can be read. */
    private static final long READING_NANOS = 2_000_000_000;

    private final RaceConfig config;
    private final double guessing;
    private final LongSupplier clock;
    private final LiveSamples samples;
    private final BiConsumer<RaceRun, List<RunProgress>> onProgress;
    private final List<Competitor> competitors;

    private long waitingSince;
    private boolean written;

    /**
     * What the networks have in common.
     *
     * @param clock nanoseconds that only ever grow
     * @param onProgress is told how the networks stand when all of them have had their turn
     */
    public record Context(
            TrainerFactory factory,
            Dataset dataset,
            LiveSamples samples,
            LongSupplier clock,
            BiConsumer<RaceRun, List<RunProgress>> onProgress) {}

    private RaceRun(RaceConfig config, Context context, List<Competitor> competitors) {
        this.config = config;
        this.competitors = competitors;
        onProgress = context.onProgress();
        clock = context.clock();
        samples = context.samples();
        guessing =
                Math.log(context.dataset().data().layout().alphabets().output().size());
    }

    /** Makes the networks, or none where one of them cannot be made. */
    public static RaceRun of(RaceConfig config, Context context) {
        List<Competitor> competitors = new ArrayList<>();
        try {
            for (RaceConfig.Variant variant : config.variants()) {
                Learner learner = context.factory().begin(context.dataset(), variant.settings());
                competitors.add(new Competitor(variant, learner, context.clock()));
            }
        } catch (Throwable fault) {
            competitors.forEach(Competitor::close);
            throw fault;
        }
        return new RaceRun(config, context, List.copyOf(competitors));
    }

    /**
     * Those who are ahead go on; who stopped at an earlier step, or is out, does not.
     *
     * @throws ProblemException where nobody can
     */
    public void start() {
        long ahead = competitors.stream().mapToLong(Competitor::step).max().orElseThrow();
        List<Competitor> able = competitors.stream()
                .filter(competitor -> competitor.step() == ahead && !competitor.isOut())
                .toList();
        if (able.isEmpty()) {
            throw Reason.RACE_OVER.exception();
        }
        waitingSince = clock.getAsLong();
        able.forEach(Competitor::start);
        settle();
    }

    public boolean isRunning() {
        return competitors.stream().anyMatch(Competitor::isRunning);
    }

    public void pause() {
        competitors.forEach(Competitor::pause);
        settle();
    }

    /** One step of each. Whether any goes on. */
    public boolean turn() {
        List<Competitor> together =
                competitors.stream().filter(Competitor::isRunning).toList();
        together.forEach(Competitor::turn);
        settle();
        writeWhereDue(
                together.stream().filter(competitor -> !competitor.isOut()).toList());
        return together.stream().anyMatch(Competitor::isRunning);
    }

    /** How the networks stand, in the order of the race. */
    public List<RunProgress> progress() {
        return competitors.stream().map(Competitor::progress).toList();
    }

    private void settle() {
        onProgress.accept(this, progress());
    }

    private void writeWhereDue(List<Competitor> together) {
        if (!together.isEmpty() && !samples.isBusy() && isDue(together.get(0).step())) {
            waitingSince = clock.getAsLong();
            written = true;
            write(together);
        }
    }

    private void write(List<Competitor> together) {
        long seed = config.variants().get(0).settings().training().seed();
        try {
            samples.begin(together.stream()
                    .map(competitor -> competitor.sampleJob(seed))
                    .toList());
        } catch (RuntimeException | OutOfMemoryError fault) {
            // The race does not need its texts, so it goes on without these.
            LOG.warn("The networks of a race could not be copied to write.", fault);
        }
    }

    private boolean isDue(long step) {
        int every = config.variants().get(0).settings().training().sampleEvery();
        long waited = clock.getAsLong() - waitingSince;
        return every > 0
                && (written
                        ? step % every == 0 && waited >= READING_NANOS
                        : step % every == 0 || waited >= FIRST_TEXTS_NANOS);
    }

    public Competitor competitor(int place) {
        return competitors.get(place);
    }

    /** Lets all networks go but this one. */
    public void closeOthers(Competitor kept) {
        competitors.stream().filter(competitor -> competitor != kept).forEach(Competitor::close);
    }

    @Override
    public void close() {
        competitors.forEach(Competitor::close);
    }

    /**
     * How the race stands; for any thread.
     *
     * @param progress of its networks when all of them had had their turn
     */
    RaceStatus status(List<RunProgress> progress) {
        return new RaceStatus(
                RaceStatus.RaceState.of(progress),
                config.varied(),
                guessing,
                IntStream.range(0, progress.size())
                        .mapToObj(place -> competitors.get(place).standing(progress.get(place)))
                        .toList());
    }
}
