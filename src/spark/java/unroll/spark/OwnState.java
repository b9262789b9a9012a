package unroll.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.train.TrainerState;

/**
 * What a partition goes on with by itself from round to round.
 *
 * @param hidden the state carried into its next window
 * @param random state of its dropout's random numbers
 */
record OwnState(State hidden, byte[] random) {
    static OwnState of(TrainerState state) {
        return new OwnState(state.hidden(), state.random());
    }

    /** As {@link #read} takes it. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (float[][] layer : hidden.buffers()) {
                for (float[] buffer : layer) {
                    for (float value : buffer) {
                        out.writeFloat(value);
                    }
                }
            }
            out.write(random);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * @param columns B
     * @throws IOException where the bytes are too few
     */
    static OwnState read(byte[] bytes, NetworkSpec spec, int columns) throws IOException {
        State hidden = State.zero(spec, columns);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (float[][] layer : hidden.buffers()) {
                for (float[] buffer : layer) {
                    for (int i = 0; i < buffer.length; i++) {
                        buffer[i] = in.readFloat();
                    }
                }
            }
            return new OwnState(hidden, in.readAllBytes());
        }
    }
}
