package unroll.task.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.corpus.Range;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;
import unroll.task.Example;
import unroll.task.Examples;
import unroll.task.InputOutput;
import unroll.task.Layout;
import unroll.task.Matcher;
import unroll.task.OptionValues;
import unroll.task.RandomStreams;
import unroll.task.ReadingOrder;
import unroll.task.RnnType;
import unroll.task.Task;
import unroll.task.TaskData;
import unroll.task.TaskDescription;
import unroll.task.TaskRequest;

/** A task of pairs: its own, or the user's where it is given some. */
public abstract class PairTask extends Task {
    /** @param about what {@link #about} gives */
    protected PairTask(TaskDescription about) {
        super(about);
    }

    /**
     * The task's own pairs, the same for the same request.
     *
     * @throws ProblemException where there are none
     */
    protected abstract List<InputOutput> pairs(OptionValues choices, TaskRequest request);

    /** Which end of the input is read first. */
    protected ReadingOrder order(OptionValues choices) {
        return ReadingOrder.FORWARDS;
    }

    /** What two pairs have in common of which one would give the other away, were it held out. */
    protected String key(InputOutput pair) {
        return about().type().heldOutSide(pair);
    }

    @Override
    public final TaskData data(OptionValues choices, TaskRequest request) {
        List<InputOutput> pairs = request.pairs() == null ? pairs(choices, request) : request.pairs();
        RnnType type = about().type();
        Layout layout = Layout.of(type, order(choices), pairs);
        if (request.known() != null) {
            request.known().requireAll(layout.alphabets());
            layout = request.known();
        }
        return new Partition(type, pairs, this::key, request.split(), request.seed()).under(layout, matcher());
    }

    /**
     * Shares pairs out between training, validation and test: at random, label by label where there are labels, and pairs
     * with the same key together, so that nothing held out occurs in training.
     */
    static final class Partition {
        private static final List<SplitPart> PARTS = List.of(SplitPart.TRAIN, SplitPart.VALIDATION, SplitPart.TEST);

        private final List<InputOutput> training = new ArrayList<>();
        private final List<InputOutput> validation = new ArrayList<>();
        private final List<InputOutput> test = new ArrayList<>();

        /** @param key pairs with the same key stay together */
        Partition(RnnType type, List<InputOutput> pairs, Function<InputOutput, String> key, Split split, long seed) {
            UniformRandomProvider random = RandomStreams.data(seed, "partition");
            for (List<List<InputOutput>> stratum : strata(type, groups(pairs, key))) {
                shuffle(stratum, random);
                for (SplitPart part : PARTS) {
                    Range range = split.range(part, stratum.size());
                    stratum.subList(range.from(), range.to()).forEach(list(part)::addAll);
                }
            }
            for (SplitPart part : PARTS) {
                requireSome(part, split, pairs.size());
            }
        }

        TaskData.ExampleSets under(Layout layout, Matcher matcher) {
            return new TaskData.ExampleSets(
                    layout,
                    matcher,
                    new PairExamples(training, layout),
                    new PairExamples(validation, layout),
                    new PairExamples(test, layout));
        }

        private List<InputOutput> list(SplitPart part) {
            return part == SplitPart.TRAIN ? training : part == SplitPart.VALIDATION ? validation : test;
        }

        private static Collection<List<InputOutput>> groups(
                List<InputOutput> pairs, Function<InputOutput, String> key) {
            Map<String, List<InputOutput>> groups = new LinkedHashMap<>();
            pairs.forEach(pair -> groups.computeIfAbsent(key.apply(pair), any -> new ArrayList<>(1))
                    .add(pair));
            return groups.values();
        }

        private static Collection<List<List<InputOutput>>> strata(RnnType type, Collection<List<InputOutput>> groups) {
            Map<String, List<List<InputOutput>>> strata = new LinkedHashMap<>();
            for (List<InputOutput> group : groups) {
                String label = type.label(group.get(0));
                strata.computeIfAbsent(label == null ? "" : label, any -> new ArrayList<>())
                        .add(group);
            }
            return strata.values();
        }

        private static <T> void shuffle(List<T> list, UniformRandomProvider random) {
            for (int last = list.size() - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                T moved = list.set(last, list.get(other));
                list.set(other, moved);
            }
        }

        private void requireSome(SplitPart part, Split split, int pairs) {
            if (split.share(part) > 0 && list(part).isEmpty()) {
                throw Reason.NOTHING_LEFT_FOR_PART.exception(
                        Wording.count(pairs, "example"), part.title(), split.share(part));
            }
        }

        /** Pairs, laid out when they are asked for. */
        private record PairExamples(List<InputOutput> pairs, Layout layout) implements Examples {
            @Override
            public int size() {
                return pairs.size();
            }

            @Override
            public Example example(int index) {
                return layout.example(pairs.get(index));
            }

            @Override
            public InputOutput pair(int index) {
                return pairs.get(index);
            }

            /** Short: a log line must not hold all of somebody's data. */
            @Override
            public String toString() {
                return size() + " pairs";
            }
        }
    }
}
