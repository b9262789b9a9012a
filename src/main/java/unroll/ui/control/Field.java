package unroll.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A control with its label above it. Where an entry is wrong, a sentence says so below the row that the field stands in, as wide
 * as what holds the row.
 */
public class Field extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Control control;
    private final Label heading = Nodes.styled(Labels.wrapped(""), "field-label");
    private final Label problem = Nodes.styled(Nodes.grow(Labels.wrapped("")), "field-problem");
    private final HBox problemRow = RowLayouts.of(problem);

    /** @param label what it is, with its unit; an underscore marks the mnemonic */
    public Field(String id, String label, Control control) {
        this(label, control);
        control.setId(id);
        problem.setId(id + "-problem");
    }

    /** The field of a control that has its id already. */
    public Field(String label, Control control) {
        this.control = control;
        heading.setMnemonicParsing(true);
        heading.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        problem.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        problem.setMaxWidth(Double.MAX_VALUE);
        if (control.getId() != null) {
            problem.setId(control.getId() + "-problem");
        }
        getStyleClass().add("field");
        getChildren().addAll(heading, control);
        label(label);
    }

    /** Explains the word that the label is. */
    public final void term(Term term) {
        term.mark(heading);
    }

    /** Puts the label to the left of the control, where a narrow column has no room for two fields side by side. */
    public final Field beside() {
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox line = Nodes.styled(RowLayouts.of(Nodes.grow(heading), control), "field-line");
        getChildren().setAll(line);
        return this;
    }

    /** Gives it another label, as in the constructor. */
    public final void label(String label) {
        heading.setText(label);
        control.setAccessibleText(label.replace("_", ""));
    }

    /** Marks the entry as wrong; remedies are buttons that put something else in its place. */
    public final void problem(String sentence, Button... remedies) {
        problem.setText(sentence);
        problemRow.getChildren().setAll(problem);
        problemRow.getChildren().addAll(remedies);
        control.pseudoClassStateChanged(DANGER, true);
        if (problemRow.getParent() == null) {
            Node row = this;
            while (row.getParent() instanceof HBox wider) {
                row = wider;
            }
            Pane column = row.getParent() instanceof VBox wide ? wide : this;
            int place = column.getChildren().indexOf(row) + 1;
            column.getChildren().add(column == this ? column.getChildren().size() : place, problemRow);
        }
    }

    /** Takes the mark away. */
    public final void noProblem() {
        control.pseudoClassStateChanged(DANGER, false);
        if (problemRow.getParent() instanceof Pane holder) {
            holder.getChildren().remove(problemRow);
        }
    }

    /** What is wrong with the entry; empty where nothing is. */
    public final String problem() {
        return problemRow.getParent() == null ? "" : problem.getText();
    }

    /** Confirms what is typed, as leaving the field does. */
    void commit() {}

    /** Shows the value that counts instead of an entry that was refused. */
    void restore() {}

    /**
     * The first field in a part of the window whose entry was refused. Entries that nobody has confirmed yet are confirmed
     * before.
     */
    public static Optional<Field> refusedIn(Parent region) {
        for (Node node : List.copyOf(region.getChildrenUnmodifiable())) {
            if (node instanceof Field field && !field.isDisabled()) {
                field.commit();
                if (!field.problem().isEmpty()) {
                    return Optional.of(field);
                }
            } else if (node instanceof Parent inner) {
                Optional<Field> refused = refusedIn(inner);
                if (refused.isPresent()) {
                    return refused;
                }
            }
        }
        return Optional.empty();
    }

    /** Gives up every refused entry in a part of the window: all its values have been replaced. */
    public static void restoreIn(Parent region) {
        for (Node node : List.copyOf(region.getChildrenUnmodifiable())) {
            if (node instanceof Field field) {
                field.restore();
            } else if (node instanceof Parent inner) {
                restoreIn(inner);
            }
        }
    }

    /** Leads the user here: opens the folds around the field, scrolls to it, and gives it the keyboard. */
    public final void reveal() {
        Scrolling.reveal(this);
        control.requestFocus();
    }

    public final Control control() {
        return control;
    }
}
