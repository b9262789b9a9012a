package unroll.session.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import unroll.checkpoint.RunNotes;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.train.ExponentialAverage;
import unroll.train.RunMetrics;
import unroll.train.Trainer;
import unroll.train.TrainingEvent;

/** The curves of a run, bounded: about 400 buckets whose width doubles when they are full. Thread-safe. */
public final class Curves {
    /**
     * One bucket.
     *
     * @param step last step in it
     * @param epoch at that step
     * @param seconds at that step
     * @param mean of the values in it
     * @param low smallest value
     * @param high largest value
     * @param smoothed bias-corrected exponential moving average of the means up to this one, see {@link ExponentialAverage}
     */
    public record Point(
            long step, double epoch, double seconds, double mean, double low, double high, double smoothed) {}

    /**
     * An immutable copy.
     *
     * @param realWords share of the words of the live samples that the training text has
     */
    public record View(
            List<Point> trainLoss,
            List<Point> gradientNorm,
            List<Point> validationLoss,
            List<Point> accuracy,
            List<Point> exactMatch,
            List<Point> realWords) {
        /** Of a run without a step. */
        public static final View NONE = new View(List.of(), List.of(), List.of(), List.of(), List.of());

        /** Of a run without live samples in words. */
        public View(
                List<Point> trainLoss,
                List<Point> gradientNorm,
                List<Point> validationLoss,
                List<Point> accuracy,
                List<Point> exactMatch) {
            this(trainLoss, gradientNorm, validationLoss, accuracy, exactMatch, List.of());
        }

        /** The training loss as every part of the program shows it, nats per character; NaN before the first step. */
        public double smoothedLoss() {
            return trainLoss.isEmpty()
                    ? Double.NaN
                    : trainLoss.get(trainLoss.size() - 1).smoothed();
        }
    }

    /** All of them by their names in a file. */
    private final Map<String, Buckets> curves = new LinkedHashMap<>();

    private final Buckets trainLoss = curve("trainLoss");
    private final Buckets gradientNorm = curve("gradientNorm");
    private final Buckets validationLoss = curve("validationLoss");
    private final Buckets accuracy = curve("accuracy");
    private final Buckets exactMatch = curve("exactMatch");
    private final Buckets realWords = curve("realWords");

    private long version;

    private Buckets curve(String name) {
        Buckets curve = new Buckets();
        curves.put(name, curve);
        return curve;
    }

    /** How many times other curves have taken the place of these, or none. */
    public synchronized long version() {
        return version;
    }

    public synchronized View view() {
        return new View(
                trainLoss.points(),
                gradientNorm.points(),
                validationLoss.points(),
                accuracy.points(),
                exactMatch.points(),
                realWords.points());
    }

    /**
     * Adds a step.
     *
     * @return the training loss, smoothed
     */
    public synchronized double add(Trainer.Step step, double seconds) {
        trainLoss.add(Buckets.Bucket.of(step.step(), step.epoch(), seconds, step.loss()));
        gradientNorm.add(Buckets.Bucket.of(step.step(), step.epoch(), seconds, step.gradientNorm()));
        return trainLoss.smoothed();
    }

    /**
     * Smooths training loss and gradient norm again.
     *
     * @param decay share of the past, from 0 to below 1
     */
    public synchronized void setSmoothing(double decay) {
        trainLoss.setSmoothing(decay);
        gradientNorm.setSmoothing(decay);
    }

    /** What follows is smoothed without what was before: a loss that diverged says nothing of the weights before it. */
    synchronized void restartSmoothing() {
        trainLoss.restartSmoothing();
        gradientNorm.restartSmoothing();
    }

    /** Adds a measurement. */
    public synchronized void add(TrainingEvent.Validated event) {
        add(validationLoss, event.metrics(), event.validationLoss());
        add(accuracy, event.metrics(), event.accuracy());
        add(exactMatch, event.metrics(), event.exactMatch());
    }

    /** @param at when the sample was begun */
    synchronized void add(TrainingEvent.Sampled sample, RunMetrics at) {
        add(realWords, at, sample.realWords().share());
    }

    private static void add(Buckets curve, RunMetrics at, double value) {
        if (!Double.isNaN(value)) {
            curve.add(Buckets.Bucket.of(at.step(), at.epoch(), at.seconds(), value));
        }
    }

    public synchronized void clear() {
        curves.values().forEach(Buckets::clear);
        version++;
    }

    /** The curves as one line of JSON, for a checkpoint to carry. */
    public synchronized String toJson() {
        return CurvesJson.write(curves);
    }

    /**
     * Takes over curves that {@link #toJson()} wrote.
     *
     * @throws ProblemException where the text is not such curves; nothing is changed then
     */
    public void restore(String json) {
        Map<String, CurvesJson.Curve> read = CurvesJson.read(json, curves.keySet());
        synchronized (this) {
            curves.forEach((name, curve) -> curve.restore(read.getOrDefault(name, CurvesJson.Curve.NONE)));
            version++;
        }
    }

    /**
     * Takes over the curves in the notes of a run, where there are any.
     *
     * @param onDamage gets the problem where they are damaged; the model is whole then, and it is what matters
     */
    public void restore(RunNotes notes, Consumer<Problem> onDamage) {
        try {
            if (!notes.curves().isEmpty()) {
                restore(notes.curves());
            }
        } catch (ProblemException damaged) {
            onDamage.accept(damaged.problem());
        }
    }
}
