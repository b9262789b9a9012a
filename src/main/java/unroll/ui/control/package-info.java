/**
 * Small controls that know nothing of networks: cards, folds, labeled and checked fields, teaching tooltips.
 */
@NullMarked
package unroll.ui.control;

import org.jspecify.annotations.NullMarked;
