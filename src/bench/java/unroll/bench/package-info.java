/**
 * Unroll's speed beside other programs, and drawn as charts: a suite of its own that starts every measurement as a fresh
 * process. {@link unroll.bench.Suite} is the way in; docs/benchmarks/README.md tells how to run it.
 */
@NullMarked
package unroll.bench;

import org.jspecify.annotations.NullMarked;
