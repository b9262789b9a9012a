package unroll.spark;

import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.session.data.OpenedFiles;
import unroll.sweep.SweepPlan;
import unroll.sweep.TrialRunner;

/**
 * A plan with what is learned from, as it travels to the executors, once to each. All tasks of an executor share one runner,
 * which the first of them makes.
 */
final class SharedPlan implements Serializable {
    private static final long serialVersionUID = 1;

    private final String name;
    private final byte[] json;
    private final @Nullable SharedText text;
    private final @Nullable SharedText pairs;
    private transient @Nullable TrialRunner runner;

    private record SharedText(String name, String text) implements Serializable {
        static @Nullable SharedText of(@Nullable Corpus corpus) {
            return corpus == null ? null : new SharedText(corpus.name(), corpus.text(new Range(0, corpus.length())));
        }

        static @Nullable Corpus read(@Nullable SharedText shared) throws IOException {
            return shared == null ? null : CorpusReader.ofText(shared.name, shared.text);
        }
    }

    /** @param opened what the plan's own text or pairs were read into */
    SharedPlan(String name, byte[] json, OpenedFiles opened) {
        this.name = name;
        this.json = json;
        text = SharedText.of(opened.text());
        pairs = SharedText.of(opened.pairs());
    }

    synchronized TrialRunner runner() throws IOException {
        TrialRunner made = runner;
        if (made == null) {
            OpenedFiles opened = new OpenedFiles(SharedText.read(text), SharedText.read(pairs));
            made = new TrialRunner(SweepPlan.parse(name, json, null), opened);
            runner = made;
        }
        return made;
    }
}
