/**
 * Layers, their exact backpropagation through time, the softmax output, and the network they make up.
 */
@NullMarked
package unroll.network;

import org.jspecify.annotations.NullMarked;
