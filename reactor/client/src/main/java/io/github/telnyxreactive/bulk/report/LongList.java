package io.github.telnyxreactive.bulk.report;

import java.util.ArrayList;
import java.util.List;

/** A list of numbers without objects, which is never copied when it grows. */
final class LongList {

    private static final int BITS_OF_CHUNK = 12;
    private static final int CHUNK = 1 << BITS_OF_CHUNK;

    private final List<long[]> chunks = new ArrayList<>();
    private int size;

    void add(long value) {
        int place = size & CHUNK - 1;
        if (place == 0) {
            chunks.add(new long[CHUNK]);
        }
        chunks.get(size >> BITS_OF_CHUNK)[place] = value;
        size++;
    }

    long get(int index) {
        return chunks.get(index >> BITS_OF_CHUNK)[index & CHUNK - 1];
    }

    void set(int index, long value) {
        chunks.get(index >> BITS_OF_CHUNK)[index & CHUNK - 1] = value;
    }

    int size() {
        return size;
    }

    long[] toArray() {
        long[] all = new long[size];
        for (int from = 0; from < size; from += CHUNK) {
            System.arraycopy(chunks.get(from >> BITS_OF_CHUNK), 0, all, from, Math.min(CHUNK, size - from));
        }
        return all;
    }
}
