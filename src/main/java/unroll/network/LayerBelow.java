package unroll.network;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.matrix.Team;
import unroll.matrix.Team.Share;

/**
 * The layer below, seen from above: what it gives, through dropout where there is any, and what it is given back. Each member
 * sets ∂L/∂x for its share of the units below, to which all units above contribute, those of both directions.
 */
final class LayerBelow implements LayerInput {
    private final LayerStates states;
    private final @Nullable Dropout dropout;
    private final Team team;
    private final List<Share> shares;
    /** Of all directions and members, in that order. */
    private final List<LayerSource> readers = new ArrayList<>();

    private Matrix x;
    private Matrix[] dx;

    /** @param dropout between the two layers; 0 for none */
    LayerBelow(LayerStates states, double dropout, Room room, Team team) {
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
    public Source source(RecurrentLayer layer, Share units, Matrix z) {
        LayerSource source = new LayerSource(layer, this, units, z);
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
        LayerSource first = readers.get(0);
        into.setProduct(first.transposedTo(below), first.dz());
        for (LayerSource other : readers.subList(1, readers.size())) {
            into.addProduct(other.transposedTo(below), other.dz());
        }
        if (dropout != null) {
            dropout.backward(member);
        }
    }
}
