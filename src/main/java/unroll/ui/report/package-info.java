/**
 * Asks for what a lab report needs, and has it written.
 */
@NullMarked
package unroll.ui.report;

import org.jspecify.annotations.NullMarked;
