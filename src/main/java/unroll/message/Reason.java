package unroll.message;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Why something is refused: the catalog of sentences that are said alike, but for their values. What has data that somebody
 * reads is a record of {@link Problem} instead. Values are numbers, paths, words that a user gave or sees, lists of them, and
 * other problems. Where what happened is also said without what to do, a | stands between the two.
 */
public enum Reason {
    // What can happen anywhere.
    INTERNAL(
            "Something went wrong inside the program (%s); run it again with --verbose for the details.",
            "Something went wrong inside the program (%s). Your text and the model are safe; please report it with its details."),
    OUT_OF_MEMORY(
            "Memory ran out; choose a smaller hidden size, fewer layers, a smaller batch or a shorter window, or start Java with a larger -Xmx.",
            "Memory ran out. Choose a smaller hidden size, fewer layers, a smaller batch or a shorter window, and try again."),
    CANNOT_LOAD("%s"),
    STOPPED("%s"),

    // What a user chose or typed.
    INVALID_VALUE("%s is %s; |choose %s."),
    UNKNOWN_NAME("There is no %s named %s; choose one of %s."),
    UNREADABLE("%s is not a %s; write %s."),
    UNKNOWN_OPTION("The task has no option %s; choose one of %s."),
    NO_OPTIONS("The task has no option %s; it has none."),
    SETS_NOTHING("%s sets nothing; write name=value, such as %s."),
    SET_TWICE("\"%s\" is set twice; set it once."),
    ONLY_ONE_OF("Only one of %s can be given."),
    UNKNOWN_ENCODING("There is no encoding named %s; use UTF-8, UTF-16LE or windows-1252, for example."),
    MALFORMED_SPLIT("A split is three shares separated by commas, such as 0.9,0.05,0.05, but %s has %d."),
    SHARES_SUM("The shares %s, %s and %s add up to %s; they must add up to 1, such as 0.9, 0.05 and 0.05."),
    SHARES_ABOVE_100("Training and validation are %s %% together; at most 100 can be given."),
    TOO_LONG("The %s has %d characters; shorten it to at most %d."),
    NOTHING_TO_READ_BACKWARD(
            "A network that reads one symbol has nothing to read backward; choose a unidirectional one."),
    WOULD_COPY_ANSWER(
            "Every input after the first is the answer itself, so a bidirectional network would copy it; choose a unidirectional one."),
    DECODER_WOULD_COPY_ANSWER(
            "The decoder reads its own answer, so a bidirectional network would copy it; choose a unidirectional one."),
    WOULD_READ_NEXT_CHARACTER(
            "A bidirectional network would read the character it is to predict; choose a unidirectional one."),
    WOULD_READ_NEXT_SYMBOL("A bidirectional network would read the symbol it is to name; choose a unidirectional one."),
    OTHER_CELLS_ACTIVATION("--activation is for elman cells, and the cell is %s; leave it out, or use --cell elman."),
    FIXED_IN_SAVED_RUN(
            "%s would make it %s, but the run in %s has %s, which cannot change; leave the option out, or train a new model without --resume."),
    UNKNOWN_SYMBOL("The model has never seen %s; leave it out."),
    UNKNOWN_LABEL("The model knows no label %s; choose one of %s."),
    UNKNOWN_SYMBOLS("The model has never seen %1$s; remove %2$s from %3$s, or train on a text that has %2$s."),
    NOT_IN_TEXT("The model's text has no %s; use only symbols that occur in it."),
    NOTHING_TYPED("There is nothing to read; type at least one character."),
    ONE_CHARACTER_NEEDED("This network starts from one character; got %d."),
    WALK_TOO_LONG("A walk reads up to %d symbols; this text has %d. Type a shorter one."),
    NOTHING_CHOSEN("Choose one of them first."),
    NOTHING_ENTERED("Enter a word or a few."),
    NO_NUMBER("Enter a number, for example 2.5."),
    NOT_A_NUMBER("“%s” is not a number; enter one such as 2.5."),

    // Files.
    NO_SUCH_FILE("There is no file %s; check its name and folder."),
    MAY_NOT_READ("This account may not read %s; change its permissions or choose another file."),
    UNUSABLE_FILE("The file %s cannot be used: %s."),
    INPUT_OUTPUT("Reading or writing failed (%s); try again."),

