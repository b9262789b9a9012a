/**
 * Many runs from one plan: {@link unroll.sweep.SweepPlan} numbers the trials, {@link unroll.sweep.TrialRunner} trains one
 * of them whole in one thread, and {@link unroll.sweep.LocalSweep} trains all of them side by side into a
 * {@link unroll.sweep.SweepTable}.
 */
@NullMarked
package unroll.sweep;

import org.jspecify.annotations.NullMarked;
