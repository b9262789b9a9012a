package unroll.task.library;

import com.google.auto.service.AutoService;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.DataKind;
import unroll.task.InputOutput;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;
import unroll.task.data.GeneratedPairs;

/**
 * A date as people write it, in words and figures of 30 locales, to ISO 8601. The dates lie between 1900 and 2099;
 * the formats are java.time's full, long and medium ones, in none of which the order of day and month can be
 * mistaken. Their wording follows the JDK's version.
 */
@AutoService(Task.class)
public final class DateToIso extends GeneratedPairs {
    private static final TaskOption<Long> EXAMPLES = TaskOptions.examples(20_000);
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final int DAYS = Math.toIntExact(ChronoUnit.DAYS.between(FIRST, LocalDate.of(2100, 1, 1)));

    private static final List<String> LOCALES = List.of(
            "bg", "ca", "cs", "da", "de", "el", "en-GB", "en-US", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt",
            "lv", "nb", "nl", "pl", "pt-BR", "pt-PT", "ro", "ru", "sk", "sl", "sv", "tr", "uk");

    /** By locale, then by style. */
    private static final List<DateTimeFormatter> FORMATS = LOCALES.stream()
            .flatMap(locale -> Stream.of(FormatStyle.FULL, FormatStyle.LONG, FormatStyle.MEDIUM)
                    .map(style -> DateTimeFormatter.ofLocalizedDate(style).withLocale(Locale.forLanguageTag(locale))))
            .toList();

    public DateToIso() {
        super(
                new TaskDescription(
                        "dates",
                        "Date to ISO form",
                        RnnType.MANY_TO_MANY_UNEQUAL,
                        20,
                        "The encoder reads a date as people of 30 locales write it, the decoder writes it as year, month, day.",
                        "Watch the year come right first, it is copied; the month has to be learned name by name.",
                        StartingPoint.unidirectional("gru", 128, 32, 0.002),
                        TryIt.plain("A date", "21 November 2026"),
                        Set.of(DataKind.MADE),
                        Set.of(Measure.ACCURACY, Measure.EXACT_MATCH),
                        List.of(EXAMPLES)),
                EXAMPLES);
    }

    @Override
    protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
        LocalDate date = FIRST.plusDays(random.nextInt(DAYS));
        DateTimeFormatter format = FORMATS.get(random.nextInt(FORMATS.size()));
        return new InputOutput(format.format(date), date.toString());
    }
}
