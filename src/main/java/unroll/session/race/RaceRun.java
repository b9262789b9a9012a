package unroll.session.race;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.session.data.Dataset;
import unroll.session.model.Learner;
import unroll.session.model.TrainerFactory;
import unroll.session.run.LiveSamples;
import unroll.session.run.Phase;
import unroll.session.run.RunProgress;

/**
 * Networks in lock-step: a turn is one step of each that is still running, in their order, so that these are always at the same
 * step. Belongs to the trainer's thread, apart from {@link #status()}.
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
    private final List<Competitor> lanes;

    /** Of all, after a whole turn; a look at them in the middle of one would not find them at the same step. */
    private volatile List<RunProgress> settled = List.of();

    private long waitingSince;
    private boolean written;

    /**
     * What the networks have in common.
     *
     * @param clock nanoseconds that only ever grow
     */
    public record Ground(TrainerFactory workshop, Dataset material, LiveSamples samples, LongSupplier clock) {}

    private RaceRun(RaceConfig lineup, Ground ground, List<Competitor> lanes) {
        this.lineup = lineup;
        this.lanes = lanes;
        settle();
        clock = ground.clock();
        samples = ground.samples();
        guessing =
                Math.log(ground.material().data().layout().alphabets().output().size());
    }

    /** Makes the networks, or none where one of them cannot be made. */
    public static RaceRun of(RaceConfig lineup, Ground ground) {
        List<Competitor> lanes = new ArrayList<>();
        try {
            for (RaceConfig.Entrant entrant : lineup.entrants()) {
                Learner learner = ground.workshop().begin(ground.material(), entrant.settings());
                lanes.add(new Competitor(entrant, learner, ground.clock()));
            }
        } catch (Throwable fault) {
            lanes.forEach(Competitor::close);
            throw fault;
        }
        return new RaceRun(lineup, ground, List.copyOf(lanes));
    }

    /**
     * Those who are ahead go on; who stopped at an earlier step, or is out, does not.
     *
     * @throws IllegalStateException with a sentence, where nobody can
     */
    public void start() {
        long ahead = lanes.stream().mapToLong(Competitor::step).max().orElseThrow();
        List<Competitor> able = lanes.stream()
                .filter(lane -> lane.step() == ahead && !lane.isOut())
                .toList();
        if (able.isEmpty()) {
            throw new IllegalStateException("All networks of this race are out; start another one.");
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

    private void settle() {
        settled = lanes.stream().map(Competitor::progress).toList();
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

    /** For any thread. */
    public RaceStatus.State state() {
        return state(settled);
    }

    private static RaceStatus.State state(List<RunProgress> all) {
        boolean running = all.stream().anyMatch(progress -> progress.phase() == Phase.RUNNING);
        return running ? RaceStatus.State.RUNNING : RaceStatus.State.RESTING;
    }

    /** How it stands; for any thread. */
    public RaceStatus status() {
        List<RunProgress> all = settled;
        return new RaceStatus(
                state(all),
                lineup.varied(),
                guessing,
                IntStream.range(0, all.size())
                        .mapToObj(place -> lanes.get(place).standing(all.get(place)))
                        .toList());
    }
}
