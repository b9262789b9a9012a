/** Words that sentences for the user have in common. Uses nothing else of the program. */
@NullMarked
package unroll.message;

import org.jspecify.annotations.NullMarked;
