/**
 * The tasks that come with the program; each announces itself, and nothing lists them.
 */
@NullMarked
package unroll.task.library;

import org.jspecify.annotations.NullMarked;
