package unroll.ui.control;

import javafx.css.PseudoClass;

/** Pseudo-classes the style sheets know. */
final class PseudoClasses {
    static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private PseudoClasses() {}
}
