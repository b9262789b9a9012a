/**
 * The plain witness: every cell, layer and network again in doubles and naive loops, one example and one unit at a
 * time, forward and backward. Slow on purpose, so that it can be read beside docs/derivations.
 */
package unroll.oracle;
