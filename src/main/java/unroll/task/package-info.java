/**
 * What is learned: where inputs come from and which steps carry a target.
 */
@NullMarked
package unroll.task;

import org.jspecify.annotations.NullMarked;
