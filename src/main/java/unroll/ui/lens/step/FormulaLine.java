package unroll.ui.lens.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import unroll.reference.Formula.Token;

/** A formula as it is set on paper: letters slanted, times raised, indices lowered. Its sizes follow the text's. */
final class FormulaLine extends HBox {
    /** Where something comes from; a gate, weight, pre-activation or bias with its index; a time; a quoted symbol; a letter; or else. */
    private static final Pattern PARTS = Pattern.compile(
            "(?<words>from (?:above|layer \\d+)?|“[^”]*”)|(?<base>[ΓWzb])(?<index>[a-z]+)|<(?<time>[^>]*)>"
                    + "|(?<letter>c\u0303|ŷ|[a-zA-Z])|(?<other>.)");

    /** Before these a line may end. */
    private static final Set<String> BREAKS = Set.of(" = ", " + ", " − ", " · ");

    private FormulaLine(List<Token> pieces) {
        setAlignment(Pos.BASELINE_LEFT);
        getStyleClass().add("formula-line");
        setMinWidth(USE_PREF_SIZE);
        StringBuilder plain = new StringBuilder();
        for (Token piece : pieces) {
            plain.append(piece.text());
            if (piece.value().isEmpty()) {
                add(piece.text(), "formula-sign");
            } else {
                quantity(piece.text());
            }
        }
        setAccessibleText(plain.toString());
    }

    /** A whole formula in parts that may stand on lines of their own: each but the first begins with its operator. */
    static List<FormulaLine> parts(List<Token> pieces) {
        List<FormulaLine> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= pieces.size(); i++) {
            if (i == pieces.size() || BREAKS.contains(pieces.get(i).text())) {
                parts.add(new FormulaLine(pieces.subList(from, i)));
                from = i;
            }
        }
        return parts;
    }

    /** One quantity, written as {@link unroll.reference.Variable#text} writes it. */
    static FormulaLine of(String quantity) {
        return new FormulaLine(List.of(new Token(quantity, 0)));
    }

    private void quantity(String text) {
        String rest = text;
        if (text.startsWith("∂L/∂")) {
            add("∂", "formula-sign");
            add("L", "formula-letter");
            add("/∂", "formula-sign");
            rest = text.substring(4);
        }
        Matcher parts = PARTS.matcher(rest);
        while (parts.find()) {
            if (parts.group("base") != null) {
                add(parts.group("base"), "formula-letter");
                add(parts.group("index"), "formula-index");
            } else if (parts.group("time") != null) {
                add("‹" + parts.group("time") + "›", "formula-time");
            } else if (parts.group("words") != null) {
                add(parts.group("words"), "formula-sign");
            } else if (parts.group("letter") != null) {
                add(parts.group("letter"), "formula-letter");
            } else {
                add(parts.group("other"), "formula-sign");
            }
        }
    }

    private void add(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().addAll("formula-text", style);
        getChildren().add(part);
    }
}
