package unroll.cli;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;
import unroll.message.Wording;

/**
 * Reads every number on the command line: ASCII digits with a point, in any locale. Java's own parsers also take
 * hexadecimal digits, a trailing {@code f}, {@code Infinity} and the digits of other scripts.
 */
final class NumberParser {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(NaN|Inf|Infinity|∞)", Pattern.CASE_INSENSITIVE);

    private NumberParser() {}

    /** Makes a program read its numbers this way. */
    static void register(CommandLine program) {
        ITypeConverter<Integer> ints = of(WHOLE, Integer::valueOf);
        ITypeConverter<Long> longs = of(WHOLE, Long::valueOf);
        ITypeConverter<Double> doubles = of(DECIMAL, NumberParser::finite);
        program.registerConverter(int.class, ints)
                .registerConverter(Integer.class, ints)
                .registerConverter(long.class, longs)
                .registerConverter(Long.class, longs)
                .registerConverter(double.class, doubles)
                .registerConverter(Double.class, doubles);
    }

    private static <T> ITypeConverter<T> of(Pattern form, Function<String, T> parser) {
        return text -> {
            if (!form.matcher(text).matches()) {
                throw new TypeConversionException("not a number");
            }
            try {
                return parser.apply(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("too large");
            }
        };
    }

    private static double finite(String text) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    static boolean isNumeric(ArgSpec option) {
        return option.userObject() instanceof Field field && field.isAnnotationPresent(Numeric.class);
    }

    /** The sentence for a value that a numeric option cannot take: an example of the right form, or its range. */
    static String refusal(ArgSpec option, String name, String value) {
        Numeric accepted = Objects.requireNonNull(((Field) option.userObject()).getAnnotation(Numeric.class));
        boolean decimal = option.type() == double.class || option.type() == Double.class;
        boolean rightForm = (decimal ? DECIMAL : WHOLE).matcher(value).matches();
        boolean tooLarge = rightForm || decimal && NOT_FINITE.matcher(value).matches();
        return "%s needs a %s %s, got %s."
                .formatted(
                        name,
                        decimal ? (tooLarge ? "finite number" : "number") : "whole number",
                        tooLarge ? accepted.range() : "such as " + accepted.example(),
                        Wording.quote(value));
    }
}
