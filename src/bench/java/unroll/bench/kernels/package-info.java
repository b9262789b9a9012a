/** JMH benchmarks of what a training step and a sampled character are made of. */
@NullMarked
package unroll.bench.kernels;

import org.jspecify.annotations.NullMarked;
