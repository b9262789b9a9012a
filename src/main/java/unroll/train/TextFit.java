package unroll.train;

import unroll.corpus.SplitPart;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;
import unroll.task.TaskData;

/**
 * Which batch and window a text is long enough for. A step reads B·T characters, and the character after them is the last
 * target, so the training part needs at least B·T + 1; it needs several times as many for an epoch to be more than a step
 * or two. Parts that are only measured need two characters.
 */
public final class TextFit {
    /** Steps of an epoch that make a text long enough for any batch and window. */
    private static final int STEPS_PER_EPOCH = 16;

    /** A window that is not made shorter for the sake of a larger batch or a longer epoch. */
    private static final int SHORT_WINDOW = 20;

    private final TaskData.Streams text;
    /** The most characters that a step can read; less than 1 where there is nothing to learn. */
    private final int capacity;

    public TextFit(TaskData.Streams text) {
        this.text = text;
        capacity = length(SplitPart.TRAIN) - 1;
    }

    private int length(SplitPart part) {
        return text.corpus().part(text.split(), part).length();
    }

    /**
     * Refuses settings that the training part is too short for, and proposes some that fit.
     *
     * @throws ProblemException where the text is too short
     */
    public void require(TrainingConfig config) {
        if (capacity < 1) {
            throw Reason.NOTHING_TO_LEARN.exception(Wording.count(length(SplitPart.TRAIN), "character"));
        }
        if (!fits(config)) {
            TrainingConfig smaller = adapt(config, false, false);
            throw Reason.TEXT_TOO_SHORT.exception(
                    length(SplitPart.TRAIN),
                    config.batch(),
                    config.window(),
                    (long) config.batch() * config.window() + 1,
                    smaller.batch(),
                    smaller.window());
        }
    }

    /** Whether every stream has at least one whole window. */
    public boolean fits(TrainingConfig config) {
        return (long) config.batch() * config.window() <= capacity;
    }

    /**
     * The same settings with a smaller batch and window where the text is short. What must be kept is kept, whether or not
     * the text is long enough for it.
     */
    public TrainingConfig adapt(TrainingConfig config, boolean keepBatch, boolean keepWindow) {
        long wanted = (long) config.batch() * config.window();
        int some = capacity / STEPS_PER_EPOCH;
        if (wanted <= some || capacity < 1) {
            return config;
        }
        return config.with(change -> {
            if (!keepWindow) {
                int even = keepBatch ? some / config.batch() : (int) Math.sqrt(some);
                int max = keepBatch ? capacity / config.batch() : capacity;
                change.window = within(1, Math.max(SHORT_WINDOW, even), Math.min(max, config.window()));
            }
            if (!keepBatch) {
                change.batch = within(1, some / change.window, config.batch());
            }
        });
    }

    private static int within(int low, int value, int high) {
        return Math.max(low, Math.min(value, high));
    }

    /** Whether the validation part has a share of the text, but too little of it to be measured. */
    public boolean isValidationTooShort() {
        return text.split().share(SplitPart.VALIDATION) > 0 && length(SplitPart.VALIDATION) < 2;
    }
}
