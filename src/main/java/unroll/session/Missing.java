package unroll.session;

import unroll.checkpoint.Subject;

/** What to say where a stored model's data are not there. */
final class Missing {
    private Missing() {}

    static String sentence(Subject subject) {
        return subject.source() == null
                ? "The examples of this model, %s, cannot be made again by this version of Java; it can be used as it is, or press Reset to train anew."
                        .formatted(subject.name())
                : "The text of this model, %s, is not open; open it to train on.".formatted(subject.name());
    }
}
