package unroll.ui.lens.unit;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.unit.Unit;
import unroll.message.NumericRange;
import unroll.network.Directions;
import unroll.network.NetworkSpec;
import unroll.ui.control.Buttons;
import unroll.ui.control.Choice;
import unroll.ui.control.Nodes;
import unroll.ui.control.NumberField;
import unroll.ui.control.Tips;

/** Which unit of a network to look at. */
public final class UnitChoice {
    private static final int COLUMNS = 4;

    private final Choice<Integer> layer;
    private final Choice<Integer> buffer = new Choice<>("unit-state", "State", List.of(0), UnitNames::buffer)
            .tip("Every cell has a hidden state a, which it shows. An LSTM keeps a memory c beside it.");
    private final NumberField index = new NumberField(
                    "unit-field", "Unit", NumericRange.whole(1, NetworkSpec.MAX_HIDDEN), 1)
            .tip("Units of a layer are counted from 1. What each of them is for, only training decides.");
    private final Button before =
            Buttons.quiet("unit-before", Feather.CHEVRON_LEFT, "The unit before this one.", () -> move(-1));
    private final Button next =
            Buttons.quiet("unit-next", Feather.CHEVRON_RIGHT, "The unit after this one.", () -> move(1));
    private Runnable changed = () -> {};
    private Runnable changedByUser = () -> {};
    private StackShape shape = new StackShape(1, 1, 1, Directions.UNIDIRECTIONAL);

    /** What of a network says which units there are. */
    private record StackShape(int layers, int buffers, int hidden, Directions directions) {
        static StackShape of(NetworkSpec spec) {
            return new StackShape(
                    spec.layers() * spec.directions().count(),
                    spec.kind().stateBuffers(),
                    spec.hidden(),
                    spec.directions());
        }

        /** The unit nearest to one that may not be there. */
        Unit nearest(Unit unit) {
            return new Unit(
                    Math.min(unit.layer(), layers - 1),
                    Math.min(unit.buffer(), buffers - 1),
                    Math.min(unit.index(), hidden - 1));
        }
    }

    public UnitChoice() {
        layer = new Choice<>("unit-layer", "Layer", List.of(0), number -> UnitNames.layer(number, shape.directions()));
        layer.tip("Layer 1 reads the characters; each further one reads what the layer below it says.");
        layer.show(0);
        buffer.show(0);
        ((TextField) index.control()).setPrefColumnCount(COLUMNS);
        Nodes.show(layer, false);
        Nodes.show(buffer, false);
        layer.onChoice(any -> userChanged());
        buffer.onChoice(any -> userChanged());
        index.onChange(() -> {
            show(unit());
            userChanged();
        });
        Tips.on(before, before.getAccessibleText());
        Tips.on(next, next.getAccessibleText());
    }

    /** In the order of a form. */
    public Node[] controls() {
        return new Node[] {layer, buffer, index, before, next};
    }

    private void userChanged() {
        changedByUser.run();
        changed.run();
    }

    /** What to do when the user has chosen a unit here, before {@link #onChange}. */
    void onUserChange(Runnable action) {
        changedByUser = action;
    }

    /** What to do when another unit was chosen. */
    public void onChange(Runnable action) {
        changed = action;
    }

    public Unit unit() {
        return shape.nearest(new Unit(layer.value(), buffer.value(), index.whole() - 1));
    }

    /** Chooses a unit, and does as if the user had. */
    void choose(Unit unit) {
        show(unit);
        changed.run();
    }

    /** Goes to the neighbor, round at the ends. */
    private void move(int by) {
        Unit unit = unit();
        changedByUser.run();
        choose(new Unit(unit.layer(), unit.buffer(), Math.floorMod(unit.index() + by, shape.hidden())));
    }

    private void show(Unit unit) {
        layer.show(unit.layer());
        buffer.show(unit.buffer());
        index.show(unit.index() + 1.0);
    }

    /** Offers the units of this network; the chosen one stays where it is there. */
    public void offer(NetworkSpec spec) {
        StackShape now = StackShape.of(spec);
        if (!now.equals(shape)) {
            Unit unit = now.nearest(unit());
            shape = now;
            layer.offer(IntStream.range(0, shape.layers()).boxed().toList());
            buffer.offer(IntStream.range(0, shape.buffers()).boxed().toList());
            Nodes.show(layer, shape.layers() > 1);
            Nodes.show(buffer, shape.buffers() > 1);
            show(unit);
        }
    }

    /** The unit that a network has in the place of one that may not be there. */
    static Unit nearest(Unit wanted, NetworkSpec spec) {
        return StackShape.of(spec).nearest(wanted);
    }
}
