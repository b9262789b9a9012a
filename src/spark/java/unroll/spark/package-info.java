/** Sweeps on Apache Spark: trials are trained on executors by the same engine, and no class of the program knows of it. */
@NullMarked
package unroll.spark;

import org.jspecify.annotations.NullMarked;
