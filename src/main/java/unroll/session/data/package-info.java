/** What models learn from: the files that are open, and the data that tasks make of them. */
@NullMarked
package unroll.session.data;

import org.jspecify.annotations.NullMarked;
