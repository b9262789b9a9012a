package unroll.ui.diagram;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import unroll.ui.diagram.Diagram.DiagramBox.Role;

/** A figure as data: what to draw, not how. The middles of inputs lie at y = 0. */
record Diagram(List<DiagramBox> boxes, List<Arrow> arrows, List<DiagramLabel> labels) {
    /** Around everything, for lines and letters that reach a little beyond their places. */
    private static final double MARGIN = 0.3;

    double left() {
        return least(Point2D::getX) - MARGIN;
    }

    double right() {
        return MARGIN - least(point -> -point.getX());
    }

    double top() {
        return least(Point2D::getY) - MARGIN;
    }

    double bottom() {
        return MARGIN - least(point -> -point.getY());
    }

    double width() {
        return right() - left();
    }

    private double least(ToDoubleFunction<Point2D> coordinate) {
        return corners().mapToDouble(coordinate).min().orElse(0);
    }

    private Stream<Point2D> corners() {
        Stream<Point2D> ofExtents =
                Stream.<Extent>concat(boxes.stream(), labels.stream()).flatMap(Extent::corners);
        return Stream.concat(ofExtents, arrows.stream().flatMap(arrow -> arrow.path().stream()));
    }

    /** What has a middle and a size. */
    private interface Extent {
        Point2D middle();

        double width();

        double height();

        default double left() {
            return middle().getX() - width() / 2;
        }

        default double right() {
            return middle().getX() + width() / 2;
        }

        default double top() {
            return middle().getY() - height() / 2;
        }

        default double bottom() {
            return middle().getY() + height() / 2;
        }

        default Stream<Point2D> corners() {
            return Stream.of(new Point2D(left(), top()), new Point2D(right(), bottom()));
        }
    }

    /** Something written beside boxes and arrows; its middle is its place. */
    record DiagramLabel(DiagramTerm term, Point2D middle) implements Extent {
        @Override
        public double width() {
            return term.width();
        }

        @Override
        public double height() {
            return term.height();
        }
    }

    /**
     * A box of a figure.
     *
     * @param role what it stands for
     * @param middle its center
     * @param width in units of the text's height
     * @param height likewise
     * @param lines what is written in it, from the top
     */
    record DiagramBox(Role role, Point2D middle, double width, double height, List<DiagramTerm> lines)
            implements Extent {
        /** What a box stands for. */
        enum Role {
            /** A symbol that is read. */
            INPUT,
            /** The hidden state of a layer at a step. */
            STATE,
            /** The state before the first step. */
            START,
            /** What both directions of a layer give together. */
            BOTH_DIRECTIONS,
            /** The probabilities of the answer. */
            OUTPUT,
            /** Keeps what comes in for one step. */
            DELAY,
            /** Steps or layers that are not drawn. */
            DOTS
        }

        Point2D topMiddle() {
            return new Point2D(middle.getX(), top());
        }

        Point2D bottomMiddle() {
            return new Point2D(middle.getX(), bottom());
        }

        /** On the left edge, so far below the middle. */
        Point2D onLeft(double down) {
            return new Point2D(left(), middle.getY() + down);
        }

        /** On the right edge, so far below the middle. */
        Point2D onRight(double down) {
            return new Point2D(right(), middle.getY() + down);
        }
    }

    /**
     * A line from box to box, with a head where something is read.
     *
     * @param from where it begins
     * @param to where it ends
     * @param style how it is drawn
     * @param path its corners, with both ends
     */
    record Arrow(DiagramBox from, DiagramBox to, ArrowStyle style, List<Point2D> path) {
        /** How an arrow is drawn. */
        enum ArrowStyle {
            PLAIN,
            /** An output that is read again. */
            FED_BACK,
            /** A state given from one network to another. */
            HANDED_OVER
        }

        /** A delay passes things on: the head is at the end of the line that leaves it. */
        boolean hasHead() {
            return to.role() != DiagramBox.Role.DELAY;
        }
    }
}
