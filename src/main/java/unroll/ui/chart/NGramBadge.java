package unroll.ui.chart;

import javafx.scene.control.Label;
import unroll.lens.ngram.NGramLosses;
import unroll.session.state.Status;
import unroll.ui.control.Nodes;
import unroll.ui.control.Term;
import unroll.ui.model.WindowModel;

/** In words how good the loss is: the best n-gram model that the network beats. */
final class NGramBadge extends Label {
    private final WindowModel window;

    NGramBadge(WindowModel window) {
        this.window = window;
        setId("ngram-badge");
        getStyleClass().add("badge");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        Term.UNIGRAM.mark(this);
        window.statusProperty().subscribe(status -> show());
        window.ngramsProperty().subscribe(losses -> show());
    }

    private void show() {
        NGramLosses ngrams = window.ngramsProperty().get();
        String words = ngrams == null ? "" : words(ngrams, window.status());
        setText(words);
        Nodes.show(this, !words.isEmpty());
    }

    private static String words(NGramLosses ngrams, Status status) {
        if (Double.isNaN(status.metrics().losses().train())) {
            return "";
        }
        boolean validated = !Double.isNaN(status.metrics().losses().validation());
        double loss = validated
                ? status.metrics().losses().validation()
                : status.metrics().losses().train();
        return "%s %s".formatted(validated ? "Validation" : "Training", ngrams.verdict(loss));
    }
}
