/**
 * How well a task is done: shares, confusion and places, counted by hand.
 */
@NullMarked
package unroll.task.score;

import org.jspecify.annotations.NullMarked;
