/**
 * A lesson beside the settings: its prompts and questions, and what the window hides and locks while it is open.
 */
@NullMarked
package unroll.ui.lesson;

import org.jspecify.annotations.NullMarked;
