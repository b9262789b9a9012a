package unroll.sample;

/**
 * Gives logits one by one, the largest first: a heap in an array that is used again for every symbol. Sorting would order
 * all of them where a few are wanted, and Java's own allocates.
 */
final class Descending {
    private final float[] heap;
    private int size;

    /** @param vocabulary V */
    Descending(int vocabulary) {
        heap = new float[vocabulary];
    }

    /** Begins with V logits, which stay as they are. */
    void begin(float[] logits) {
        System.arraycopy(logits, 0, heap, 0, logits.length);
        size = logits.length;
        for (int parent = size / 2 - 1; parent >= 0; parent--) {
            sink(parent);
        }
    }

    /** The largest that has not been given yet; at most V times. */
    float next() {
        float largest = heap[0];
        heap[0] = heap[--size];
        sink(0);
        return largest;
    }

    /** Lets an entry change places with its larger child until it is no smaller than either. */
    private void sink(int entry) {
        int parent = entry;
        while (2 * parent + 1 < size) {
            int left = 2 * parent + 1;
            int child = left + 1 < size && heap[left + 1] > heap[left] ? left + 1 : left;
            if (heap[parent] >= heap[child]) {
                return;
            }
            float larger = heap[child];
            heap[child] = heap[parent];
            heap[parent] = larger;
            parent = child;
        }
    }
}
