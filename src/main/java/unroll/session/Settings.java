package unroll.session;

import unroll.corpus.Split;
import unroll.train.TrainingConfig;

/** Everything a run is made from, apart from the text. */
public record Settings(ModelSettings model, TrainingConfig training, Split split) {
    public static final Settings DEFAULT = new Settings(ModelSettings.DEFAULT, TrainingConfig.DEFAULT, Split.DEFAULT);
}
