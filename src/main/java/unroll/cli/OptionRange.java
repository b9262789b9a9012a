package unroll.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import unroll.corpus.Vocabulary;
import unroll.message.NumericRange;
import unroll.sample.SamplingSettings;
import unroll.train.TrainingConfig;

/** The numbers that options take which are no settings: their ranges, and the one place where all of them are checked. */
enum OptionRange {
    ANY(NumericRange.whole(Long.MIN_VALUE, Long.MAX_VALUE)),
    FROM_0(NumericRange.from(0)),
    FROM_1(NumericRange.from(1)),
    ABOVE_0(NumericRange.above0(2.5)),
    THREADS(TrainingConfig.THREADS),
    VOCABULARY(NumericRange.whole(2, Vocabulary.MAX_SIZE)),
    TEMPERATURE(SamplingSettings.TEMPERATURES),
    TOP_K(SamplingSettings.TOP_KS),
    TOP_P(SamplingSettings.TOP_PS),
    MIN_P(SamplingSettings.MIN_PS),
    REPETITION_PENALTY(SamplingSettings.REPETITION_PENALTIES);

    /** The range of an option; every numeric one has it. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    @interface Numeric {
        OptionRange value();
    }

    private final NumericRange numbers;

    OptionRange(NumericRange numbers) {
        this.numbers = numbers;
    }

    /** The numbers of an option; empty where it takes none, or is a setting. */
    static Optional<NumericRange> of(ArgSpec option) {
        return option.userObject() instanceof Field field
                ? Optional.ofNullable(field.getAnnotation(Numeric.class)).map(numeric -> numeric.value().numbers)
                : Optional.empty();
    }

    /** Lets white space stand around numbers. Their form is looked at by {@link #check}. */
    static void register(CommandLine program) {
        ITypeConverter<Integer> ints = text -> Integer.valueOf(text.strip());
        ITypeConverter<Long> longs = text -> Long.valueOf(text.strip());
        program.registerConverter(int.class, ints)
                .registerConverter(Integer.class, ints)
                .registerConverter(long.class, longs)
                .registerConverter(Long.class, longs);
    }

    /** @throws ParameterException where an option was given a number that it does not take */
    static void check(ParseResult arguments) {
        for (ParseResult part = arguments; part != null; part = part.subcommand()) {
            for (OptionSpec option : part.matchedOptions()) {
                for (String typed : option.originalStringValues()) {
                    if (of(option).filter(range -> !range.holds(typed)).isPresent()) {
                        throw new ParameterException(part.commandSpec().commandLine(), "", option, typed);
                    }
                }
            }
        }
    }
}
