/** Models that can be trained, and copies of them that write, answer and are looked into. */
@NullMarked
package unroll.session.model;

import org.jspecify.annotations.NullMarked;
