package unroll.session.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unroll.message.Formats;
import unroll.plot.Axis;
import unroll.session.run.Curves.Point;

/**
 * The last steps of a run one by one, to be shown slowly: the gradient of a run that diverges explodes within a second.
 *
 * @param frames in their order; none where the curves no longer hold every step by itself
 */
public record SlowMotion(List<Frame> frames) {
    /** Steps at most. */
    public static final int MAX_FRAMES = 40;

    /**
     * A step.
     *
     * @param loss in nats per character; not finite where it is no number
     * @param norm of the gradient before clipping; infinite where it is no number
     */
    public record Frame(long step, double loss, double norm) {
        /** Whether this is the step at which the run diverged. */
        public boolean isDiverged() {
            return Double.isInfinite(norm);
        }
    }

    public SlowMotion {
        frames = List.copyOf(frames);
    }

    /** @param diverged whether the step after the last one could not be taken, because its gradient was no number */
    public static SlowMotion of(Curves.View curves, boolean diverged) {
        List<Point> losses = curves.trainLoss();
        List<Point> norms = curves.gradientNorm();
        int last = Math.min(losses.size(), norms.size()) - 1;
        int from = Math.max(0, last + 1 - MAX_FRAMES);
        List<Frame> frames = new ArrayList<>();
        for (int i = from; i <= last; i++) {
            frames.add(new Frame(
                    losses.get(i).step(), losses.get(i).mean(), norms.get(i).mean()));
        }
        if (frames.isEmpty()
                || frames.get(frames.size() - 1).step() - frames.get(0).step() != last - from) {
            return new SlowMotion(List.of());
        }
        if (diverged) {
            frames.add(new Frame(losses.get(last).step() + 1, Double.NaN, Double.POSITIVE_INFINITY));
        }
        return new SlowMotion(frames);
    }

    /** For the norms of all steps, by powers of ten. */
    public Axis norms() {
        return Axis.decades(frames.stream().mapToDouble(Frame::norm).toArray());
    }

    /** A frame in words. */
    public String words(int index) {
        Frame frame = frames.get(index);
        if (frame.isDiverged()) {
            return "Step %s: the gradient is no longer a number, and training stops."
                    .formatted(Formats.count(frame.step()));
        }
        String change = index == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %s times the one before",
                        Formats.number(frame.norm() / frames.get(index - 1).norm()));
        return "Step %s: gradient norm %s%s. Loss %s."
                .formatted(
                        Formats.count(frame.step()), Formats.number(frame.norm()), change, Formats.loss(frame.loss()));
    }
}
