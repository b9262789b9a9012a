/** Threads that work beside the caller: daemons with a list of tasks, the trainer's loop, futures whose failure is a sentence. */
@NullMarked
package unroll.session.background;

import org.jspecify.annotations.NullMarked;
