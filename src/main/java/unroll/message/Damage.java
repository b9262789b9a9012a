package unroll.message;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Why a file holds no model, or none that can be used: clauses that end the sentence of a {@link Problem.DamagedFile}. Their
 * values are as those of a {@link Reason}.
 */
public enum Damage {
    // The file is not whole, or was written by something else.
    TOO_SHORT("it is only %s long"),
    HEADER_TOO_LONG("its header claims to be %s bytes long"),
    HEADER_CUT_OFF("it is cut off inside its header"),
    FOREIGN_HEADER(
            "its header does not start as one of Unroll's does (the command \"unroll import\" reads weights from PyTorch)",
            "its header does not start as one of Unroll's does (to read weights from PyTorch, first open the text that they were trained on)"),
    HEADER_NOT_JSON("its header is not valid JSON"),
    MALFORMED_HEADER("its header is not what the format asks for at %s"),
    TENSORS_APART("its tensors do not follow one another"),
    SHAPE_AND_OFFSETS("the shape of a tensor does not match its offsets"),
    CUT_OFF("it is cut off, %s short"),
    TOO_LONG("it is %s too long"),
    OTHER_CHECKSUM("its content does not match its checksum"),

    // The file is whole, and its content cannot be.
    TENSOR_MISSING("the tensor \"%s\" is missing"),
    TENSOR_TYPE("the tensor \"%s\" holds %s, expected %s"),
    TENSOR_SHAPE("the tensor \"%s\" has the shape %s, expected %s"),
    TENSOR_TOO_LARGE("the tensor \"%s\" is too large"),
    NO_VERSION("its format %s is not a version number"),
    ENTRY_MISSING("its metadata has no \"%s\""),
    ENTRY_TOO_LONG("its \"%s\" is too long"),
    ENTRY_UNUSABLE("its \"%s\" cannot be used (%s)"),
    NETWORK_TOO_LARGE("it describes a network of %,d weights, more than Unroll can hold"),
    OTHER_ALPHABETS("its network has %d source, %d input and %d output symbols, but its alphabets have %d, %d and %d"),
    NOT_A_TEXT("its alphabets are not the characters of a text in ascending order"),
    WRONG_VOCABULARY("its vocabulary is not a list of %d code points in ascending order"),
    NO_COUNT("its \"%s\" is not a count"),
    WRONG_COUNTERS("its \"%s\" has a negative count or a wrong length"),
    FUTURE_STEP("its \"%s\" is of a step that was not done yet"),
    WRONG_LOSSES("the recent losses in its \"%s\" have a mean or a number of steps that cannot be"),
    RANDOM_STATE("its random numbers' state has %d bytes, expected %d"),

    // Weights from PyTorch.
    NO_LAYERS(
            "none of its tensors have names that end in \"%s\", and one RNN, GRU or LSTM is needed, which has such a tensor"),
    SEVERAL_LAYERS(
            "%d of its tensors have names that end in \"%s\", and one RNN, GRU or LSTM is needed, which has one such tensor"),
    BIDIRECTIONAL("its layers are bidirectional and would read the character that they are to predict"),
    OTHER_CELL("its recurrent weights have the shape %s, which no %s has"),
    TOO_LARGE_TO_TRAIN("it has %d layers of %d hidden units, more than Unroll can train"),
    NO_OUTPUT("none of its tensors can be the output layer's, and one is needed"),
    SEVERAL_OUTPUTS("%d of its tensors can be the output layer's, and one is needed"),
    UNKNOWN_TENSOR("its tensor \"%s\" belongs to no layer that Unroll has");

    private static final Set<Damage> OF_THE_FILE = EnumSet.range(TOO_SHORT, OTHER_CHECKSUM);

    private final String onCommandLine;
    private final String inWindow;

    Damage(String everywhere) {
        this(everywhere, everywhere);
    }

    Damage(String onCommandLine, String inWindow) {
        this.onCommandLine = onCommandLine;
        this.inWindow = inWindow;
    }

    /** The refusal of a file, to be thrown. */
    public ProblemException exception(Path file, Object... values) {
        return new ProblemException(new Problem.DamagedFile(file, this, List.of(values)));
    }

    /** The clauses for {@link String#format}, for all fronts. */
    List<String> templates() {
        return List.of(onCommandLine, inWindow);
    }

    String sentence(Front front, Path file, List<Object> values) {
        String clause = Reason.filled(front.select(onCommandLine, inWindow), front, values);
        Reason frame = OF_THE_FILE.contains(this) ? Reason.DAMAGED_MODEL : Reason.UNUSABLE_MODEL;
        return frame.sentence(front, List.of(file, clause));
    }
}
