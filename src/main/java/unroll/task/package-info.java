/**
 * What is learned: where inputs come from, which steps carry a target, and when an answer is right.
 *
 * <p>A {@link unroll.task.Task} yields {@link unroll.task.Examples}; its {@link unroll.task.RnnType} lays a {@link
 * unroll.task.InputOutput} out over steps. {@link unroll.task.Tasks} finds the tasks, {@link unroll.task.BatchPlan} puts
 * examples side by side.
 */
@NullMarked
package unroll.task;

import org.jspecify.annotations.NullMarked;