    EMPTY_FILE_NAME("The file name is empty; choose %s."),
    NO_FILE_NAME("%s cannot be the name of a file; type another."),
    FOLDER("%s is a folder; choose %s in it."),
    PIPE("%s is a pipe; save what comes out of it in a file, and choose that."),
    OTHER_FILE("%s is %s; choose %s."),
    WRONG_FILE_TYPE("%s is %s; %s"),
    UNREADABLE_FILE("%s cannot be read (%s); choose another file."),
    PROTECTED_FILE("%s is protected against writing; choose another name or allow writing to it."),
    PROTECTED_FOLDER(
            "%s cannot be written because this account may not write to the folder %s; choose another folder."),
    NO_FOLDER("%s cannot be written because the folder %s does not exist; create it or choose another."),
    UNUSABLE_FOLDER("%s cannot be written because the folder %s takes no files; choose another folder for %s."),
    SAME_FILE("%s is %s as well; choose another file for %s."),
    OTHER_SORT_OF_FILE("%s exists and is not %s; choose another file for %s."),
    HELD_BY_ANOTHER_RUN("%s is being written by another run; wait for its end or choose another file for %s."),
    TABLE_NAME("%s is the name of a table; give the report a name that ends in .html."),
    NOT_WRITTEN("%s was not written (%s)%s. Choose another file."),
    NOT_WRITTEN_DISK_FULL("%s was not written because the disk is full%s. Free some space or choose another disk."),
    NOT_WRITTEN_PROTECTED(
            "%s was not written because this account may not write to the folder %s; choose another folder."),
    LINES_MISSING("The last lines of %s are missing (%s). Choose another file."),
    LINES_MISSING_DISK_FULL(
            "The last lines of %s are missing because the disk is full. Free some space or choose another disk."),
    MISSING_FROM_PROGRAM("The file \"%s\" is missing from this copy of the program; install it again."),

    // Models in files.
    TEXT_AS_MODEL("%s is a text; choose a model that Unroll saved."),
    DAMAGED_MODEL("%s is damaged or was not saved by Unroll: %s. Open another copy of it."),
    UNUSABLE_MODEL("%s cannot be used as a model: %s. Open another copy of it."),
    MALFORMED_ENTRY("It is not what it should be."),
    MALFORMED_PART("Its part %s is not what it should be."),
    NOT_OF_AN_ALPHABET("An alphabet holds code points and names; got %s."),
    SYMBOL_TWICE("An alphabet holds each symbol once, but this one holds \"%s\" twice."),
    NEWER_FORMAT(
            "%s was saved by a newer version of Unroll (its format is %s, and this version reads formats up to %d); update Unroll to open it."),
    NEWER_SETTING("%s was trained with a setting that this version of Unroll does not have; update Unroll to open it."),
    WEIGHTS_NOT_NUMBERS("This model diverged: its weights are not numbers. Open a copy of %s that was saved earlier."),
    OTHER_NUMBER_OF_SYMBOLS(
            "The network in %s knows %d symbols, but the text has %d different characters; give the text that it was trained on."),

