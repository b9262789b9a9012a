package unroll.session.data;

import unroll.checkpoint.TrainingData;

/** What to say where a stored model's data are not there. */
public final class MissingData {
    private MissingData() {}

    public static String sentence(TrainingData subject) {
        if (subject.source() == null) {
            return "The examples of this model, %s, cannot be made again by this version of Java; it can still write, or press Reset to train a new one."
                    .formatted(subject.name());
        }
        return (DataFinder.isChanged(subject)
                        ? "%s has changed since this model was trained; open it to continue with it as it is now."
                        : "%s, which this model was trained on, was not found; open it to continue training.")
                .formatted(subject.name());
    }
}
