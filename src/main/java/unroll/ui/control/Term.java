package unroll.ui.control;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** A word of the field that a beginner may not know, explained where it stands: underlined with dots, with two lines on it. */
public enum Term {
    NATS(
            "A nat measures surprise: a loss of x nats means the network is as unsure as among e^x equally likely characters.",
            "1 nat = 1.44 bits."),
    V(
            "V is the number of different characters in the text, the size of its alphabet.",
            "A blind guess costs ln V nats."),
    UNIGRAM(
            "A unigram is one character by itself; unigrams count how often each occurs. Bigrams count pairs, trigrams triples.",
            "A network that beats trigrams has learned more than which character follows two others."),
    CLIPPING(
            "Clipping shortens a gradient that is longer than a limit before the weights are changed.",
            "A single huge gradient then cannot ruin what was learned."),
    SPECTRAL_RADIUS(
            "The spectral radius of a matrix is the largest absolute value among its eigenvalues.",
            "Multiplying by the matrix again and again shrinks a signal where it is below 1, and can blow it up above 1."),
    MACRO_ACCURACY(
            "Macro accuracy is the accuracy of each label by itself, averaged over all labels.",
            "A rare label counts as much as a frequent one."),
    ENTROPY(
            "Entropy measures how unsure a prediction is: 0 where one character is certain, ln V where all are equally likely.",
            "It does not depend on which character came."),
    PATIENCE(
            "Patience is how many validations in a row may bring no new lowest loss before training stops early.",
            "0 never stops early.");

    private final String explanation;

    Term(String first, String second) {
        explanation = first + "\n" + second;
    }

    /** The word by itself, explained. */
    public Label label() {
        return mark(new Label(
                name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    /** Explains the word in a label that is there. */
    public <L extends Labeled> L mark(L label) {
        label.getStyleClass().add("term");
        return Tips.on(label, explanation);
    }
}
