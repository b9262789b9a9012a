package unroll.network;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;

/**
 * The layer below, seen from above: what it gives, through dropout where there is any, and what it is given back. Each member
 * sets ∂L/∂x for its share of the units below, to which all units above contribute, those of both directions.
 */
final class DenseInput implements LayerInput {
    private final LayerStates states;
    private final @Nullable Dropout dropout;
    private final WorkerGroup team;
    private final List<Share> shares;
    /** Of all directions and members, in that order. */
    private final List<DenseProjection> readers = new ArrayList<>();

    private Matrix x;
    private Matrix[] dx;

    /** @param dropout between the two layers; 0 for none */
    DenseInput(LayerStates states, double dropout, Capacity room, WorkerGroup team) {
        this.states = states;
        this.team = team;
        this.shares = team.shares(states.units());
        this.dropout = dropout > 0 ? new Dropout(dropout, states, room, team) : null;
        this.x = output(room.steps());
        this.dx = gradients(room.steps());
    }

    private Matrix output(int steps) {
        return dropout == null ? states.output(steps) : dropout.output(steps);
    }

    private Matrix[] gradients(int steps) {
        Matrix all = states.outputGradient(steps);
        return shares.stream().map(share -> all.rows(share.from(), share.to())).toArray(Matrix[]::new);
    }

    /** Its output, [n_x × B·T]. */
    Matrix x() {
        return x;
    }

    @Override
    public InputProjection source(RecurrentLayer layer, Share units, Matrix z) {
        DenseProjection source = new DenseProjection(layer, this, units, z);
        readers.add(source);
        return source;
    }

    @Override
    public void resize(int steps) {
        if (dropout != null) {
            dropout.resize(steps);
        }
        x = output(steps);
        dx = gradients(steps);
        readers.forEach(reader -> reader.resize(x.columns()));
    }

    @Override
    public void forward(int member, @Nullable UniformRandomProvider random) {
        if (dropout != null) {
            dropout.forward(member, random);
            team.meet(member);
        }
    }

    @Override
    public void backward(int member) {
        Share below = shares.get(member);
        Matrix into = dx[member];
        DenseProjection first = readers.get(0);
        into.setProduct(first.transposedTo(below), first.dz());
        for (DenseProjection other : readers.subList(1, readers.size())) {
            into.addProduct(other.transposedTo(below), other.dz());
        }
        if (dropout != null) {
            dropout.backward(member);
        }
    }
}
