package unroll.ui.diagram;

import java.util.function.IntPredicate;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import unroll.ui.diagram.DiagramTerm.Accent;
import unroll.ui.diagram.DiagramTerm.Face;

/**
 * Sets a term: letters slanted, digits upright, raised and lowered parts smaller. The angle brackets and the arrows over
 * letters are drawn, since not every font has them.
 */
final class Typesetter {
    private static final String FORMULA_FAMILY = "Serif";
    private static final double RAISED = 0.42;
    private static final double LOWERED = 0.22;
    private static final double INDEX = 0.75;
    private static final double THIN = 0.055;
    /** From a line's middle down to the feet of its letters. */
    private static final double FEET = 0.3;

    private static final double LETTER_TOP = 0.63;
    private static final double CAPITAL_TOP = 0.83;

    private final Group group = new Group();
    private final Face face;
    private final double pixels;
    private double x;

    private Typesetter(Face face, double unit) {
        this.face = face;
        pixels = face.size() * unit;
    }

    /**
     * A term around a place.
     *
     * @param unit pixels of the text's height
     * @param middle in pixels
     */
    static Group set(DiagramTerm term, double unit, Point2D middle) {
        Typesetter setter = new Typesetter(term.face(), unit);
        double width = setter.term(term);
        setter.group.setTranslateX(middle.getX() - width / 2);
        setter.group.setTranslateY(middle.getY() + FEET * setter.pixels);
        return setter.group;
    }

    private double term(DiagramTerm term) {
        line(term.base(), pixels, 0);
        accent(term);
        double base = x;
        line(term.above(), DiagramTerm.SCRIPT * pixels, -RAISED * pixels);
        double above = x;
        x = base;
        line(term.below(), DiagramTerm.SCRIPT * pixels, LOWERED * pixels);
        return Math.max(above, x);
    }

    private void line(String text, double size, double feet) {
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (first == '_') {
                run(text.substring(at + 1, at + 2), INDEX * size, feet + LOWERED * size);
                at += 2;
            } else if (first == '⟨' || first == '⟩') {
                bracket(first == '⟨' ? -1 : 1, size, feet);
                at++;
            } else {
                int end = endOfRun(text, at);
                run(text.substring(at, end), size, feet);
                at = end;
            }
        }
    }

    private int endOfRun(String text, int from) {
        if (isPlain()) {
            return text.length();
        }
        IntPredicate letter = Character::isLetter;
        boolean letters = letter.test(text.charAt(from));
        int end = from + 1;
        while (end < text.length() && letter.test(text.charAt(end)) == letters && "_⟨⟩".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private boolean isPlain() {
        return face == Face.WORDS || face == Face.HEADING;
    }

    private void run(String letters, double size, double feet) {
        Font font = font(letters, size);
        Text text = new Text(letters);
        text.setFont(font);
        text.setTextOrigin(VPos.BASELINE);
        text.setX(x);
        text.setY(feet);
        x += text.getLayoutBounds().getWidth();
        // In its own style, since what the root says of fonts would go before a font that is merely set.
        text.setStyle("-fx-font-family: \"%s\"; -fx-font-size: %spx; -fx-font-style: %s; -fx-font-weight: %s;"
                .formatted(
                        font.getFamily(),
                        font.getSize(),
                        font.getStyle().contains("Italic") ? "italic" : "normal",
                        face == Face.HEADING ? "bold" : "normal"));
        text.getStyleClass().add(isPlain() ? "figure-words" : "figure-formula");
        group.getChildren().add(text);
    }

    private Font font(String letters, double size) {
        if (isPlain()) {
            FontWeight weight = face == Face.HEADING ? FontWeight.BOLD : FontWeight.NORMAL;
            return Font.font(Font.getDefault().getFamily(), weight, size);
        }
        FontPosture posture = Character.isLetter(letters.charAt(0)) ? FontPosture.ITALIC : FontPosture.REGULAR;
        return Font.font(FORMULA_FAMILY, FontWeight.NORMAL, posture, size);
    }

    /** @param tip where its tip points: −1 to the left */
    private void bracket(int tip, double size, double feet) {
        double width = 0.24 * size;
        double left = x + 0.1 * size;
        double right = left + width;
        double outer = tip < 0 ? left : right;
        double inner = tip < 0 ? right : left;
        line(new Polyline(inner, feet - 0.85 * size, outer, feet - 0.33 * size, inner, feet + 0.19 * size));
        x = right + 0.1 * size;
    }

    private void accent(DiagramTerm term) {
        if (term.accent() == Accent.NONE) {
            return;
        }
        boolean capital = Character.isUpperCase(term.base().charAt(0));
        double y = -(capital ? CAPITAL_TOP : LETTER_TOP) * pixels - 0.08 * pixels;
        double left = 0.06 * pixels;
        double right = Math.max(x, left + 0.4 * pixels);
        double tip = term.accent() == Accent.FORWARD ? right : left;
        double back = term.accent() == Accent.FORWARD ? -0.16 * pixels : 0.16 * pixels;
        line(new Line(left, y, right, y));
        line(new Polyline(tip + back, y - 0.1 * pixels, tip, y, tip + back, y + 0.1 * pixels));
    }

    private void line(Shape shape) {
        shape.setStrokeWidth(THIN * pixels);
        shape.setFill(null);
        shape.getStyleClass().add("figure-sign");
        group.getChildren().add(shape);
    }
}
