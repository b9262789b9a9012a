package unroll.oracle;

import unroll.task.Batch;

/** A network whose initial state is the last state of another one, which reads a source and says nothing. */
public final class OracleEncoderDecoder {
    private final OracleShape shape;
    private final OracleStack encoder;
    private final OracleNetwork decoder;

    public OracleEncoderDecoder(OracleShape shape, OracleWeights weights) {
        this.shape = shape;
        encoder = new OracleStack(shape, "encoder.", weights);
        decoder = new OracleNetwork(shape, weights);
    }

    /** @param source what the encoder reads, step-major, or {@link Batch#PAD} */
    public OracleNetwork.Forward forward(int[] source, Batch batch) {
        return decoder.forward(batch, encode(source, batch).last());
    }

    /** The gradient of all weights, the encoder's and the decoder's. */
    public OracleWeights backward(int[] source, Batch batch) {
        OracleStack.Run encoded = encode(source, batch);
        OracleNetwork.Gradient gradient = decoder.backward(batch, encoded.last());
        double[][][] nothing = new double[encoded.top().length][batch.columns()][shape.hidden()];
        encoder.backward(encoded, nothing, gradient.initial(), gradient.weights());
        return gradient.weights();
    }

    public double distanceToKink(int[] source, Batch batch) {
        OracleStack.Run encoded = encode(source, batch);
        return Math.min(encoder.distanceToKink(encoded), decoder.distanceToKink(batch, encoded.last()));
    }

    private OracleStack.Run encode(int[] source, Batch batch) {
        return encoder.forward(source, shape.source(), OracleNetwork.zeroState(shape, batch.columns()));
    }
}
