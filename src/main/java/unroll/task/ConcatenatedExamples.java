package unroll.task;

import java.util.List;

/** Several parts of a task's data, one behind the other. */
record ConcatenatedExamples(List<Examples> parts) implements Examples {
    @Override
    public int size() {
        return parts.stream().mapToInt(Examples::size).sum();
    }

    @Override
    public Example example(int index) {
        Place place = place(index);
        return place.part.example(place.index);
    }

    @Override
    public Pair pair(int index) {
        Place place = place(index);
        return place.part.pair(place.index);
    }

    private record Place(Examples part, int index) {}

    private Place place(int index) {
        int left = index;
        for (Examples part : parts) {
            if (left < part.size()) {
                return new Place(part, left);
            }
            left -= part.size();
        }
        throw new IndexOutOfBoundsException(index);
    }
}
