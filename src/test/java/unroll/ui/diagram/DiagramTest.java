package unroll.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.ui.diagram.Diagram.Arrow;
import unroll.ui.diagram.Diagram.Arrow.ArrowStyle;
import unroll.ui.diagram.Diagram.DiagramBox;
import unroll.ui.diagram.Diagram.DiagramBox.Role;

/** What a figure consists of, without a window. */
class DiagramTest {
    private static final double TINY = 1e-9;
    private static final LayerBoxes ONE = new LayerBoxes("elman", 1);

    static Stream<Arguments> figures() {
        List<Arguments> figures = new ArrayList<>();
        for (LayerBoxes stack :
                List.of(ONE, new LayerBoxes("lstm", 1), new LayerBoxes("gru", 2), new LayerBoxes("lstm", 8))) {
            for (DiagramType kind : DiagramType.values()) {
                figures.add(Arguments.of(kind + " folded, " + stack, FoldedDiagram.of(kind, stack)));
                for (Detail detail : Detail.values()) {
                    figures.add(Arguments.of(
                            kind + " unfolded, " + detail + ", " + stack, UnfoldedDiagram.of(kind, stack, detail)));
                }
            }
        }
        return figures.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void arrowsBeginAndEndAtTheEdgeOfTheirBoxes(String name, Diagram figure) {
        for (Arrow arrow : figure.arrows()) {
            List<Point2D> path = arrow.path();
            assertThat(figure.boxes()).contains(arrow.from(), arrow.to());
            assertThat(isOnEdge(path.get(0), arrow.from()))
                    .as("start of %s", arrow)
                    .isTrue();
            assertThat(isOnEdge(path.get(path.size() - 1), arrow.to()))
                    .as("end of %s", arrow)
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void arrowsPassThroughNoBox(String name, Diagram figure) {
        for (Arrow arrow : figure.arrows()) {
            for (DiagramBox box : figure.boxes()) {
                assertThat(crosses(arrow, box.left(), box.top(), box.right(), box.bottom()))
                        .as("%s through %s", arrow, box)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void labelsKeepClearOfBoxesArrowsAndOneAnother(String name, Diagram figure) {
        for (Diagram.DiagramLabel label : figure.labels()) {
            for (DiagramBox box : figure.boxes()) {
                boolean apart = label.right() <= box.left()
                        || label.left() >= box.right()
                        || label.bottom() <= box.top()
                        || label.top() >= box.bottom();
                assertThat(apart).as("%s beside %s", label, box).isTrue();
            }
            for (Arrow arrow : figure.arrows()) {
                assertThat(crosses(arrow, label.left(), label.top(), label.right(), label.bottom()))
                        .as("%s through %s", arrow, label)
                        .isFalse();
            }
            for (Diagram.DiagramLabel other : figure.labels()) {
                boolean apart = label.right() <= other.left()
                        || label.left() >= other.right()
                        || label.bottom() <= other.top()
                        || label.top() >= other.bottom();
                assertThat(apart || label == other)
                        .as("%s beside %s", label, other)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void whatIsWrittenInABoxFitsIt(String name, Diagram figure) {
        for (DiagramBox box : figure.boxes()) {
            for (DiagramTerm line : box.lines()) {
                assertThat(line.width()).as("%s in %s", line, box).isLessThanOrEqualTo(box.width());
            }
            assertThat(box.lines().stream().mapToDouble(DiagramTerm::height).sum())
                    .isLessThanOrEqualTo(box.height());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void boxesLieApart(String name, Diagram figure) {
        for (DiagramBox box : figure.boxes()) {
            for (DiagramBox other : figure.boxes()) {
                boolean apart = box.right() <= other.left()
                        || box.left() >= other.right()
                        || box.bottom() <= other.top()
                        || box.top() >= other.bottom();
                assertThat(apart || box == other).as("%s beside %s", box, other).isTrue();
            }
        }
    }

    @Test
    void everyKindHasItsInputsAndOutputs() {
        assertThat(symbols(DiagramType.ONE_TO_ONE)).containsExactly("x⟨1⟩ | ŷ⟨1⟩");
        assertThat(symbols(DiagramType.ONE_TO_MANY)).containsExactly("x⟨1⟩ | ŷ⟨1⟩ ŷ⟨2⟩ ŷ⟨3⟩ ŷ⟨T_y⟩");
        assertThat(symbols(DiagramType.MANY_TO_ONE)).containsExactly("x⟨1⟩ x⟨2⟩ x⟨3⟩ x⟨T_x⟩ | ŷ⟨T_x⟩");
        assertThat(symbols(DiagramType.MANY_TO_MANY_UNEQUAL))
                .containsExactly("x⟨1⟩ x⟨2⟩ x⟨T_x⟩ start | ŷ⟨1⟩ ŷ⟨2⟩ ŷ⟨T_y⟩");
        for (DiagramType kind : List.of(DiagramType.MANY_TO_MANY_EQUAL, DiagramType.BIDIRECTIONAL, DiagramType.DEEP)) {
            assertThat(symbols(kind)).containsExactly("x⟨1⟩ x⟨2⟩ x⟨3⟩ x⟨T_x⟩ | ŷ⟨1⟩ ŷ⟨2⟩ ŷ⟨3⟩ ŷ⟨T_x⟩");
        }
    }

    private static List<String> symbols(DiagramType kind) {
        Diagram figure = full(kind, ONE);
        return List.of(written(figure, Role.INPUT) + " | " + written(figure, Role.OUTPUT));
    }

    private static Stream<DiagramBox> boxes(Diagram figure, Role role) {
        return figure.boxes().stream().filter(box -> box.role() == role);
    }

    private static String written(Diagram figure, Role role) {
        return String.join(
                " ",
                boxes(figure, role)
                        .map(box ->
                                box.lines().get(0).base() + box.lines().get(0).above())
                        .toList());
    }

    @Test
    void readsWhatItWroteOnlyWhereOneSymbolOrAnEncoderStartsIt() {
        assertThat(fedBack(DiagramType.ONE_TO_MANY)).isEqualTo(4);
        assertThat(fedBack(DiagramType.MANY_TO_MANY_UNEQUAL)).isEqualTo(3);
        for (DiagramType kind : List.of(
                DiagramType.ONE_TO_ONE,
                DiagramType.MANY_TO_ONE,
                DiagramType.MANY_TO_MANY_EQUAL,
                DiagramType.BIDIRECTIONAL,
                DiagramType.DEEP)) {
            assertThat(fedBack(kind)).as("%s", kind).isZero();
        }
    }

    private static long fedBack(DiagramType kind) {
        return full(kind, ONE).arrows().stream()
                .filter(arrow -> arrow.style() == ArrowStyle.FED_BACK)
                .count();
    }

    @Test
    void remembersNothingFromOneToOne() {
        assertThat(boxes(FoldedDiagram.of(DiagramType.ONE_TO_ONE, ONE), Role.DELAY))
                .isEmpty();
        assertThat(boxes(full(DiagramType.ONE_TO_ONE, ONE), Role.START)).isEmpty();
        assertThat(full(DiagramType.ONE_TO_ONE, ONE).arrows()).hasSize(2);
    }

    @Test
    void foldsTimeIntoOneDelayALayerAndDirection() {
        assertThat(boxes(FoldedDiagram.of(DiagramType.MANY_TO_MANY_EQUAL, ONE), Role.DELAY))
                .hasSize(1);
        assertThat(boxes(FoldedDiagram.of(DiagramType.DEEP, new LayerBoxes("gru", 3)), Role.DELAY))
                .hasSize(3);
        assertThat(boxes(FoldedDiagram.of(DiagramType.BIDIRECTIONAL, ONE), Role.DELAY))
                .hasSize(2);
    }

    @Test
    void isBidirectional() {
        Diagram figure = full(DiagramType.BIDIRECTIONAL, ONE);
        List<Arrow> across = figure.arrows().stream()
                .filter(arrow ->
                        arrow.path().get(0).getY() == arrow.path().get(1).getY())
                .toList();
        assertThat(across.stream().filter(DiagramTest::goesRight)).hasSize(5);
        assertThat(across.stream().filter(arrow -> !goesRight(arrow))).hasSize(5);
        assertThat(boxes(figure, Role.START).map(box -> box.lines().get(0).above()))
                .containsExactly("⟨0⟩", "⟨T_x+1⟩");
    }

    private static boolean goesRight(Arrow arrow) {
        return arrow.path().get(0).getX()
                < arrow.path().get(arrow.path().size() - 1).getX();
    }

    @Test
    void handsTheStateFromEncoderToDecoder() {
        List<Arrow> handed = full(DiagramType.MANY_TO_MANY_UNEQUAL, ONE).arrows().stream()
                .filter(arrow -> arrow.style() == ArrowStyle.HANDED_OVER)
                .toList();
        assertThat(handed).hasSize(1);
        assertThat(handed.get(0).from().lines()).containsExactly(DiagramTerm.at("a", "T_x"));
        assertThat(handed.get(0).to().lines()).containsExactly(DiagramTerm.at("a", "1"));
    }

    @Test
    void stacksLayersAndLeavesOutTheMiddleOnesOfMany() {
        assertThat(layers(3)).containsExactly("[1]⟨1⟩", "[2]⟨1⟩", "[3]⟨1⟩");
        assertThat(layers(8)).containsExactly("[1]⟨1⟩", "[2]⟨1⟩", "[8]⟨1⟩");
    }

    private static List<String> layers(int count) {
        return boxes(full(DiagramType.DEEP, new LayerBoxes("gru", count)), Role.STATE)
                .map(box -> box.lines().get(0).above())
                .filter(above -> above.endsWith("⟨1⟩"))
                .toList();
    }

    @Test
    void showsTheMemoryOfAnLstmBesideItsState() {
        Diagram figure = full(DiagramType.MANY_TO_MANY_EQUAL, new LayerBoxes("lstm", 1));
        DiagramBox first = boxes(figure, Role.STATE).findFirst().orElseThrow();
        assertThat(first.lines()).containsExactly(DiagramTerm.at("c", "1"), DiagramTerm.at("a", "1"));
        assertThat(figure.arrows().stream().filter(arrow -> arrow.to() == first))
                .hasSize(3);
    }

    @Test
    void namesTheWeights() {
        for (DiagramType kind : DiagramType.values()) {
            List<String> weights = full(kind, ONE).labels().stream()
                    .map(label -> label.term().below())
                    .distinct()
                    .toList();
            assertThat(weights).as("%s", kind).contains("ax", "ya");
            assertThat(weights.contains("aa")).as("%s", kind).isEqualTo(kind != DiagramType.ONE_TO_ONE);
        }
    }

    private static Diagram full(DiagramType kind, LayerBoxes stack) {
        return UnfoldedDiagram.of(kind, stack, Detail.FULL);
    }

    private static boolean isOnEdge(Point2D point, DiagramBox box) {
        boolean beside = near(point.getX(), box.left()) || near(point.getX(), box.right());
        boolean above = near(point.getY(), box.top()) || near(point.getY(), box.bottom());
        return beside && point.getY() > box.top() && point.getY() < box.bottom()
                || above && point.getX() > box.left() && point.getX() < box.right();
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < TINY;
    }

    /** Whether part of an arrow lies inside a rectangle: each segment is cut down to the part within its sides. */
    private static boolean crosses(Arrow arrow, double left, double top, double right, double bottom) {
        for (int i = 1; i < arrow.path().size(); i++) {
            Point2D a = arrow.path().get(i - 1);
            Point2D b = arrow.path().get(i);
            double[] part = {0, 1};
            clip(part, a.getX(), b.getX(), left + TINY, right - TINY);
            clip(part, a.getY(), b.getY(), top + TINY, bottom - TINY);
            if (part[1] - part[0] > TINY) {
                return true;
            }
        }
        return false;
    }

    private static void clip(double[] part, double from, double to, double low, double high) {
        if (from == to) {
            if (from <= low || from >= high) {
                part[1] = part[0] - 1;
            }
            return;
        }
        double enters = ((from < to ? low : high) - from) / (to - from);
        double leaves = ((from < to ? high : low) - from) / (to - from);
        part[0] = Math.max(part[0], enters);
        part[1] = Math.min(part[1], leaves);
    }

    @Test
    void seesAnArrowThatPassesThroughABox() {
        DiagramBox box = new DiagramBox(Role.STATE, new Point2D(0, 0), 2, 2, List.of());
        Arrow through = new Arrow(box, box, ArrowStyle.PLAIN, List.of(new Point2D(-3, -2), new Point2D(3, 2)));
        Arrow past = new Arrow(box, box, ArrowStyle.PLAIN, List.of(new Point2D(-3, -1), new Point2D(3, -1)));
        assertThat(crosses(through, box.left(), box.top(), box.right(), box.bottom()))
                .isTrue();
        assertThat(crosses(past, box.left(), box.top(), box.right(), box.bottom()))
                .isFalse();
        assertThat(box.width()).isCloseTo(box.right() - box.left(), within(TINY));
    }
}
