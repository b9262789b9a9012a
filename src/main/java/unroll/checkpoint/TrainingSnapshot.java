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
 * @param notes how far it had come
 */
public record TrainingSnapshot(TrainingConfig config, Split split, TrainerState state, RunNotes notes) {}
