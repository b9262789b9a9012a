/**
 * Training: the trainer's step, optimizers, learning-rate schedules and clipping.
 */
@NullMarked
package unroll.train;

import org.jspecify.annotations.NullMarked;
