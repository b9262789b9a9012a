/** One run of one model: its steps and what is due after them, its events, curves and figures. */
@NullMarked
package unroll.session.run;

import org.jspecify.annotations.NullMarked;
