package unroll.sample;

/**
 * One text to be written.
 *
 * @param prime text the network reads first; may be empty
 * @param length most symbols to write; at least 1
 * @param stop stop after this text has been written; empty for never
 * @param settings how symbols are drawn
 * @param seed of the draws
 */
public record SampleRequest(String prime, int length, String stop, SamplingSettings settings, long seed) {}
