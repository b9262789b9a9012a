/**
 * Saving and resuming: one safetensors file, written atomically, trusted never.
 */
@NullMarked
package unroll.checkpoint;

import org.jspecify.annotations.NullMarked;
