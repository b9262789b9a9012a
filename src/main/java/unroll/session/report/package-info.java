/**
 * What is handed in after a lesson: a run as one page to read and as one row to compare, and the rows read back.
 */
@NullMarked
package unroll.session.report;

import org.jspecify.annotations.NullMarked;
