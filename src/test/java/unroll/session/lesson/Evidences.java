package unroll.session.lesson;

import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.Phase;
import unroll.session.Status;
import unroll.settings.Settings;

/** Evidences of runs that never were. */
final class Evidences {
    private Evidences() {}

    /** A run of the default settings at this step with these losses, and nothing written. */
    static Evidence at(long step, double trainLoss, double validationLoss) {
        return new Evidence(status(step, trainLoss, validationLoss), null);
    }

    /** The same run, with a text written at this temperature. */
    static Evidence writing(double temperature) {
        SamplingSettings sampling = SamplingSettings.DEFAULT.withTemperature(temperature);
        return new Evidence(status(1, 4, 4), new SampleRequest("", 10, "", sampling, 1));
    }

    private static Status status(long step, double trainLoss, double validationLoss) {
        return new Status(
                null,
                null,
                null,
                null,
                Settings.DEFAULT,
                Phase.PAUSED,
                1000,
                step,
                0.5,
                10,
                trainLoss,
                validationLoss,
                validationLoss,
                0.1,
                0.002,
                1000,
                Double.NaN,
                null,
                true);
    }
}
