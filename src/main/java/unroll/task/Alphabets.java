package unroll.task;

/**
 * What a network of a task reads and writes. Where an answer is written symbol by symbol, the input alphabet begins
 * with the whole output alphabet, so that what was predicted can be read at the next step under the same index.
 *
 * @param source what the encoder reads; {@link Alphabet#EMPTY} where there is none
 * @param input what the network, or the decoder, reads
 * @param output what it predicts
 */
public record Alphabets(Alphabet source, Alphabet input, Alphabet output) {}
