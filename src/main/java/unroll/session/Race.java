package unroll.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import unroll.session.background.TrainerLoop;
import unroll.session.data.Dataset;
import unroll.session.race.Competitor;
import unroll.session.race.RaceConfig;
import unroll.session.race.RaceRun;
import unroll.session.race.RaceStatus;
import unroll.session.state.Bench;
import unroll.session.state.Model;
import unroll.settings.Settings;

/**
 * A race between a few networks that learn the same in lock-step, on the session's one trainer's thread: while it runs, the
 * model on the table rests, and training that model holds the race. Every method may be called from any thread and returns
 * at once; a future that fails carries a sentence for the user.
 */
public final class Race {
    private final Bench bench;
    private final TrainerLoop trainer;
    private final Bench.Setup setup;

    /** Null where there is none. Only the trainer's thread changes it. */
    private volatile @Nullable RaceRun present;

    /** Of the race before. */
    private volatile RaceStatus last = RaceStatus.NONE;

    Race(Bench bench, TrainerLoop trainer, Bench.Setup setup) {
        this.bench = bench;
        this.trainer = trainer;
        this.setup = setup;
    }

    /** A consistent look at the race; cheap enough for every frame. */
    public RaceStatus status() {
        RaceRun heat = present;
        return heat == null ? last : heat.status();
    }

    /** Where the race stands; cheaper than all of {@link #status()}. */
    public RaceStatus.State state() {
        RaceRun heat = present;
        return heat == null ? last.state() : heat.state();
    }

    /** Makes these networks and lets them race. The race before is over then; nothing changes where this fails before it begins. */
    public CompletableFuture<Void> start(RaceConfig lineup) {
        return trainer.run(() -> {
            Dataset material = bench.materialFor(lineup.entrants().get(0).settings());
            check(lineup, material);
            end();
            RaceRun heat = RaceRun.of(
                    lineup, new RaceRun.Ground(setup.workshop(), material, bench.liveSamples(), setup.clock()));
            present = heat;
            run(heat);
        });
    }

    private void check(RaceConfig lineup, Dataset material) {
        lineup.requireFit(material.data());
        lineup.settings().forEach(settings -> setup.workshop().check(material, settings));
        List<Settings> together = new ArrayList<>(lineup.settings());
        Model model = bench.model();
        if (model != null) {
            together.add(model.settings());
        }
        setup.workshop().checkTogether(material, together);
    }

    private void run(RaceRun heat) {
        bench.rest();
        heat.start();
        trainer.work(heat::turn);
    }

    /** Goes on after a pause, or after the end that the settings gave it. */
    public CompletableFuture<Void> goOn() {
        return trainer.run(() -> run(required()));
    }

    /** Holds the race after the step it is at; the future completes when it rests. */
    public CompletableFuture<Void> pause() {
        return trainer.run(() -> hold(required()));
    }

    /** Ends the race and lets its networks go; how they stood can still be read. */
    public CompletableFuture<Void> stop() {
        return trainer.run(() -> {
            hold(required());
            end();
        });
    }

    /**
     * Makes one of the networks the session's model, exactly as it is, and ends the race. The present model is discarded, trained
     * or not: ask the user first.
     *
     * @param place in the line-up, from 0
     */
    public CompletableFuture<Void> takeOver(int place) {
        return trainer.run(() -> {
            RaceRun heat = required();
            Competitor chosen = heat.lane(place);
            trainer.rest();
            heat.rest();
            bench.take(chosen);
            last = heat.status().over();
            present = null;
            heat.closeOthers(chosen);
        });
    }

    /** Leaves the trainer alone where it is the session's model that trains. */
    private void hold(RaceRun heat) {
        if (heat.isRunning()) {
            trainer.rest();
            heat.rest();
        }
    }

    private RaceRun required() {
        RaceRun heat = present;
        if (heat == null) {
            throw new IllegalStateException("There is no race; start one first.");
        }
        return heat;
    }

    /** Holds the race, where there is one. Only on the trainer's thread. */
    void rest() {
        RaceRun heat = present;
        if (heat != null) {
            heat.rest();
        }
    }

    /** Ends the race, where there is one. Only on the trainer's thread, which then has other work, or rests. */
    void end() {
        RaceRun heat = present;
        if (heat != null) {
            heat.rest();
            last = heat.status().over();
            present = null;
            heat.close();
        }
    }
}
