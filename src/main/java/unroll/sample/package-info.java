/**
 * Writing text with a trained network: a chain of small samplers and the generator that walks it.
 */
@NullMarked
package unroll.sample;

import org.jspecify.annotations.NullMarked;
