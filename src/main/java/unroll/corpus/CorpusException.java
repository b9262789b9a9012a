package unroll.corpus;

import java.io.IOException;

/** A text that cannot be used; the message is a full sentence for the user: what, got, expected, what to do. */
public class CorpusException extends IOException {
    private static final long serialVersionUID = 1;

    public CorpusException(String sentence) {
        super(sentence);
    }

    public CorpusException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
