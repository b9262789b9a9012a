package unroll.ui.corpus;

import unroll.corpus.CorpusReader;

/** A text on its way in: the reading thread reports, the window looks. */
final class LoadingProgress implements CorpusReader.Progress {
    private final String name;
    private volatile double share;
    private Runnable cancel = () -> {};

    LoadingProgress(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** How much has been read, from 0 to 1; −1 where that is unknown. */
    double share() {
        return share;
    }

    @Override
    public void at(long bytesDone, long bytesTotal) {
        share = bytesTotal <= 0 ? -1 : (double) bytesDone / bytesTotal;
    }

    void cancelWith(Runnable action) {
        cancel = action;
    }

    void cancel() {
        cancel.run();
    }
}
