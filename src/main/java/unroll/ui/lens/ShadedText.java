package unroll.ui.lens;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import unroll.message.Symbols;
import unroll.plot.Palette;
import unroll.ui.control.CanvasPane;
import unroll.ui.control.CanvasSurface;

/**
 * A text whose characters have colors behind them: shows more about the one that is pointed at, and lets one be chosen with the
 * mouse or the arrow keys. As wide as it is given, as high as that makes it.
 */
public final class ShadedText extends CanvasPane {
    private static final double LINE_HEIGHT = 1.5;
    private static final double PADDING = 0.5;
    /** From here on a shade gets a mark beside its color. */
    private static final double STRONG = 0.5;

    private static final double MARK_HEIGHT = 0.13;

    private final Label bubble = new Label();
    private final IntFunction<String> reading;
    private IntConsumer chosen = index -> {};
    private Shading shading = Shading.NONE;
    private TextGrid grid = TextGrid.of(new int[0], 1);
    private int pointed = -1;
    private int selected = -1;

    /** @param reading what the bubble says about a character; empty for nothing */
    public ShadedText(String id, IntFunction<String> reading) {
        this.reading = reading;
        setId(id);
        getStyleClass().add("shaded-text");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        bubble.getStyleClass().add("chart-bubble");
        bubble.setMouseTransparent(true);
        bubble.setManaged(false);
        bubble.setVisible(false);
        getChildren().add(bubble);
        setOnMouseMoved(event -> point(at(event)));
        setOnMouseExited(event -> point(-1));
        setOnMousePressed(event -> {
            requestFocus();
            choose(at(event));
        });
        setOnKeyPressed(this::key);
    }

    /** What to do with a character that was chosen. */
    public ShadedText onChoice(IntConsumer action) {
        chosen = action;
        return this;
    }

    /** Shows this; what was chosen stays where the text is the same. */
    public void show(Shading now) {
        boolean same = Arrays.equals(now.text(), shading.text());
        shading = now;
        if (same) {
            redraw();
            showBubble();
        } else {
            pointed = -1;
            selected = -1;
            bubble.setVisible(false);
            // Somebody may let it be drawn before it is laid out again.
            grid = gridFor(getWidth());
            requestLayout();
        }
    }

    /** Marks a character as chosen, without telling anybody; −1 for none. */
    public void select(int index) {
        selected = index;
        redraw();
    }

    public int selected() {
        return selected;
    }

    public Shading shading() {
        return shading;
    }

    /** Says no more about the character that was pointed at. */
    public void hideTip() {
        point(-1);
    }

    /** Chooses a character as the mouse does. */
    public void choose(int index) {
        if (index >= 0) {
            select(index);
            chosen.accept(index);
        }
    }

    private void key(KeyEvent event) {
        int by = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (by != 0 && shading.text().length > 0) {
            int next = Math.max(0, Math.min(shading.text().length - 1, selected + by));
            choose(next);
            point(next);
            event.consume();
        }
    }

    private void point(int index) {
        if (index != pointed) {
            pointed = index;
            redraw();
            showBubble();
        }
    }

    private int at(MouseEvent event) {
        double x = event.getX() - PADDING * em();
        double y = event.getY() - PADDING * em();
        return x < 0 || y < 0 ? -1 : grid.at((int) (y / lineHeight()), (int) (x / cell()));
    }

    private double lineHeight() {
        return LINE_HEIGHT * em();
    }

    private Font letters() {
        return Font.font("Monospaced", em());
    }

    /** Width of a character. */
    private double cell() {
        Text ten = new Text("mmmmmmmmmm");
        ten.setFont(letters());
        return ten.getLayoutBounds().getWidth() / 10;
    }

    private TextGrid gridFor(double width) {
        return TextGrid.of(shading.text(), (int) ((width - 2 * PADDING * em()) / cell()) - 1);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return gridFor(width < 0 ? getWidth() : width).rows() * lineHeight() + 2 * PADDING * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        grid = gridFor(getWidth());
        super.layoutChildren();
        showBubble();
    }

    @Override
    protected void draw(GraphicsContext g) {
        g.setFont(letters());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        double cell = cell();
        int length = Math.min(shading.text().length, shading.shades().length);
        for (int i = 0; i < length; i++) {
            drawCell(g, i, cell);
        }
    }

    private void drawCell(GraphicsContext g, int i, double width) {
        double x = left(i, width);
        double y = top(i);
        float shade = shading.shades()[i];
        boolean shaded = !Float.isNaN(shade);
        g.setFill(ink());
        if (shaded) {
            int background = shading.scale().rgb(palette(), shade);
            surface(g).fill(x, y, x + Math.ceil(width), y + lineHeight(), background);
            g.setFill(CanvasSurface.color(Palette.inkOn(background)));
        }
        String letter = Symbols.marks(Character.toString(shading.text()[i]));
        if (shaded || !letter.equals("↵")) {
            g.fillText(letter, x + width / 2, y + lineHeight() / 2, width * 1.1);
        }
        mark(g, i, x, y, width);
        if (i == selected || i == pointed) {
            g.setStroke(ink());
            g.setLineWidth(i == selected ? 2 : 1);
            g.strokeRect(x, y + 1, width, lineHeight() - 2);
        }
    }

    private void mark(GraphicsContext g, int i, double x, double y, double width) {
        double height = MARK_HEIGHT * em();
        boolean diverging = shading.scale() == Shading.ShadingScale.DIVERGING;
        if (diverging && shading.shades()[i] > STRONG) {
            g.fillRect(x + width * 0.2, y, width * 0.6, height);
        }
        if (diverging && shading.shades()[i] < -STRONG) {
            g.fillRect(x + width * 0.2, y + lineHeight() - height, width * 0.6, height);
        }
        if (shading.underlined().get(i)) {
            g.fillRect(x, y + lineHeight() - 1.6 * height, Math.ceil(width), height);
        }
    }

    private double left(int i, double cell) {
        return PADDING * em() + grid.column(i) * cell;
    }

    private double top(int i) {
        return PADDING * em() + grid.row(i) * lineHeight();
    }

    private void showBubble() {
        String words = pointed < 0 || pointed >= shading.text().length ? "" : reading.apply(pointed);
        bubble.setVisible(!words.isEmpty());
        if (!words.isEmpty()) {
            bubble.setText(words);
            setAccessibleText(words);
            double width = bubble.prefWidth(-1);
            double height = bubble.prefHeight(-1);
            double x = Math.max(0, Math.min(getWidth() - width, left(pointed, cell())));
            double below = top(pointed) + 1.2 * lineHeight();
            double y = below + height <= getHeight() ? below : top(pointed) - 0.2 * lineHeight() - height;
            bubble.resizeRelocate(x, y < 0 ? below : y, width, height);
        }
    }
}
