package unroll.ui.lens.unit;

import org.jspecify.annotations.Nullable;
import unroll.lens.unit.ReadingExcerpt;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.data.Dataset;
import unroll.session.model.ModelSnapshot;
import unroll.session.model.Writers;
import unroll.task.Layout;

/** Finds what a model is to be watched reading. */
final class Passages {
    private static final int WRITTEN = 1_000;

    private Passages() {}

    /** Where a passage comes from. */
    enum Source {
        HELD_OUT("Validation text"),
        WRITTEN("What the network writes");

        private final String title;

        Source(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** A passage and the symbols it is made of. */
    record Excerpt(Layout layout, ReadingExcerpt excerpt) {}

    /**
     * What is wanted.
     *
     * @param written what the network wrote last, or null where it is to write
     * @param seed of what it writes
     */
    record Query(
            Source source,
            @Nullable Dataset dataset,
            @Nullable Excerpt written,
            long seed) {
        /**
         * The passage for a model.
         *
         * @param max characters of a text that is not written
         * @throws ProblemException where there is none
         */
        Excerpt of(ModelSnapshot model, int max) {
            return switch (source) {
                case HELD_OUT -> heldOut(model, dataset, max);
                case WRITTEN ->
                    written != null && written.layout().equals(model.layout()) ? written : write(model, seed);
            };
        }
    }

    private static Excerpt heldOut(ModelSnapshot model, @Nullable Dataset dataset, int max) {
        if (dataset == null || !dataset.data().layout().equals(model.layout())) {
            throw Reason.NO_VALIDATION_TEXT.exception();
        }
        return new Excerpt(model.layout(), ReadingExcerpt.heldOut(dataset.data(), max));
    }

    private static Excerpt write(ModelSnapshot model, long seed) {
        if (model.task().writing().isEmpty()) {
            throw Reason.NO_WRITTEN_TEXT.exception();
        }
        SampleRequest request = new SampleRequest("", WRITTEN, "", SamplingSettings.DEFAULT, seed);
        String text = Writers.write(model, null, request);
        return new Excerpt(
                model.layout(), ReadingExcerpt.of(model.layout().alphabets().input(), text));
    }
}
