package unroll.checkpoint;

import unroll.corpus.Split;
import unroll.train.TrainerState;
import unroll.train.TrainingConfig;

/**
 * A run as a file holds it.
 *
 * @param config its settings
 * @param split how its text was divided
 * @param state weights, moments, carried state and random numbers
 * @param progress how far it had come
 * @param curves whatever the saving program keeps about its curves; passed on unread, empty for nothing
 */
public record TrainingSnapshot(
        TrainingConfig config, Split split, TrainerState state, TrainingProgress progress, String curves) {}
