package unroll.session.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.session.Until;
import unroll.session.data.OpenedFiles;
import unroll.session.data.ShortText;
import unroll.session.model.FakeWorkshop;
import unroll.settings.Settings;
import unroll.task.TaskConfig;

class SessionStoreTest {
    private final SessionStore store = new SessionStore(
            new SessionStore.Config(new FakeWorkshop(), () -> 0, Duration.ofMinutes(1), FakeWorkshop.NO_MOMENTS));

    @AfterEach
    void close() {
        store.trainer().close();
        store.files().breakOff();
        store.liveSamples().close();
    }

    private void open(Corpus text, Settings settings) throws Exception {
        Until.done(store.trainer()
                .run(() ->
                        store.update(now -> now.withData(OpenedFiles.NONE.withText(text), ShortText.NONE, settings))));
    }

    @Test
    void theTrainersThreadAloneChangesTheState() throws Exception {
        assertThatThrownBy(() -> store.update(now -> now.withModel(null))).isInstanceOf(IllegalStateException.class);
        Until.done(store.trainer().run(() -> store.update(now -> now.withModel(null))));
    }

    @Test
    void theStateHasTheDataOfItsTextAndNoOther() throws Exception {
        Corpus text = CorpusReader.ofText("one", "a text of some length");
        open(text, Settings.DEFAULT);
        assertThat(store.state().dataset().source()).isSameAs(text);
        assertThat(store.state().dataset()).isSameAs(store.status().dataset());
        Corpus other = CorpusReader.ofText("other", "another text of some length");
        open(other, Settings.DEFAULT);
        assertThat(store.state().dataset().source()).isSameAs(other);
    }

    @Test
    void dataThatTakeTimeAreThereOnceTheyAreMadeAndStayForThisModel() throws Exception {
        Settings made = Settings.startingWith(TaskConfig.parse("first-symbol:examples=200"));
        Settings others = Settings.startingWith(TaskConfig.parse("addition:digits=1,examples=100"));
        assertThat(store.updateSettings(store.state(), made)).isTrue();
        assertThat(store.status().dataset()).isNull();
        var dataset = store.dataset(made, store.state().opened());
        assertThat(store.status().dataset()).isSameAs(dataset);
        store.dataset(others, store.state().opened());
        assertThat(store.status().dataset()).as("not pushed out").isSameAs(dataset);
        assertThat(store.updateSettings(store.state(), made.with(change -> change.learningRate = 0.5)))
                .isTrue();
        assertThat(store.status().dataset()).isSameAs(dataset);
    }

    @Test
    void settingsThatWereChangedSinceAreNotOverwritten() {
        SessionState seen = store.state();
        Settings first = Settings.DEFAULT.with(change -> change.learningRate = 0.25);
        assertThat(store.updateSettings(seen, first)).isTrue();
        assertThat(store.updateSettings(seen, Settings.DEFAULT)).isFalse();
        assertThat(store.state().nextSettings()).isEqualTo(first);
    }
}
