package unroll.session;

import java.io.IOException;
import java.nio.file.Path;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.Corpus;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.train.MemoryEstimate;
import unroll.train.Randomness;
import unroll.train.Trainer;

/** Makes learners of the real engine. */
final class EngineWorkshop implements Workshop {
    @Override
    public void check(Corpus corpus, Settings settings) {
        Trainer.requireFit(corpus, settings.split(), settings.training());
        MemoryEstimate.requireFit(settings.model().spec(corpus.vocabulary().size()), settings.training());
    }

    @Override
    public Learner begin(Corpus corpus, Settings settings) {
        NetworkSpec spec = settings.model().spec(corpus.vocabulary().size());
        MemoryEstimate.requireFit(spec, settings.training());
        Network network =
                new Network(spec, Randomness.initialization(settings.training().seed()));
        Trainer trainer = new Trainer(network, corpus, settings.split(), settings.training());
        return new TrainerLearner(trainer, corpus, settings.split());
    }

    @Override
    public Stored read(Path file) throws IOException {
        return new StoredCheckpoint(Checkpoint.load(file));
    }
}
