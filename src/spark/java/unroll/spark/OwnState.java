package unroll.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.train.TrainerState;

/**
 * What a partition goes on with by itself from round to round. After each round it lies in a file that the next one reads.
 *
 * @param hidden the state carried into its next window
 * @param random state of its dropout's random numbers
 */
record OwnState(State hidden, byte[] random) {
    /** The folder with a folder of every round whose states are still there. */
    static final String FOLDER = "partitions";

    /** The folder of a round's states, within that of the model. */
    static String folder(int partitions, long steps) {
        return String.format(Locale.ROOT, "%s/%d-at-step-%d", FOLDER, partitions, steps);
    }

    /**
     * The file of a state.
     *
     * @param partition from 0
     * @param partitions of the text
     * @param steps of every partition so far
     */
    static String file(int partition, int partitions, long steps) {
        return String.format(Locale.ROOT, "%s/part-%05d", folder(partitions, steps), partition);
    }

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
