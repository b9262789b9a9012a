package unroll.session.lesson;

import java.util.List;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.data.OpenedFiles;
import unroll.session.run.Phase;
import unroll.session.run.RunProgress;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.train.RunMetrics;

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
        RunMetrics.Losses losses = new RunMetrics.Losses(trainLoss, validationLoss, validationLoss);
        return new Status(
                new OpenedFiles(null, null),
                null,
                Settings.DEFAULT,
                new RunProgress(Phase.PAUSED, RunMetrics.standing(step, 0.5, 10, losses, 0.002), null),
                new Status.ModelFile(1000, null, true),
                null,
                List.of(),
                0);
    }
}
