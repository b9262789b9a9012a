/** Words that sentences for the user have in common, and values as people type and read them. Uses nothing else of the program. */
@NullMarked
package unroll.message;

import org.jspecify.annotations.NullMarked;
