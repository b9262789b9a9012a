package unroll.ui.history;

import org.jspecify.annotations.Nullable;
import unroll.lens.GradientFlow;
import unroll.lens.unit.Unit;
import unroll.message.Reason;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.data.Dataset;
import unroll.session.history.Snapshots.Moment;
import unroll.session.model.InspectionInput;
import unroll.session.model.ModelSnapshot;
import unroll.session.model.Writers;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.ui.lens.unit.Painted;

/** What a network did at a moment: asked the same at every moment, so that moments can be compared. */
record SnapshotView(Attempted<String> text, Attempted<Painted> painted, Attempted<GradientFlow> flow) {
    private static final int WRITTEN = 300;
    private static final int PAINTED = 600;

    /**
     * What is asked.
     *
     * @param material what the model learns from, or null where that is not there
     */
    record Question(
            Moment moment,
            Unit unit,
            Settings settings,
            @Nullable Dataset material) {
        static Question of(Moment moment, Unit unit, Status status) {
            return new Question(moment, unit, status.settings(), status.dataset());
        }

        SnapshotView ask(ModelSnapshot look) {
            return new SnapshotView(
                    Attempted.at(() -> write(look)),
                    Attempted.at(() -> Painted.heldOut(look, material, unit, PAINTED)),
                    Attempted.at(() -> flow(look)));
        }

        private String write(ModelSnapshot look) {
            SampleRequest request = new SampleRequest(
                    "",
                    WRITTEN,
                    "",
                    SamplingSettings.DEFAULT,
                    settings.training().seed());
            return Writers.write(look, material == null ? null : material.data(), request);
        }

        private GradientFlow flow(ModelSnapshot look) {
            if (material == null) {
                throw Reason.NO_LOSS.exception();
            }
            return InspectionInput.lasting(
                            look, material.data(), settings.training().window())
                    .flow();
        }
    }
}
