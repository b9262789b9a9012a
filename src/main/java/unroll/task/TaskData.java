package unroll.task;

import unroll.corpus.Corpus;
import unroll.corpus.Part;
import unroll.corpus.Split;

/** A task's data: a text in streams, or examples. */
public sealed interface TaskData {
    /** A text that {@link NextCharacter} cuts into streams. */
    record Streams(Corpus corpus, Split split) implements TaskData {}

    /** Examples that share nothing but their layout: no held-out string occurs in training. */
    record Examined(Layout layout, Examples training, Examples validation, Examples test) implements TaskData {
        /** One of the three; a task's data have no {@link Part#ALL}. */
        public Examples part(Part part) {
            return switch (part) {
                case TRAIN -> training;
                case VALIDATION -> validation;
                case TEST -> test;
                case ALL -> throw new IllegalArgumentException("A task's data have three parts; choose one of them.");
            };
        }
    }
}
