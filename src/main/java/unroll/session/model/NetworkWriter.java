package unroll.session.model;

import java.util.function.Consumer;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.TextReader;
import unroll.task.TextWriting;

/** Writes a text with a network of its own. */
record NetworkWriter(ModelSnapshot model, TextWriting writing) implements Learner.Writer {
    @Override
    public String write(SampleRequest request, Consumer<String> heard) {
        Generator generator =
                new Generator(model.layout().alphabets().input().vocabulary(), TextReader.of(model.network(), writing));
        return generator.write(request, symbol -> {
            heard.accept(symbol);
            return true;
        });
    }
}
