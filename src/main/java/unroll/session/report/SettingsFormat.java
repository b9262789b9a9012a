package unroll.session.report;

import static unroll.message.Formats.exact;

import java.util.Locale;
import unroll.checkpoint.TextSource;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;

/** Settings in short written forms. */
final class SettingsFormat {
    private SettingsFormat() {}

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** {@code norm:5}, {@code value:1} or {@code off}. */
    static String clipping(Clipping clipping) {
        return clipping.kind() == Clipping.Kind.OFF ? "off" : name(clipping.kind()) + ":" + exact(clipping.limit());
    }

    /** As the command line's {@code info} writes it: {@code crc32c:} and eight digits. */
    static String checksum(TextSource source) {
        return String.format(Locale.ROOT, "crc32c:%08x", source.checksum());
    }

    /** The rule with the constants it uses. */
    static String optimizer(OptimizerSpec spec) {
        return switch (spec.kind()) {
            case SGD -> "SGD, momentum " + exact(spec.momentum());
            case ADAGRAD -> "AdaGrad, ε " + small(spec.epsilon());
            case RMSPROP -> "RMSProp, decay %s, ε %s".formatted(exact(spec.decay()), small(spec.epsilon()));
            case ADAM -> "Adam" + betas(spec);
            case ADAMW -> "AdamW" + betas(spec) + ", weight decay " + exact(spec.weightDecay());
        };
    }

    /** 1e-8. */
    private static String small(double value) {
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    private static String betas(OptimizerSpec spec) {
        return ", β1 %s, β2 %s, ε %s".formatted(exact(spec.beta1()), exact(spec.beta2()), small(spec.epsilon()));
    }
}
