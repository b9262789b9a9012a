package unroll.session.state;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import unroll.corpus.CorpusReader;
import unroll.session.data.DatasetIdentity;
import unroll.session.data.OpenedFiles;
import unroll.session.model.Learner;
import unroll.session.model.ModelSnapshot;
import unroll.session.model.TrainerFactory;

/**
 * A small model that was trained for eight seconds on a bundled text and ships with the program, so that there is something to
 * look into before anybody has trained. How it is made: {@code docs/starter-model.md}.
 *
 * @param stored the model
 * @param dataset that it was trained on, and is offered for
 */
public record StarterModel(Learner.Capture stored, DatasetIdentity dataset) {
    private static final String FILE = "/unroll/models/drama-eight-seconds.safetensors";
    private static final String TEXT = "drama.txt";

    /** Reads it out of the program. */
    public static StarterModel read(TrainerFactory factory) throws IOException {
        Path copy = Files.createTempFile("unroll-starter", ".safetensors");
        try (InputStream in = StarterModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE);
            }
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            Learner.Capture stored = factory.read(copy);
            OpenedFiles opened = OpenedFiles.NONE.withText(CorpusReader.bundled(TEXT));
            return new StarterModel(stored, DatasetIdentity.of(stored.settings(), opened));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Whether it is what can be looked into in this state, which has no model yet. */
    boolean isFor(SessionState state) {
        return state.model() == null && dataset.equals(DatasetIdentity.of(state.nextSettings(), state.opened()));
    }

    public ModelSnapshot snapshot() {
        return stored.snapshot();
    }
}
