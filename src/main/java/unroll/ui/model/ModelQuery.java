package unroll.ui.model;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the model in the background, one question at a time. Of the questions that come meanwhile the latest waits and the
 * others are dropped. Nothing is asked and no answer is shown while its page cannot be seen, and no answer is shown of a model
 * that has been replaced: the question then waits, and is asked when it can be, of the model that is there by then. Lives on
 * the FX thread; {@link WindowModel#query} makes one.
 *
 * @param <Q> question
 * @param <R> answer
 */
public final class ModelQuery<Q, R> {
    /** Work that has taken so long is canceled for a newer question; what is quick may finish, so that scrubbing shows something. */
    private static final long PATIENCE_NANOS = 400_000_000;
    /** A pause is so many times as long as the work before it: following a run takes a fifth of a core at most. */
    private static final int PAUSE_FACTOR = 4;

    private final Host host;
    private final Function<Q, CompletableFuture<R>> question;
    private final BooleanSupplier enabled;
    private final Supplier<@Nullable Q> followed;
    private final long minPauseNanos;
    private final int cacheSize;
    private final BiConsumer<Q, R> answered;
    private final Consumer<String> refused;
    private final Map<Q, R> cache = new HashMap<>();
    private @Nullable Request<Q> waiting;
    private @Nullable Work<Q, R> work;
    private boolean paused;
    private long pausedUntil;
    private long cachedModel;
    private @Nullable Version followedVersion;

    /**
     * The model at a moment, as far as a query must know it.
     *
     * @param model another number for every model there has been
     * @param change another number whenever something about it may have changed
     * @param training whether a run is under way, which questions should not slow down
     */
    record Version(long model, long change, boolean training) {}

    /**
     * Where a query lives.
     *
     * @param version the model now
     * @param onTick registers what is to run several times a second
     * @param nanos a clock
     * @param fxThread where answers are shown
     */
    record Host(Supplier<Version> version, Consumer<Runnable> onTick, LongSupplier nanos, Executor fxThread) {}

    /** @param origin who asked, which decides how long it waits */
    private record Request<Q>(Q question, Origin origin) {}

    private enum Origin {
        USER,
        REFRESH,
        FOLLOW
    }

    private record Work<Q, R>(Request<Q> request, CompletableFuture<R> answer, long model, long began) {}

    private ModelQuery(Builder<Q, R> builder) {
        host = builder.host;
        question = builder.question;
        enabled = builder.enabled;
        followed = builder.followed;
        minPauseNanos = builder.minPauseNanos;
        cacheSize = builder.cacheSize;
        answered = builder.answered;
        refused = builder.refused;
        pausedUntil = host.nanos.getAsLong();
        cachedModel = host.version.get().model;
        host.onTick.accept(this::tick);
    }

    /** Asks what a user waits for: as soon as present work has ended, which is canceled if it has taken long. */
    public void submit(Q asked) {
        waiting = new Request<>(asked, Origin.USER);
        Work<Q, R> present = work;
        if (present != null && host.nanos.getAsLong() - present.began > PATIENCE_NANOS) {
            stop(present);
        }
        advance();
    }

    /** Asks what keeps a page up to date: while training runs, after a pause. */
    public void refresh(Q asked) {
        if (waiting == null || waiting.origin != Origin.USER) {
            waiting = new Request<>(asked, Origin.REFRESH);
        }
        advance();
    }

    /** Drops every question; no answer comes any more. */
    public void cancel() {
        waiting = null;
        if (work != null) {
            stop(work);
        }
    }

    /** While paused the model is not followed, and what is shown stays; questions of a user are answered. */
    public void setPaused(boolean value) {
        paused = value;
        Work<Q, R> present = work;
        if (paused && present != null && present.request.origin == Origin.FOLLOW) {
            interrupt(present);
        }
        tick();
    }

    private void tick() {
        Work<Q, R> present = work;
        if (present != null && !isWanted(present)) {
            interrupt(present);
        }
        if (waiting == null && work == null && !paused && enabled.getAsBoolean()) {
            follow();
        }
        advance();
    }

    /** Whether its answer would be shown. */
    private boolean isWanted(Work<Q, R> present) {
        return enabled.getAsBoolean() && present.model == host.version.get().model;
    }

    private void follow() {
        if (!host.version.get().equals(followedVersion) && !isResting()) {
            Q next = followed.get();
            if (next != null) {
                waiting = new Request<>(next, Origin.FOLLOW);
            }
        }
    }

    private boolean isResting() {
        return host.version.get().training && host.nanos.getAsLong() - pausedUntil < 0;
    }

    private void advance() {
        Request<Q> next = waiting;
        if (next == null || !enabled.getAsBoolean()) {
            return;
        }
        R known = known(next.question);
        if (known != null) {
            cancel();
            answered.accept(next.question, known);
        } else if (work == null && (next.origin == Origin.USER || !isResting())) {
            begin(next);
        }
    }

    private @Nullable R known(Q asked) {
        if (cachedModel != host.version.get().model) {
            cachedModel = host.version.get().model;
            cache.clear();
        }
        return cache.get(asked);
    }

    private void begin(Request<Q> next) {
        waiting = null;
        followedVersion = host.version.get();
        long began = host.nanos.getAsLong();
        Work<Q, R> begun = new Work<>(next, question.apply(next.question), followedVersion.model, began);
        work = begun;
        var unused =
                begun.answer.whenComplete((answer, thrown) -> host.fxThread.execute(() -> end(begun, answer, thrown)));
    }

    private void end(Work<Q, R> ended, @Nullable R answer, @Nullable Throwable thrown) {
        if (ended != work) {
            return;
        }
        work = null;
        long now = host.nanos.getAsLong();
        pausedUntil = now + Math.max(minPauseNanos, PAUSE_FACTOR * (now - ended.began));
        if (!isWanted(ended)) {
            resubmit(ended.request);
        } else if (answer != null) {
            remember(ended.request.question, answer);
            answered.accept(ended.request.question, answer);
        } else if (thrown != null && !(FxThread.cause(thrown) instanceof CancellationException)) {
            refused.accept(Notice.problem(FxThread.cause(thrown)).sentence());
        }
        advance();
    }

    private void remember(Q asked, R answer) {
        if (cacheSize > 0) {
            if (known(asked) == null && cache.size() >= cacheSize) {
                cache.clear();
            }
            cache.put(asked, answer);
        }
    }

    private void interrupt(Work<Q, R> present) {
        stop(present);
        resubmit(present.request);
    }

    private void stop(Work<Q, R> present) {
        work = null;
        present.answer.cancel(true);
    }

    private void resubmit(Request<Q> request) {
        if (request.origin == Origin.FOLLOW) {
            followedVersion = null;
        } else if (waiting == null) {
            waiting = request;
        }
    }

    /** How a query behaves. */
    public static final class Builder<Q, R> {
        private final Host host;
        private final Function<Q, CompletableFuture<R>> question;
        private BooleanSupplier enabled = () -> true;
        private Supplier<@Nullable Q> followed = () -> null;
        private long minPauseNanos;
        private int cacheSize;
        private BiConsumer<Q, R> answered = (asked, answer) -> {};
        private Consumer<String> refused = sentence -> {};

        Builder(Host host, Function<Q, CompletableFuture<R>> question) {
            this.host = host;
            this.question = question;
        }

        /** Asks only where this is so, too. */
        public Builder<Q, R> onlyWhile(BooleanSupplier condition) {
            BooleanSupplier before = enabled;
            enabled = () -> before.getAsBoolean() && condition.getAsBoolean();
            return this;
        }

        /** Asks this whenever the model has changed; null where there is nothing to ask. */
        public Builder<Q, R> follow(Supplier<@Nullable Q> present) {
            followed = present;
            return this;
        }

        /** While training runs, lets at least so much time pass between an answer and the next question that no user waits for. */
        public Builder<Q, R> minPause(Duration pause) {
            minPauseNanos = pause.toNanos();
            return this;
        }

        /** Keeps so many answers for as long as the model is the same one; equal questions have the same answer. */
        public Builder<Q, R> cache(int answers) {
            cacheSize = answers;
            return this;
        }

        /** What to do with an answer. */
        public Builder<Q, R> onAnswer(BiConsumer<Q, R> action) {
            answered = action;
            return this;
        }

        /** What to do with the sentence that says why there is no answer. */
        public Builder<Q, R> onRefusal(Consumer<String> action) {
            refused = action;
            return this;
        }

        public ModelQuery<Q, R> build() {
            return new ModelQuery<>(this);
        }
    }
}
