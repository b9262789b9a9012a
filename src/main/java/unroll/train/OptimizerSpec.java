package unroll.train;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import unroll.message.Wording;

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
        Kind kind, double momentum, double decay, double beta1, double beta2, double epsilon, double weightDecay) {
    /** The rule that moves the weights. */
    public enum Kind {
        SGD("SGD"),
        ADAGRAD("AdaGrad"),
        RMSPROP("RMSProp"),
        ADAM("Adam"),
        ADAMW("AdamW");

        private final String title;

        Kind(String title) {
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

        /** The words of all rules, simplest first. */
        public static List<String> words() {
            return Stream.of(values()).map(Kind::word).toList();
        }

        /**
         * The rule of this name, in capitals or small letters.
         *
         * @throws IllegalArgumentException with a sentence, where there is none
         */
        public static Kind named(String word) {
            return Stream.of(values())
                    .filter(kind -> kind.word().equalsIgnoreCase(word))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException("There is no optimizer named %s; choose one of %s."
                            .formatted(Wording.quote(word), String.join(", ", words()))));
        }
    }

    public static final OptimizerSpec DEFAULT = of(Kind.ADAM);

    public OptimizerSpec {
        requireShare("momentum", momentum);
        requireShare("decay", decay);
        requireShare("beta1", beta1);
        requireShare("beta2", beta2);
        if (!(epsilon > 0) || !(weightDecay >= 0)) {
            throw new IllegalArgumentException(
                    "Epsilon is %s and the weight decay %s; choose an epsilon above 0 and a decay of 0 or more."
                            .formatted(epsilon, weightDecay));
        }
    }

    private static void requireShare(String what, double got) {
        if (!(got >= 0 && got < 1)) {
            throw new IllegalArgumentException("The %s is %s; choose 0 to below 1.".formatted(what, got));
        }
    }

    /** A rule with its usual constants, or with these where it is this rule already. */
    public OptimizerSpec switchedTo(Kind wanted) {
        return wanted == kind ? this : of(wanted);
    }

    /** The rule with its usual constants: momentum 0.9, decay 0.95, betas 0.9 and 0.999, epsilon 1e-8, decay 0.01. */
    public static OptimizerSpec of(Kind kind) {
        return new OptimizerSpec(kind, 0.9, 0.95, 0.9, 0.999, 1e-8, kind == Kind.ADAMW ? 0.01 : 0);
    }
}
