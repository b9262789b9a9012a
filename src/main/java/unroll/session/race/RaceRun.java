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

    private final RaceConfig lineup;
    private final double guessing;
    private final LongSupplier clock;
    private final LiveSamples samples;
    private final BiConsumer<RaceRun, List<RunProgress>> onProgress;
    private final List<Competitor> lanes;

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

    private RaceRun(RaceConfig lineup, Context context, List<Competitor> lanes) {
        this.lineup = lineup;
        this.lanes = lanes;
        onProgress = context.onProgress();
        clock = context.clock();
        samples = context.samples();
        guessing =
                Math.log(context.dataset().data().layout().alphabets().output().size());
    }

    /** Makes the networks, or none where one of them cannot be made. */
    public static RaceRun of(RaceConfig lineup, Context context) {
        List<Competitor> lanes = new ArrayList<>();
        try {
            for (RaceConfig.Entrant entrant : lineup.entrants()) {
                Learner learner = context.factory().begin(context.dataset(), entrant.settings());
                lanes.add(new Competitor(entrant, learner, context.clock()));
            }
        } catch (Throwable fault) {
            lanes.forEach(Competitor::close);
            throw fault;
        }
        return new RaceRun(lineup, context, List.copyOf(lanes));
    }

    /**
     * Those who are ahead go on; who stopped at an earlier step, or is out, does not.
     *
     * @throws ProblemException where nobody can
     */
    public void start() {
        long ahead = lanes.stream().mapToLong(Competitor::step).max().orElseThrow();
        List<Competitor> able = lanes.stream()
                .filter(lane -> lane.step() == ahead && !lane.isOut())
                .toList();
        if (able.isEmpty()) {
            throw Reason.RACE_OVER.exception();
        }
        waitingSince = clock.getAsLong();
        able.forEach(Competitor::start);
        settle();
    }

    public boolean isRunning() {
        return lanes.stream().anyMatch(Competitor::isRunning);
    }

    public void rest() {
        lanes.forEach(Competitor::rest);
        settle();
    }

    /** One step of each. Whether any goes on. */
    public boolean turn() {
        List<Competitor> together = lanes.stream().filter(Competitor::isRunning).toList();
        together.forEach(Competitor::turn);
        settle();
        writeWhereDue(together.stream().filter(lane -> !lane.isOut()).toList());
        return together.stream().anyMatch(Competitor::isRunning);
    }

    /** How the networks stand, in the order of the line-up. */
    public List<RunProgress> progress() {
        return lanes.stream().map(Competitor::progress).toList();
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
        long seed = lineup.entrants().get(0).settings().training().seed();
        try {
            samples.begin(together.stream().map(lane -> lane.commission(seed)).toList());
        } catch (RuntimeException | OutOfMemoryError fault) {
            // The race does not need its texts, so it goes on without these.
            LOG.warn("The networks of a race could not be copied to write.", fault);
        }
    }

    private boolean isDue(long step) {
        int every = lineup.entrants().get(0).settings().training().sampleEvery();
        long waited = clock.getAsLong() - waitingSince;
        return every > 0
                && (written
                        ? step % every == 0 && waited >= READING_NANOS
                        : step % every == 0 || waited >= FIRST_TEXTS_NANOS);
    }

    public Competitor lane(int place) {
        return lanes.get(place);
    }

    /** Lets all networks go but this one. */
    public void closeOthers(Competitor kept) {
        lanes.stream().filter(lane -> lane != kept).forEach(Competitor::close);
    }

    @Override
    public void close() {
        lanes.forEach(Competitor::close);
    }

    /**
     * How the race stands; for any thread.
     *
     * @param progress of its networks when all of them had had their turn
     */
    RaceStatus status(List<RunProgress> progress) {
        return new RaceStatus(
                RaceStatus.State.of(progress),
                lineup.varied(),
                guessing,
                IntStream.range(0, progress.size())
                        .mapToObj(place -> lanes.get(place).standing(progress.get(place)))
                        .toList());
    }
}
