package unroll.ui.lens.unit;

import java.util.List;
import java.util.Optional;
import unroll.lens.unit.FeatureLoss;
import unroll.lens.unit.FeatureLoss.Comparison;
import unroll.lens.unit.Intervention;
import unroll.network.Directions;
import unroll.network.Stepper;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.sample.TextReader;
import unroll.session.model.ModelSnapshot;
import unroll.task.TextWriting;

/**
 * A network with an intervention on one unit, and without.
 *
 * @param step of the model
 * @param before what it writes as it is
 * @param after what it writes with the intervention, from the same random numbers
 * @param whole what the intervention does to its loss on a passage
 * @param losses the same by feature
 */
record InterventionResult(
        Intervention intervention,
        Directions directions,
        long step,
        String before,
        String after,
        Comparison whole,
        List<FeatureLoss> losses) {
    private static final int WRITTEN = 300;

    /**
     * Writes and reads with both.
     *
     * @param read the passage on which the loss is measured
     * @param wanted on the unit nearest to one that the model may not have
     * @throws IllegalStateException with a sentence, where the model writes no text that its state carries
     * @throws IllegalArgumentException with a sentence, where it reads both ways
     */
    static InterventionResult of(ModelSnapshot model, Passages.Excerpt read, Intervention wanted, long seed) {
        if (!model.task().writing().equals(Optional.of(TextWriting.CARRYING))) {
            throw new IllegalStateException(
                    "An intervention needs a model that writes running text, character by character; this one answers.");
        }
        Intervention intervention = new Intervention(
                UnitChoice.nearest(wanted.unit(), model.network().spec()), wanted.kind());
        Stepper whole = new Stepper(model.network());
        Stepper changed = intervention.stepper(model.network());
        String before = write(model, whole, seed);
        String after = write(model, changed, seed);
        float[] asItIs = read.excerpt().losses(whole);
        float[] intervened = read.excerpt().losses(changed);
        return new InterventionResult(
                intervention,
                model.network().spec().directions(),
                model.step(),
                before,
                after,
                FeatureLoss.ofAll(asItIs, intervened),
                FeatureLoss.of(read.excerpt().text(), asItIs, intervened));
    }

    private static String write(ModelSnapshot model, Stepper stepper, long seed) {
        SampleRequest request = new SampleRequest("", WRITTEN, "", SamplingSettings.DEFAULT, seed);
        return new Generator(
                        model.layout().alphabets().input().vocabulary(), TextReader.of(stepper, TextWriting.CARRYING))
                .write(request, symbol -> true);
    }
}
