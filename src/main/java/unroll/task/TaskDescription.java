package unroll.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a task says of itself.
 *
 * @param name on the command line: small letters and hyphens
 * @param title in the window
 * @param type which kind of network it is for
 * @param place among the tasks of its type, from the top; equals go by title
 * @param learns one sentence on what is learned
 * @param watch one sentence on what to look out for
 * @param start settings worth starting from
 * @param tryIt how a person tries it
 * @param reads where its data may come from
 * @param options its options, in the order of a form
 */
public record TaskDescription(
        String name,
        String title,
        RnnType type,
        int place,
        String learns,
        String watch,
        StartingPoint start,
        TryIt tryIt,
        Set<DataKind> reads,
        List<TaskOption<?>> options) {
    /** With one more option. */
    public TaskDescription with(TaskOption<?> option) {
        List<TaskOption<?>> more = new ArrayList<>(options);
        more.add(option);
        return new TaskDescription(name, title, type, place, learns, watch, start, tryIt, reads, more);
    }
}
