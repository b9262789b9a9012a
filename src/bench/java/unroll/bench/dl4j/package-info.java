/** DL4J on the same work; runs on a class path of its own. */
@NullMarked
package unroll.bench.dl4j;

import org.jspecify.annotations.NullMarked;
