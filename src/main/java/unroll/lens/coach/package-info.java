/**
 * What a teacher looking over the shoulder would say about a run: rules over plain numbers, all in {@link unroll.lens.coach.Coach}.
 */
@NullMarked
package unroll.lens.coach;

import org.jspecify.annotations.NullMarked;
