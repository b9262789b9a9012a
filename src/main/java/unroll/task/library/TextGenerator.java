package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import unroll.corpus.Corpus;
import unroll.message.Reason;
import unroll.task.DataKind;
import unroll.task.Layout;
import unroll.task.OptionValues;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskData;
import unroll.task.TaskDescription;
import unroll.task.TaskRequest;
import unroll.task.TextWriting;
import unroll.task.TryIt;

/** The program's main task: at every step of a text the next character, in streams whose state is carried on. */
@AutoService(Task.class)
public final class TextGenerator extends Task {
    public TextGenerator() {
        super(new TaskDescription(
                "next-character",
                "Next character at every step",
                RnnType.MANY_TO_MANY_EQUAL,
                10,
                "The network reads a text and at every character guesses the next one.",
                "Watch the loss fall from ln V past the best table of pairs, and words, lines and names appear in what it writes.",
                StartingPoint.unidirectional("lstm", 128, 64, 0.002),
                TryIt.plain("The beginning of a text", "The "),
                Set.of(DataKind.TEXT),
                List.of()));
    }

    @Override
    public Optional<Reason> refusesBidirectional() {
        return Optional.of(Reason.WOULD_READ_NEXT_CHARACTER);
    }

    @Override
    public Optional<TextWriting> writing(OptionValues choices) {
        return Optional.of(TextWriting.CARRYING);
    }

    @Override
    public TaskData data(OptionValues choices, TaskRequest request) {
        Layout known = request.known();
        Corpus text = known == null
                ? request.text()
                : request.text().withVocabulary(known.alphabets().input().vocabulary());
        return new TaskData.Streams(text, request.split());
    }
}
