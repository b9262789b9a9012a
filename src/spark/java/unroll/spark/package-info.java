/**
 * Sweeps on Apache Spark, and one model over a text in parts: executors train with the same engine, and no class of the program
 * knows of it.
 */
@NullMarked
package unroll.spark;

import org.jspecify.annotations.NullMarked;
