package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.ItemId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Numbers items in the order in which they are first mentioned, tests of a suite as their suite. It keeps 128 bits of a digest
 * of each item rather than the item. Not thread-safe.
 */
final class ItemNumbers {

    private static final int SMALLEST = 64;

    private final MessageDigest sha256 = sha256();

    /** Two words for each item. */
    private final LongList digests = new LongList();

    /** The number of the item at each place, negative if there is none. At least half of the places are unused. */
    private int[] places = unused(SMALLEST);

    private int size;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static int[] unused(int length) {
        int[] places = new int[length];
        Arrays.fill(places, -1);
        return places;
    }

    /** Returns the number of an item, which is the next one if it was not mentioned before. */
    int of(ItemId item) {
        ByteBuffer digest = ByteBuffer.wrap(digest(item));
        long high = digest.getLong();
        long low = digest.getLong();
        int place = place(high, low);
        if (places[place] < 0) {
            places[place] = size++;
            digests.add(high);
            digests.add(low);
            if (2 * size > places.length) {
                grow();
            }
            return size - 1;
        }
        return places[place];
    }

    int size() {
        return size;
    }

    /** Returns where an item is, or the unused place for it. */
    private int place(long high, long low) {
        int mask = places.length - 1;
        int place = (int) low & mask;
        while (places[place] >= 0
                && (digests.get(2 * places[place]) != high || digests.get(2 * places[place] + 1) != low)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        places = unused(2 * places.length);
        for (int item = 0; item < size; item++) {
            places[place(digests.get(2 * item), digests.get(2 * item + 1))] = item;
        }
    }

    private byte[] digest(ItemId item) {
        add(item.kind().name());
        add(Integer.toString(item.repeat()));
        add(item.name());
        if (item.versionId() != null) {
            add(item.versionId());
        }
        return sha256.digest();
    }

    /** Adds the length as well, so that different parts never make the same bytes. */
    private void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        sha256.update(bytes);
    }
}
