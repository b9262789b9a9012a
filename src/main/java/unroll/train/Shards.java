package unroll.train;

import java.util.ArrayList;
import java.util.List;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.network.Network;
import unroll.network.State;
import unroll.task.Batch;
import unroll.task.NextCharacter;

/** A batch divided over a team: each member works on neighbouring columns, and results are summed in their order. */
final class Shards implements AutoCloseable {
    private final int window;
    private final Team team;
    private final List<Shard> shards = new ArrayList<>();

    Shards(Network network, int batch, int window, int threads) {
        this.window = window;
        int members = Math.min(threads, batch);
        team = new Team(members);
        for (int member = 0; member < members; member++) {
            int from = batch * member / members;
            int columns = batch * (member + 1) / members - from;
            int size = columns * window;
            shards.add(new Shard(network, new Batch(window, columns, new int[size], new int[size]), from));
        }
    }

    List<Shard> all() {
        return shards;
    }

    Team team() {
        return team;
    }

    int batch() {
        return shards.stream().mapToInt(shard -> shard.columns).sum();
    }

    /** The mean loss over a part of a text, from the zero state at the head of every stream. Leaves the carried states alone. */
    Evaluation evaluate(Network network, Corpus corpus, Range range) {
        NextCharacter task = new NextCharacter(corpus, range, batch(), window);
        State[] states = shards.stream()
                .map(shard -> State.zero(network.spec(), shard.columns))
                .toArray(State[]::new);
        double sum = 0;
        long characters = 0;
        for (int index = 0; index < task.coveringWindows(); index++) {
            int at = index;
            team.run(member -> {
                Shard shard = shards.get(member);
                task.readCovering(at, shard.firstColumn, shard.batch);
                states[member] = shard.measure(states[member]);
            });
            for (Shard shard : shards) {
                sum += shard.lossSum();
                characters += shard.targets();
            }
        }
        return new Evaluation(sum / characters, characters);
    }

    @Override
    public void close() {
        team.close();
    }
}
