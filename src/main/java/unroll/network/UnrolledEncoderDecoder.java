package unroll.network;

import java.util.function.IntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.WorkerGroup;

/**
 * An encoder reads a source and says nothing; a decoder starts from its last state. On the way back the decoder's gradient
 * with respect to its initial state is the encoder's with respect to its last one (docs/derivations/bptt.md; I. Sutskever,
 * O. Vinyals, Q. Le, "Sequence to sequence learning with neural networks", 2014, section 2).
 */
public final class UnrolledEncoderDecoder implements Unrolled {
    private final Network network;
    private final LayerStack encoder;
    private final Unroll decoder;
    private final WorkerGroup team;
    private final State handedOver;

    /**
     * @param network with an encoder
     * @param team of no more members than the network has hidden units
     */
    public UnrolledEncoderDecoder(Network network, Capacity room, WorkerGroup team) {
        NetworkSpec.require(network.spec().hasEncoder(), "This network has no encoder: %s.", network.spec());
        this.network = network;
        this.team = team;
        decoder = new Unroll(network, room, team);
        encoder = new LayerStack(network, network.encoder, new Capacity(room.source(), room.columns()), team);
        handedOver = State.zero(network.spec(), room.columns());
        loadWeights();
    }

    @Override
    public void loadWeights() {
        float[] values = network.parameters().values();
        team.run(member -> encoder.loadWeights(member, values));
        decoder.loadWeights();
    }

    @Override
    public void forward(int[] source, int[] inputs, State start, @Nullable IntFunction<UniformRandomProvider> dropout) {
        encoder.read(source, start);
        team.run(member -> encoder.forward(member, start, dropout == null ? null : dropout.apply(member)));
        encoder.readFinalState(handedOver);
        // Other numbers, so that the decoder's masks are not the encoder's again.
        decoder.forward(inputs, handedOver, dropout == null ? null : m -> dropout.apply(team.members() + m));
    }

    @Override
    public void readFinalState(State into) {
        decoder.readFinalState(into);
    }

    @Override
    public float[] logits() {
        return decoder.logits();
    }

    @Override
    public double loss(int[] targets, CrossEntropyLoss function) {
        return decoder.loss(targets, function);
    }

    @Override
    public void backward(Parameters gradient, State dState, StateGradients seen) {
        decoder.backward(gradient, dState, seen);
        team.run(member -> {
            encoder.clearTopGradient(member);
            encoder.backward(member, gradient, dState, seen.source());
        });
    }
}
