/** What a network answers to single examples, and which characters of it are right. */
@NullMarked
package unroll.lens.answers;

import org.jspecify.annotations.NullMarked;
