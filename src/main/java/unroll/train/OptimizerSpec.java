package unroll.train;

import java.util.Locale;
import unroll.message.NumericRange;

/**
 * Which optimizer, and its constants; the learning rate is apart because it moves.
 *
 * @param kind the rule
 * @param momentum SGD: share of the last update that is kept, 0 to below 1
 * @param decay RMSProp: share of the old mean square that is kept, 0 to below 1
 * @param beta1 Adam: share of the old mean that is kept
 * @param beta2 Adam: share of the old mean square that is kept
 * @param epsilon added to the root in a divisor; above 0
 * @param weightDecay AdamW: share of a weight that is taken away at every step, times the rate; 0 or more
 */
public record OptimizerSpec(
        OptimizerKind kind,
        double momentum,
        double decay,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay) {
    /** The rule that moves the weights. */
    public enum OptimizerKind {
        SGD("SGD"),
        ADAGRAD("AdaGrad"),
        RMSPROP("RMSProp"),
        ADAM("Adam"),
        ADAMW("AdamW");

        private final String title;

        OptimizerKind(String title) {
            this.title = title;
        }

        /** As papers write it. */
        public String title() {
            return title;
        }

        /** As it is written on the command line and in files, for example {@code rmsprop}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final NumericRange SHARE = NumericRange.share(0.9);
    public static final NumericRange EPSILON = NumericRange.above0(1e-8);
    public static final NumericRange WEIGHT_DECAY = NumericRange.real("a number from 0 to 1, for example 0.01", 0, 1);

    public static final OptimizerSpec DEFAULT = of(OptimizerKind.ADAM);

    public OptimizerSpec {
        SHARE.require("The momentum", momentum);
        SHARE.require("The decay of the mean square", decay);
        SHARE.require("Beta 1", beta1);
        SHARE.require("Beta 2", beta2);
        EPSILON.require("The epsilon", epsilon);
        WEIGHT_DECAY.require("The weight decay", weightDecay);
    }

    /** A rule with its usual constants, or with these where it is this rule already. */
    public OptimizerSpec switchedTo(OptimizerKind wanted) {
        return wanted == kind ? this : of(wanted);
    }

    public OptimizerSpec withMomentum(double value) {
        return new OptimizerSpec(kind, value, decay, beta1, beta2, epsilon, weightDecay);
    }

    public OptimizerSpec withDecay(double value) {
        return new OptimizerSpec(kind, momentum, value, beta1, beta2, epsilon, weightDecay);
    }

    public OptimizerSpec withBeta1(double value) {
        return new OptimizerSpec(kind, momentum, decay, value, beta2, epsilon, weightDecay);
    }

    public OptimizerSpec withBeta2(double value) {
        return new OptimizerSpec(kind, momentum, decay, beta1, value, epsilon, weightDecay);
    }

    public OptimizerSpec withEpsilon(double value) {
        return new OptimizerSpec(kind, momentum, decay, beta1, beta2, value, weightDecay);
    }

    public OptimizerSpec withWeightDecay(double value) {
        return new OptimizerSpec(kind, momentum, decay, beta1, beta2, epsilon, value);
    }

    /** The rule with its usual constants: momentum 0.9, decay 0.95, betas 0.9 and 0.999, epsilon 1e-8, decay 0.01. */
    public static OptimizerSpec of(OptimizerKind kind) {
        return new OptimizerSpec(kind, 0.9, 0.95, 0.9, 0.999, 1e-8, kind == OptimizerKind.ADAMW ? 0.01 : 0);
    }
}