    // Texts and examples.
    EMPTY_TEXT("%s is empty; choose a file with text in it."),
    NUL_CHARACTERS(
            "%s is not a text: it contains NUL characters; choose a text file, or if this is one, its encoding (such as UTF-16LE)."),
    CONTROL_CHARACTER(
            "%s is not a text: one of its characters is a control character; choose a text file, or if this is one, its encoding (such as UTF-16LE)."),
    CONTROL_CHARACTERS(
            "%s is not a text: %,d of its characters are control characters; choose a text file, or if this is one, its encoding (such as UTF-16LE)."),
    ONE_SYMBOL("%s contains nothing but the symbol %s; choose a text with at least two different symbols."),
    HALF_CHARACTER("%s contains half a character (U+%04X) at position %,d; choose another text or encoding."),
    TOO_MANY_SYMBOLS(
            "%s has more than %,d different symbols, the most a text may have; choose another text or encoding."),
    TOO_MANY_CHARACTERS("%s has more than %,d characters, the most a text may have; choose a part of it."),
    LONG_PIPE("More than %d MB come out of the pipe %s; save the text in a file and choose that."),
    TEXT_ABOVE_MEMORY("%s does not fit into memory; start Java with a larger -Xmx, or choose a part of it."),
    UNSUPPORTED_ENCODING("%s seems to be encoded as %s, which Java cannot read; save it as UTF-8 first."),
    REPLACE_OR_DECODE("%s Add --malformed replace to read %s as U+FFFD, or say the right encoding with --encoding%s."),
    FOREIGN_SYMBOLS(
            "The model has never seen %s, which \"%s\" holds; remove %s from the text, or train a new model on it."),
    NO_BUNDLED_TEXT("No text called \"%s\" ships with the program; choose one of %s."),
    UNUSABLE_TEXT_FOLDER(
            "The folder for downloaded texts, \"%s\", cannot be used (%s); allow writing to it, and free some space."),
    TEXT_MOVED("%s answered with HTTP status %d instead of \"%s\"; the text may have moved."),
    DOWNLOAD_TOO_SHORT("What %s sent for \"%s\" ended after %,d of %,d bytes; it was discarded. Try again later."),
    DOWNLOAD_TOO_LONG(
            "What %s sent for \"%s\" is longer than the %,d bytes it should have; it was discarded. Try again later."),
    DOWNLOAD_DIFFERS(
            "What %s sent for \"%s\" is not the expected text: its SHA-256 differs; it was discarded. Try again later."),
    DOWNLOAD_TIMED_OUT("%s did not answer in time while \"%s\" was downloaded; try again later."),
    UNKNOWN_HOST("The host %s was not found, so \"%s\" could not be downloaded; check that this computer is online."),
    CONNECTION_REFUSED(
            "%s refused the connection, so \"%s\" could not be downloaded; check that this computer is online."),
    DOWNLOAD_BROKE_OFF("The download of \"%s\" broke off after %,d of %,d bytes (%s); try again."),
    TASK_READS_NO_PAIRS("The task \"%s\" does not read pairs; leave the file out, or choose another task."),
    TASK_READS_TEXT("The task \"%s\" reads a text; give it one."),
    TASK_READS_PAIRS("The task \"%s\" reads pairs; give it a file of lines input<TAB>output."),
    TASK_READS_LINES(
            "The task \"%s\" takes its lines from a text; give it one, or set names=true.",
            "The task \"%s\" takes its lines from a text; open one, or choose names instead."),
    NOTHING_TO_RESTORE("There is nothing in these lines to take out and restore; choose another text."),
    NO_LOCALE_NAMES(
            "This Java installation has no names in the language \"%s\"; use one that has the module jdk.localedata."),
    PAIRS_TOO_LARGE("%s has %,d MB; a file of pairs may have %,d MB at most, so choose a part of it."),
    NO_TAB("\"%s\": line %,d has no tab; write input, tab, output."),
    SECOND_TAB("\"%s\": line %,d has more than one tab; write input, tab, output."),
    NOTHING_BEFORE_TAB("\"%s\": line %,d has nothing before the tab; correct the line or remove it."),
    NOTHING_AFTER_TAB("\"%s\": line %,d has nothing after the tab; correct the line or remove it."),
    UNEQUAL_PAIR(
            "\"%s\": line %,d has %d characters before the tab and %d after it; this task needs as many after it as before, one for each; correct the line or remove it."),
    PAIR_TOO_LONG("\"%s\": line %,d has more than %,d characters; shorten it."),
    PAIRS_ABOVE_LIMIT("\"%s\": line %,d is one too many; a file may have %,d pairs at most."),
    TOO_MANY_LABELS(
            "\"%s\": line %,d has label number %d, and a task may have %d at most; check which side of the tab is the label."),
    LABEL_ON_ONE_LINE(
            "\"%s\": line %,d is the only one with the label \"%s\"; give each label at least two, one to learn and one to test."),
    TOO_FEW_PAIRS("\"%s\" has %s; give at least %d."),
    ONE_LABEL("\"%s\" has only the label \"%s\"; at least two are needed."),
    NOTHING_LEFT_FOR_PART("With %s, none is left for the %s, whose share is %s; add examples or change the shares."),
    WINDOW_TOO_LONG(
            "The %s has %,d characters, but a window of %,d and the character after it need %,d. Choose a window of %d or less, a larger share for this part, or a longer text."),
    PART_WITHOUT_WINDOW(
            "The %s has %,d characters, but a window of %,d and the character after it need %,d. Choose a larger share for this part, or a longer text."),
    PART_WITHOUT_EXAMPLES("The %s has no examples; choose another part or other shares."),
    PART_TOO_SHORT("This part of the text has %d characters; at least 2 are needed to predict one from the other."),

