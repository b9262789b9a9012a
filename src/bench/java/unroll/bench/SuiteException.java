package unroll.bench;

/** A measurement that could not be made; the message is a sentence for the user. */
final class SuiteException extends RuntimeException {
    SuiteException(String sentence) {
        super(sentence);
    }

    SuiteException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
