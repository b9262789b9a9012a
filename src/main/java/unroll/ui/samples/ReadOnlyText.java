package unroll.ui.samples;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Range;
import unroll.ui.control.Nodes;

/** Text to read, select and copy, as tall as it needs to be up to a limit, where it shows whole lines. */
public final class ReadOnlyText extends TextArea {
    private final double maxEm;
    /** The area's own content remembers the height it had at another width. */
    private final Text ruler = new Text();
    /** A tint over marked places, and a line under them: who sees no colors sees the line. */
    private final Path tint = Nodes.styled(new Path(), "marked-tint");

    private final Path line = Nodes.styled(new Path(), "marked-line");
    /** What the marks are drawn in; they go on below the lines that are seen where the text has to be scrolled. */
    private final Pane marks = new Pane(tint, line);

    private final Rectangle seen = new Rectangle();
    private List<Range> marked = List.of();
    /** What the area draws its text with; null before it is in a window. */
    private @Nullable Text drawn;

    /** @param maxEm height where scrolling begins */
    public ReadOnlyText(double maxEm) {
        this.maxEm = maxEm;
        setEditable(false);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll("reading", "sample-text");
        textProperty().subscribe(text -> requestLayout());
        fontProperty().subscribe(font -> requestLayout());
        tint.setManaged(false);
        line.setManaged(false);
        marks.setManaged(false);
        marks.setMouseTransparent(true);
        marks.setClip(seen);
    }

    /** Shows a text with some places marked. */
    public void show(String text, List<Range> marks) {
        // Between these two, no mark may reach beyond the text.
        marked = List.of();
        setText(text);
        marked = marks;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (drawn == null && lookup(".content .text") instanceof Text text) {
            drawn = text;
            getChildren().add(marks);
            // Its lines are broken after this layout, and at another width again.
            text.boundsInParentProperty().subscribe(bounds -> mark());
            // It is scrolled within the area, whose layout that does not change.
            text.localToSceneTransformProperty().subscribe(transform -> place(text));
        }
        seen.setWidth(getWidth());
        seen.setHeight(getHeight());
        mark();
    }

    private void mark() {
        tint.getElements().clear();
        line.getElements().clear();
        Text text = drawn;
        if (text == null || text.getText().length() < getLength()) {
            return;
        }
        for (Range place : marked) {
            tint.getElements().addAll(text.rangeShape(place.from(), place.to()));
            line.getElements().addAll(text.underlineShape(place.from(), place.to()));
        }
        place(text);
    }

    private void place(Text text) {
        Point2D origin = sceneToLocal(text.localToScene(0, 0));
        for (Path path : List.of(tint, line)) {
            path.setLayoutX(origin.getX());
            path.setLayoutY(origin.getY());
        }
    }

    /** The height of the text wrapped to the width: a text area by itself only counts rows. */
    @Override
    protected double computePrefHeight(double width) {
        if (!(lookup(".content") instanceof Region content) || !(lookup(".content .text") instanceof Text text)) {
            return super.computePrefHeight(width);
        }
        Insets within = content.getInsets();
        Insets around = getInsets();
        // A text area counts its lines in whole pixels, a text by itself does not.
        ruler.setBoundsType(text.getBoundsType());
        ruler.setFont(getFont());
        double sides = around.getLeft() + around.getRight() + within.getLeft() + within.getRight();
        ruler.setWrappingWidth(Math.max(0, (width > 0 ? width : getWidth()) - sides));
        double above = around.getTop() + within.getTop();
        double needed = above + height(getText()) + within.getBottom() + around.getBottom();
        double limit = maxEm * getFont().getSize();
        if (needed <= limit) {
            return Math.ceil(needed);
        }
        double line = height("x");
        return Math.ceil(above + line * Math.floor((limit - above) / line) + around.getBottom());
    }

    /** How much of a height shows whole lines alone, from the top of the first; 0 where there is no room for one. */
    double wholeLines(double height) {
        if (height >= getHeight() || !(lookup(".content") instanceof Region content)) {
            return Math.min(height, getHeight());
        }
        ruler.setFont(getFont());
        double above = getInsets().getTop() + content.getInsets().getTop();
        double line = height("x");
        double lines = Math.floor((height - above) / line);
        return lines < 1 ? 0 : above + lines * line;
    }

    private double height(String words) {
        ruler.setText(words);
        return ruler.getLayoutBounds().getHeight();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
