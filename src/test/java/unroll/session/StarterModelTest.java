package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.session.model.ModelSnapshot;
import unroll.session.state.StarterModel;

/** Something to look into before anybody has trained. */
class StarterModelTest {
    @TempDir
    Path folder;

    @Test
    void isThereUntilAModelIs() throws Exception {
        try (Session session = new Session(folder)) {
            Until.done(session.data().openBundled("drama.txt"));
            assertThat(session.modelIdentity()).isNull();
            Until.done(session.copies().offerStarter());
            assertThat(session.copies().starter()).isNotNull().isSameAs(session.modelIdentity());
            ModelSnapshot looked = Until.done(session.copies().inspect(look -> look));
            assertThat(looked.step()).isPositive();
            assertThat(looked.layout().vocabularies())
                    .isEqualTo(session.status().dataset().data().layout().vocabularies());
            assertThat(session.status().metrics().step()).isZero();

            Until.done(session.step());
            assertThat(session.copies().starter()).isNull();
            assertThat(Until.done(session.copies().snapshot()).step()).isEqualTo(1);
            Until.done(session.reset());
            assertThat(session.copies().starter()).isNotNull();
            Until.done(session.data().openText("another", "Quite another text, and a long one.\n".repeat(99)));
            assertThat(session.copies().starter()).isNull();
        }
    }

    @Test
    void isSmall() throws Exception {
        URL file = StarterModel.class.getResource("/unroll/models/drama-eight-seconds.safetensors");
        assertThat(Files.size(Path.of(file.toURI()))).isLessThanOrEqualTo(400_000);
    }
}