    // Lessons, plans and tables.
    BAD_ENTRY("%s: %s"),
    NOT_JSON(
            "%s is no JSON at line %d, column %d; look there for a comma, quote or bracket that is missing or too much, or a name that stands twice."),
    NOT_UTF8("%s is not UTF-8 text; save it in UTF-8."),
    TABLE_NOT_UTF8("%s is not UTF-8 text; save the table as CSV in UTF-8."),
    LESSON_TOO_LARGE("%s is larger than the 1 MB a lesson may have; put its text into a file of its own beside it."),
    PLAN_TOO_LARGE("%s is larger than the 1 MB a plan may have; put its text into a file of its own."),
    TABLE_TOO_LARGE("This file is larger than %d MB, which no table of runs is; choose another."),
    NOTES_TOO_LONG("%s is longer than the %,d characters that notes may have; shorten it."),
    BAD_LINE("Line %d %s."),
    DAMAGED_LINE("Line %d of %s is damaged; remove it to have its trial trained again."),
    FOREIGN_LINE("Line %d of %s does not belong to a metrics file; choose another file for %s."),
    NO_RUNS(
            "There is no run in it; choose a CSV file that unroll report wrote.",
            "There is no run in it; choose a CSV file that Export Lab Report wrote."),
    OTHER_PLAN(
            "%s holds trials of another plan; choose another file for --out, or take the old plan.",
            "%s holds trials of another plan; choose another file for the table, or take the old plan."),
    OTHER_TEXT(
            "The text has changed since the trials in %s were trained; choose another file for --out, or take the old text.",
            "The text has changed since the trials in %s were trained; choose another file for the table, or take the old text."),

    // Races and sweeps.
    IDLE_SETTING("%s Vary something else, or change that first."),
    RACE_SIZE("A race is between %d to %d networks; you have chosen %d."),
    EQUAL_NETWORKS("“%s” is there twice; give each network a value of its own."),
    SAME_WINDOWS(
            "The examples of this task bring their own length, so the window makes no difference; vary something else."),
    OTHER_EXAMPLES(
            "The seed also chooses the examples of this task, so the networks would not learn the same; vary something else."),
    NO_RACE("There is no race; start one first."),
    RACE_OVER("All networks of this race are out; start another one."),
    SWEEP_INTERRUPTED("The sweep was interrupted."),
    TRIAL_REFUSED("Trial %d (%s): %s"),

    // A model and its run.
    CLOSED("The session is closed."),
    NO_MODEL("There is no model yet; press Train first, or open a saved one."),
    NOTHING_TO_TRAIN_ON("There is nothing to train on yet; open a text first."),
    MODEL_CHANGED("The model has changed since. Try again."),
    MODEL_DIVERGED(
            "The model's output is no longer a number, so it cannot write; its training has diverged. Go back to an earlier copy, or train again with a smaller learning rate."),
    NO_BEST_WEIGHTS("No best weights are kept yet; they are as soon as the validation loss has been measured."),
    NOTHING_TO_LEARN(
            "This text has too few characters to learn from: its training part has %s, and at least 2 are needed. Choose a larger training share, or a longer text."),
    TEXT_TOO_SHORT(
            "The training part of this text has %,d characters, but a batch of %d with a window of %d needs %,d or more. |Choose a batch of %d with a window of %d, a larger training share, or a longer text."),
    NETWORKS_TOO_LARGE(
            "These %d networks together take about %s of memory, %s of it on Java's heap, but this machine has %s and the heap may grow to %s; choose fewer or smaller ones."),
    NETWORKS_ABOVE_HEAP(
            "These %d networks together take about %s of memory, %s of it on Java's heap, but this machine has %s and the heap may grow to %s; choose fewer or smaller ones, or start Java with a larger -Xmx."),
    MATRIX_TOO_LARGE(
            "A matrix of %,d by %,d needs %s; at most %s can be held in one piece. Choose a smaller hidden size, batch or window."),
    AUTOSAVE_FAILED("The autosave failed; training continues. %s"),
    AUTOSAVE_TOO_SLOW("The last autosave is taking too long; the file holds the one before it."),
    SNAPSHOT_FAILED("No snapshot of this run could be recorded just now; training continues. %s"),
    SNAPSHOTS_TOO_LARGE(
            "One snapshot of this model takes about %,d MB on disk. With %,d MB for all of them there is no going back; a smaller model has that."),
    SNAPSHOT_GONE("The snapshot of step %,d is no longer there; choose another one."),
    DAMAGED_CURVES("The curves in this file are damaged: %s. The model is not affected."),
    OTHER_SYMBOLS(
            "The model was trained on %s, and these data have other symbols; use what it was trained on to continue."),
    DATA_CHANGED(
            "%s has changed since this model was trained; pass %s %s to continue with it as it is now.",
            "%s has changed since this model was trained; open it to continue with it as it is now."),
    DATA_MISSING(
            "%s, which this model was trained on, was not found; pass %s FILE to say where it is.",
            "%s, which this model was trained on, was not found; open it to continue training."),
    EXAMPLES_MISSING(
            "The examples of this model, %s, cannot be made again by this version of Java; train a new one without --resume.",
            "The examples of this model, %s, cannot be made again by this version of Java; it can still write, or press Reset to train a new one."),

