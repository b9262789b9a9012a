package unroll.session;

import java.util.function.Consumer;
import unroll.corpus.Vocabulary;
import unroll.network.Network;
import unroll.network.Stepper;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;

/** Writes with a network of its own. */
final class NetworkWriter implements Learner.Writer {
    private final Network network;
    private final Vocabulary vocabulary;

    /** @param network not changed by anyone from now on */
    NetworkWriter(Network network, Vocabulary vocabulary) {
        this.network = network;
        this.vocabulary = vocabulary;
    }

    @Override
    public String write(SampleRequest request, Consumer<String> heard) {
        Stepper stepper = new Stepper(network);
        return new Generator(vocabulary, stepper::read).write(request, symbol -> {
            heard.accept(symbol);
            return true;
        });
    }
}
