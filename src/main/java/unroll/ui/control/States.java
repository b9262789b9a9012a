package unroll.ui.control;

import javafx.css.PseudoClass;

/** Pseudo-classes the style sheets know. */
final class States {
    static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private States() {}
}
