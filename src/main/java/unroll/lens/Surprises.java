package unroll.lens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.lens.guess.GuessingExcerpt;
import unroll.lens.guess.ModelPlayer;
import unroll.lens.guess.ModelPlayer.Forecast;
import unroll.message.ProblemException;
import unroll.sample.Generator.LogitSource;
import unroll.task.Alphabets;

/**
 * How little a network expected each character of a text, and where least.
 *
 * @param text code points
 * @param forecasts of every character but the first, which nothing foretells
 */
public record Surprises(int[] text, List<Forecast> forecasts) {
    /** Shorter lines and rarer characters say more about chance than about the network. */
    private static final int MIN_LINE = 8;

    private static final int MIN_COUNT = 5;

    /**
     * A line of the text.
     *
     * @param from its first character
     * @param to behind its last one, the line end left out
     * @param bits a character, on the average
     */
    public record TextLine(int from, int to, double bits) {}

    /**
     * All occurrences of a character.
     *
     * @param right how many of them were the network's first guess
     * @param bits a character, on the average
     */
    public record CharacterCost(int codePoint, int count, int right, double bits) {}

    /**
     * Reads a part of a text with a network.
     *
     * @param network at its initial state; walked once
     * @param alphabets of the network
     * @param part of at least two characters
     * @throws ProblemException where the network has never seen one of the characters
     */
    public static Surprises of(LogitSource network, Alphabets alphabets, Corpus text, Range part) {
        int second = part.from() + 1;
        GuessingExcerpt excerpt =
                new GuessingExcerpt(text, new Range(part.from(), second), new Range(second, part.to()));
        return new Surprises(
                text.text(part).codePoints().toArray(),
                ModelPlayer.ofNetwork(network, alphabets, excerpt).forecasts());
    }

    /** −log₂ of the probability of a character; NaN for the first. */
    public double bits(int index) {
        return index == 0 ? Double.NaN : forecasts.get(index - 1).bits();
    }

    /** The whole lines that cost most bits a character, most first. */
    public List<TextLine> lines(int count) {
        List<TextLine> lines = new ArrayList<>();
        int from = 1;
        for (int i = 1; i < text.length; i++) {
            if (text[i] == '\n') {
                if (i - from >= MIN_LINE) {
                    double bits = IntStream.range(from, i)
                            .mapToDouble(this::bits)
                            .average()
                            .orElse(0);
                    lines.add(new TextLine(from, i, bits));
                }
                from = i + 1;
            }
        }
        return lines.stream()
                .sorted(Comparator.comparingDouble(TextLine::bits).reversed())
                .limit(count)
                .toList();
    }

    /** The characters that cost most bits, most first; rare ones are left out. */
    public List<CharacterCost> characters(int count) {
        Map<Integer, List<Forecast>> byCharacter = new TreeMap<>();
        for (int i = 1; i < text.length; i++) {
            byCharacter.computeIfAbsent(text[i], any -> new ArrayList<>()).add(forecasts.get(i - 1));
        }
        return byCharacter.entrySet().stream()
                .filter(each -> each.getValue().size() >= MIN_COUNT)
                .map(each -> cost(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingDouble(CharacterCost::bits).reversed())
                .limit(count)
                .toList();
    }

    private static CharacterCost cost(int codePoint, List<Forecast> forecasts) {
        return new CharacterCost(
                codePoint,
                forecasts.size(),
                (int) forecasts.stream().filter(Forecast::right).count(),
                forecasts.stream().mapToDouble(Forecast::bits).average().orElse(0));
    }
}