    // Looking inside a model.
    NOTHING_TO_ANSWER("This model answers and does not write a text; type something for it to answer."),
    NOTHING_ASKED("Nothing is asked in this window, so it has no loss; choose another one."),
    ENCODER_READS_NO_PASSAGE(
            "This network has an encoder, which reads a source and no passage; choose a model that reads text."),
    PASSAGE_TOO_LONG(
            "This network is bidirectional, so it needs the passage in one piece: at most %,d characters, but there are %,d."),
    TOO_MANY_PAIRS(
            "The text has %,d different symbols; the table of all pairs is made for at most %,d. Open a text with fewer."),
    NO_RUNNING_TEXT(
            "The task “%s” reads no running text, so there is no next character to guess. Choose one that reads a text."),
    NO_TEXT_TO_GUESS("Open a text first: the game is played on a part of it that is kept from training."),
    NO_PART_TO_GUESS(
            "No part of the text is kept for validation, and a text that was trained on would be no test. Give validation a share under Corpus."),
    NOTHING_TO_GUESS(
            "The validation part has %d characters, but a game needs 2 or more; give it a larger share of the text."),
    GUESSES_NO_CHARACTERS("A network of the task “%s” does not guess the next character of a text."),
    NO_VALIDATION_TEXT("What this model learned from is not open; open it, or look at what the network writes."),
    NO_WRITTEN_TEXT("This model answers and does not write a text; choose the validation text, its held-out examples."),
    NO_TEXT_TO_READ("What this model learned from is not open; open it to watch the model read."),
    NO_INTERVENTION(
            "An intervention needs a model that writes running text, character by character, and this one does not; choose another."),
    NO_SUCH_WEIGHT("%s has rows 0 to %d and columns 0 to %d, but this is row %d, column %d; choose others."),
    NO_LOSS("What this model learned from is not open, so there is no loss to go back from."),
    NOTHING_TO_COMPARE("No text is open to compare it with."),
    NOTHING_TO_XRAY(
            "This model answers and does not write a text, so there is nothing to X-ray; try it with an input instead.");

    private final String onCommandLine;
    private final String inWindow;

    Reason(String everywhere) {
        this(everywhere, everywhere);
    }

    Reason(String onCommandLine, String inWindow) {
        this.onCommandLine = onCommandLine;
        this.inWindow = inWindow;
    }

    /** The sentences for {@link String#format}, for all fronts. */
    List<String> templates() {
        return List.of(onCommandLine, inWindow);
    }

    public Problem with(Object... values) {
        return new Problem.Refused(this, List.of(values));
    }

    public ProblemException exception(Object... values) {
        return new ProblemException(with(values));
    }

    String sentence(Front front, List<Object> values) {
        return filled(front.select(onCommandLine, inWindow).replace("|", ""), front, values);
    }

    String facts(Front front, List<Object> values) {
        String template = front.select(onCommandLine, inWindow);
        int cure = template.indexOf('|');
        return cure < 0
                ? sentence(front, values)
                : filled(template.substring(0, cure - "; ".length()) + ".", front, values);
    }

    static String filled(String template, Front front, List<Object> values) {
        return String.format(
                Locale.ROOT,
                template,
                values.stream().map(value -> word(front, value)).toArray());
    }

    private static Object word(Front front, Object value) {
        if (value instanceof Problem problem) {
            return problem.sentence(front);
        }
        return value instanceof Collection<?> list
                ? String.join(", ", list.stream().map(Object::toString).toList())
                : value;
    }
}
