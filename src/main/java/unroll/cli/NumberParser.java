package unroll.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;
import unroll.message.Front;
import unroll.message.NumericRange;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/** Reads the numbers of options that are no settings, as {@link NumericRange} does, and refuses them with its sentence. */
final class NumberParser {
    private static final NumericRange INTS = NumericRange.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final NumericRange LONGS = NumericRange.whole(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final NumericRange DOUBLES = NumericRange.real("a number", -Double.MAX_VALUE, Double.MAX_VALUE);

    private NumberParser() {}

    /** What a numeric option accepts, for the sentence that refuses anything else; every numeric option has it. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    @interface Numeric {
        /** A value that the option accepts, as it is typed: {@code 0.7}. */
        String example();

        /** All values that it accepts, to follow the word "number": {@code above 0}, {@code from 1 to 4096}. */
        String range();
    }

    /** Makes a program read its numbers this way. */
    static void register(CommandLine program) {
        ITypeConverter<Integer> ints = of(text -> (int) INTS.parseWhole("It", text));
        ITypeConverter<Long> longs = of(text -> LONGS.parseWhole("It", text));
        ITypeConverter<Double> doubles = of(text -> DOUBLES.parse("It", text));
        program.registerConverter(int.class, ints)
                .registerConverter(Integer.class, ints)
                .registerConverter(long.class, longs)
                .registerConverter(Long.class, longs)
                .registerConverter(double.class, doubles)
                .registerConverter(Double.class, doubles);
    }

    private static <T> ITypeConverter<T> of(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (ProblemException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    static boolean isNumeric(ArgSpec option) {
        return option.userObject() instanceof Field field && field.isAnnotationPresent(Numeric.class);
    }

    /** The sentence for a value that a numeric option cannot take: its range, and an example of the right form. */
    static String refusal(ArgSpec option, String name, String value) {
        Numeric accepted = Objects.requireNonNull(((Field) option.userObject()).getAnnotation(Numeric.class));
        boolean decimal = option.type() == double.class || option.type() == Double.class;
        return Reason.INVALID_VALUE
                .with(
                        name,
                        Wording.quote(value),
                        "a %s %s, such as %s"
                                .formatted(decimal ? "number" : "whole number", accepted.range(), accepted.example()))
                .sentence(Front.COMMAND_LINE);
    }
}
