package unroll.ui.history;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import unroll.lens.GradientFlow;
import unroll.lens.unit.Unit;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.data.Dataset;
import unroll.session.history.Snapshots.Snapshot;
import unroll.session.model.InspectionInput;
import unroll.session.model.ModelSnapshot;
import unroll.session.model.Writers;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.ui.lens.unit.Painted;

/** What a network did at a snapshot: asked the same at every snapshot, so that snapshots can be compared. */
record SnapshotView(Attempted<String> text, Attempted<Painted> painted, Attempted<GradientFlow> flow) {
    private static final int WRITTEN = 300;
    private static final int PAINTED = 600;

    /**
     * What is asked.
     *
     * @param dataset what the model learns from, or null where that is not there
     */
    record SnapshotQuery(
            Snapshot snapshot,
            Unit unit,
            Settings settings,
            @Nullable Dataset dataset) {
        static SnapshotQuery of(Snapshot snapshot, Unit unit, Status status) {
            return new SnapshotQuery(snapshot, unit, status.settings(), status.dataset());
        }

        SnapshotView run(ModelSnapshot model) {
            return new SnapshotView(
                    Attempted.at(() -> write(model)),
                    Attempted.at(() -> Painted.heldOut(model, dataset, unit, PAINTED)),
                    Attempted.at(() -> flow(model)));
        }

        private String write(ModelSnapshot model) {
            SampleRequest request = new SampleRequest(
                    "",
                    WRITTEN,
                    "",
                    SamplingSettings.DEFAULT,
                    settings.training().seed());
            return Writers.write(model, dataset == null ? null : dataset.data(), request);
        }

        private GradientFlow flow(ModelSnapshot model) {
            if (dataset == null) {
                throw Reason.NO_LOSS.exception();
            }
            return InspectionInput.lasting(
                            model, dataset.data(), settings.training().window())
                    .flow();
        }
    }

    /** Something that was worked out, or the reason why it cannot be; one of the two is there. */
    record Attempted<T>(@Nullable T value, @Nullable ProblemException refusal) {
        /** Works it out; a problem becomes the reason. */
        static <T> Attempted<T> at(Supplier<T> work) {
            try {
                return new Attempted<>(work.get(), null);
            } catch (ProblemException refusal) {
                return new Attempted<>(null, refusal);
            }
        }

        /** Hands one of the two on: what was worked out, or the sentence that says why it cannot be. */
        void handTo(Consumer<T> shown, Consumer<String> refused) {
            if (value != null) {
                shown.accept(value);
            } else if (refusal != null) {
                refused.accept(refusal.problem().sentence(Front.WINDOW));
            }
        }
    }
}
