package unroll.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import unroll.message.Reason;
import unroll.session.data.Dataset;
import unroll.session.model.TrainerFactory;
import unroll.session.race.Competitor;
import unroll.session.race.CurrentRace;
import unroll.session.race.RaceConfig;
import unroll.session.race.RaceRun;
import unroll.session.race.RaceStatus;
import unroll.session.run.RunProgress;
import unroll.session.state.Model;
import unroll.session.state.ModelLifecycle;
import unroll.session.state.SessionStore;
import unroll.settings.Settings;

/**
 * A race between a few networks that learn the same in lock-step, on the session's one trainer's thread: while it runs, the
 * session's model rests, and training that model pauses the race. Every method may be called from any thread and returns
 * at once; a future that fails carries a sentence for the user.
 */
public final class Race {
    private final SessionStore store;
    private final ModelLifecycle models;

    Race(SessionStore store, ModelLifecycle models) {
        this.store = store;
        this.models = models;
    }

    /** A consistent look at the race; cheap enough for every frame. */
    public RaceStatus status() {
        return store.state().race().status();
    }

    /** Where the race stands; cheaper than all of {@link #status()}. */
    public RaceStatus.RaceState state() {
        return store.state().race().state();
    }

    /** Makes these networks and lets them race. The race before is over then; nothing changes where this fails before it begins. */
    public CompletableFuture<Void> start(RaceConfig config) {
        return store.trainer().run(() -> {
            Dataset dataset = models.dataToTrainOn(config.variants().get(0).settings());
            check(config, dataset);
            end();
            RaceRun run = RaceRun.of(
                    config,
                    new RaceRun.Context(
                            store.config().factory(),
                            dataset,
                            store.liveSamples(),
                            store.config().clock(),
                            this::onProgress));
            store.update(now ->
                    now.withRace(new CurrentRace(run, run.progress(), now.race().last())));
            start(run);
        });
    }

    private void onProgress(RaceRun run, List<RunProgress> progress) {
        store.update(now -> now.race().run() == run
                ? now.withRace(new CurrentRace(run, progress, now.race().last()))
                : now);
    }

    private void check(RaceConfig config, Dataset dataset) {
        TrainerFactory factory = store.config().factory();
        config.requireFit(dataset.data());
        config.settings().forEach(settings -> factory.check(dataset, settings));
        List<Settings> together = new ArrayList<>(config.settings());
        Model model = store.state().model();
        if (model != null) {
            together.add(model.settings());
        }
        factory.checkTogether(dataset, together);
    }

    private void start(RaceRun run) {
        models.pauseRun();
        run.start();
        store.trainer().work(run::turn);
    }

    /** Goes on after a pause, or after the end that the settings gave it. */
    public CompletableFuture<Void> goOn() {
        return store.trainer().run(() -> start(required()));
    }

    /** Pauses the race after the step it is at; the future completes then. */
    public CompletableFuture<Void> pause() {
        return store.trainer().run(() -> pause(required()));
    }

    /** Ends the race and lets its networks go; how they stood can still be read. */
    public CompletableFuture<Void> stop() {
        return store.trainer().run(() -> {
            pause(required());
            end();
        });
    }

    /**
     * Makes one of the networks the session's model, exactly as it is, and ends the race. The present model is discarded, trained
     * or not: ask the user first.
     *
     * @param place in the race, from 0
     */
    public CompletableFuture<Void> adopt(int place) {
        return store.trainer().run(() -> {
            RaceRun run = required();
            Competitor chosen = run.competitor(place);
            store.trainer().pause();
            run.pause();
            models.adopt(chosen);
            run.closeOthers(chosen);
        });
    }

    /** Leaves the trainer alone where it is the session's model that trains. */
    private void pause(RaceRun run) {
        if (run.isRunning()) {
            store.trainer().pause();
            run.pause();
        }
    }

    private RaceRun required() {
        RaceRun run = store.state().race().run();
        if (run == null) {
            throw Reason.NO_RACE.exception();
        }
        return run;
    }

    /** Lets neither the model nor the race train. Only on the trainer's thread. */
    void pauseAll() {
        store.trainer().pause();
        models.pauseRun();
        pauseNow();
    }

    /** Pauses the race, where there is one. Only on the trainer's thread. */
    void pauseNow() {
        RaceRun run = store.state().race().run();
        if (run != null) {
            run.pause();
        }
    }

    /** Ends the race, where there is one. Only on the trainer's thread, which then has other work, or rests. */
    void end() {
        RaceRun run = store.state().race().run();
        if (run != null) {
            run.pause();
            store.update(now -> now.withRace(now.race().over()));
            run.close();
        }
    }
}
