/**
 * Reading and writing files safely: what a file is, whether it may be read or written, and writing it whole or not at all.
 */
@NullMarked
package unroll.files;

import org.jspecify.annotations.NullMarked;
