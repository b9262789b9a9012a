/** From the curves of a run to charts, the same in the window and in reports. */
@NullMarked
package unroll.session.plot;

import org.jspecify.annotations.NullMarked;
