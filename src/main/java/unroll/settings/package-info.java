/** Everything a user chooses about a network and its training. */
@NullMarked
package unroll.settings;

import org.jspecify.annotations.NullMarked;
