/**
 * Safe writing and reading of files. Knows no other package of the program; every package may use it.
 */
@NullMarked
package unroll.files;

import org.jspecify.annotations.NullMarked;
