/**
 * The whole network once more as it stands in docs/derivations, in ND4J's doubles and without haste: read this first. It
 * checks the engine and computes the numbers of <em>One step</em>; training uses the engine, {@link unroll.network}.
 */
@NullMarked
package unroll.reference;

import org.jspecify.annotations.NullMarked;
