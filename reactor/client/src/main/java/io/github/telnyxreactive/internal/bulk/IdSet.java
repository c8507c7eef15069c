package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.internal.key.KeyDigest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of items, or of ids, in 32 bytes for each, as 128 bits of a digest, so that what has ended takes little memory. Not thread-safe.
 */
final class IdSet {

    private static final int SMALLEST = 16;

    /** Two words for each place; an unused place has two zeros, which no digest is taken to be. */
    private long[] words = new long[2 * SMALLEST];

    private int size;

    /** Adds an item. Returns whether it was not in the set. */
    boolean add(ItemId item) {
        return add(digest(item));
    }

    /** Adds an id. Returns whether it was not in the set. */
    boolean add(String id) {
        return add(digest(id));
    }

    private boolean add(ByteBuffer digest) {
        if (!put(words, digest.getLong(), digest.getLong())) {
            return false;
        }
        size++;
        if (4 * size > words.length) {
            grow();
        }
        return true;
    }

    boolean contains(ItemId item) {
        return contains(digest(item));
    }

    boolean contains(String id) {
        return contains(digest(id));
    }

    private boolean contains(ByteBuffer digest) {
        long high = digest.getLong();
        long low = digest.getLong();
        int place = place(words, high, low);
        return words[place] == high && words[place + 1] == low;
    }

    private void grow() {
        long[] larger = new long[2 * words.length];
        for (int i = 0; i < words.length; i += 2) {
            if (words[i] != 0 || words[i + 1] != 0) {
                put(larger, words[i], words[i + 1]);
            }
        }
        words = larger;
    }

    private static boolean put(long[] words, long high, long low) {
        int place = place(words, high, low);
        boolean isNew = words[place] != high || words[place + 1] != low;
        words[place] = high;
        words[place + 1] = low;
        return isNew;
    }

    /** Returns where a digest is, or the unused place for it. */
    private static int place(long[] words, long high, long low) {
        int mask = words.length - 1;
        int place = 2 * (int) (low & (words.length / 2 - 1));
        while ((words[place] != 0 || words[place + 1] != 0) && (words[place] != high || words[place + 1] != low)) {
            place = place + 2 & mask;
        }
        return place;
    }

    private static ByteBuffer digest(String id) {
        return ByteBuffer.wrap(KeyDigest.bytes(List.of(id)));
    }

    private static ByteBuffer digest(ItemId item) {
        List<String> parts = new ArrayList<>(List.of(
                item.kind().name(), Integer.toString(item.repeat()), item.versionId() == null ? "" : "v", item.name()));
        if (item.versionId() != null) {
            parts.add(item.versionId());
        }
        if (item.testId() != null) {
            parts.add(item.testId());
        }
        return ByteBuffer.wrap(KeyDigest.bytes(parts));
    }
}
