package unroll.bench.dl4j;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * DL4J's LSTM on the same work: {@code HIDDEN LAYERS BATCH WINDOW STEPS}, one line of JSON.
 *
 * <p>One-hot input and target of 65 symbols, backpropagation through the whole window, RMSProp. DL4J clips by the norm of
 * each layer's gradient, not of the whole. The input is made before the first step.
 */
public final class Dl4jPeer {
    private static final int VOCABULARY = 65;
    private static final int WARM_UP_STEPS = 5;
    private static final long SEED = 1;
    private static final double NANOS_PER_MILLI = 1e6;

    private Dl4jPeer() {}

    public static void main(String[] arguments) {
        int[] n = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        int hidden = n[0];
        int layers = n[1];
        int batch = n[2];
        int window = n[3];
        int steps = n[4];
        MultiLayerNetwork network = network(hidden, layers);
        INDArray input = oneHot(batch, window, SEED);
        INDArray target = oneHot(batch, window, SEED + 1);
        for (int i = 0; i < WARM_UP_STEPS; i++) {
            network.fit(input, target);
        }
        double[] millis = new double[steps];
        for (int i = 0; i < steps; i++) {
            long began = System.nanoTime();
            network.fit(input, target);
            millis[i] = (System.nanoTime() - began) / NANOS_PER_MILLI;
        }
        Arrays.sort(millis);
        double median = (millis[(steps - 1) / 2] + millis[steps / 2]) / 2;
        System.out.println("{\"medianStepMillis\":%s,\"minStepMillis\":%s,\"trainCharsPerSecond\":%s}"
                .formatted(median, millis[0], batch * window * 1000 / median));
    }

    private static MultiLayerNetwork network(int hidden, int layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .dataType(DataType.FLOAT)
                .updater(new RmsProp(2e-3, 0.95, 1e-8))
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(5)
                .list();
        for (int layer = 0; layer < layers; layer++) {
            list.layer(new LSTM.Builder()
                    .nIn(layer == 0 ? VOCABULARY : hidden)
                    .nOut(hidden)
                    .activation(Activation.TANH)
                    .build());
        }
        list.layer(new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nIn(hidden)
                .nOut(VOCABULARY)
                .activation(Activation.SOFTMAX)
                .build());
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.backpropType(BackpropType.Standard).build());
        network.init();
        return network;
    }

    /** Random symbols, [batch × vocabulary × window] in DL4J's usual order. */
    private static INDArray oneHot(int batch, int window, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        INDArray array = Nd4j.create(new int[] {batch, VOCABULARY, window}, 'f');
        for (int b = 0; b < batch; b++) {
            for (int t = 0; t < window; t++) {
                array.putScalar(b, random.nextInt(VOCABULARY), t, 1);
            }
        }
        return array;
    }
}
