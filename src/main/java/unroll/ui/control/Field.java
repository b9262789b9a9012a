package unroll.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A control with its label above it and, where an entry is wrong, a sentence below it. */
public class Field extends VBox {
    private final Control control;
    private final Label heading = new Label();
    private final Label problem = new Label();

    /** @param label what it is, with its unit; an underscore marks the mnemonic */
    public Field(String label, Control control) {
        this.control = control;
        heading.setMnemonicParsing(true);
        heading.setLabelFor(control);
        heading.getStyleClass().add("field-label");
        control.setMaxWidth(Double.MAX_VALUE);
        problem.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.getStyleClass().add("field-problem");
        if (control.getId() != null) {
            problem.setId(control.getId() + "-problem");
        }
        getStyleClass().add("field");
        getChildren().addAll(heading, control);
        label(label);
    }

    /** Gives it another label, as in the constructor. */
    public final void label(String label) {
        heading.setText(label);
        control.setAccessibleText(label.replace("_", ""));
    }

    /** Marks the entry as wrong. */
    public final void problem(String sentence) {
        problem.setText(sentence);
        control.pseudoClassStateChanged(PseudoClasses.DANGER, true);
        if (!getChildren().contains(problem)) {
            getChildren().add(problem);
        }
    }

    /** Takes the mark away. */
    public final void noProblem() {
        control.pseudoClassStateChanged(PseudoClasses.DANGER, false);
        getChildren().remove(problem);
    }

    public final Control control() {
        return control;
    }
}
