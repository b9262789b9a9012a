/** What the session holds at one moment, and how it changes. */
@NullMarked
package unroll.session.state;

import org.jspecify.annotations.NullMarked;
