package unroll.sample;

import unroll.message.NumericRange;

/**
 * One text to be written. Line ends in prime and stop text become LF, as they do in a corpus.
 *
 * @param prime text the network reads first; may be empty
 * @param length most symbols to write; at least 1
 * @param stop stop after this text has been written; empty for never
 * @param settings how symbols are drawn
 * @param seed of the draws
 */
public record SampleRequest(String prime, int length, String stop, SamplingSettings settings, long seed) {
    public SampleRequest {
        NumericRange.from(1).require("The length of the text", length);
        prime = withLineFeeds(prime);
        stop = withLineFeeds(stop);
    }

    public SampleRequest with(SamplingSettings other) {
        return new SampleRequest(prime, length, stop, other, seed);
    }

    public SampleRequest withSeed(long other) {
        return new SampleRequest(prime, length, stop, settings, other);
    }

    private static String withLineFeeds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
