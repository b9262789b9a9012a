/**
 * Where a task's pairs come from: generators, texts, the user's files and the JDK's own names.
 */
@NullMarked
package unroll.task.data;

import org.jspecify.annotations.NullMarked;
