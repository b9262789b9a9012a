/**
 * Model files, recent files, and the question before a trained model is lost.
 */
@NullMarked
package unroll.ui.files;

import org.jspecify.annotations.NullMarked;
