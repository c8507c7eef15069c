package io.github.telnyxreactive.internal.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that several things have, without keeping names or ids: each name takes about 30 bytes while names are added, and
 * none after that unless it is shared. Two names that share 64
 * bits are taken for one, and two ids of a name that share 32 bits as well.
 */
public final class SharedNames {

    private static final int INITIAL_CAPACITY = 64;
    private static final int FREE = 0;
    private static final int SHARED = 1;
    private static final int FIRST_OF_ID = 2;

    private long[] names = new long[INITIAL_CAPACITY];
    private int[] ids = new int[INITIAL_CAPACITY];
    private int size;
    private long @Nullable [] shared;

    /** Starts without any names. */
    public SharedNames() {}

    /**
     * Notes that a thing has a name.
     *
     * @param name the name
     * @param id the id of the thing
     * @throws IllegalStateException if it was asked for a shared name before
     */
    public void add(String name, String id) {
        if (shared != null) {
            throw new IllegalStateException("names were added too late");
        }
        if (size >= names.length / 2) {
            grow();
        }
        long hash = HashCounts.hash(name);
        int slot = slot(hash);
        int idHash = idHash(id);
        if (ids[slot] == FREE) {
            names[slot] = hash;
            ids[slot] = idHash;
            size++;
        } else if (ids[slot] != idHash) {
            ids[slot] = SHARED;
        }
    }

    /**
     * Returns whether things with different ids have a name.
     *
     * @param name the name
     * @return whether at least two were added
     */
    public boolean isShared(String name) {
        long[] found = shared;
        if (found == null) {
            found = IntStream.range(0, ids.length)
                    .filter(slot -> ids[slot] == SHARED)
                    .mapToLong(slot -> names[slot])
                    .sorted()
                    .toArray();
            shared = found;
            names = new long[0];
            ids = new int[0];
        }
        return Arrays.binarySearch(found, HashCounts.hash(name)) >= 0;
    }

    private static int idHash(String id) {
        int hash = (int) HashCounts.hash(id);
        return hash == FREE || hash == SHARED ? FIRST_OF_ID : hash;
    }

    private int slot(long hash) {
        int slot = (int) hash & names.length - 1;
        while (ids[slot] != FREE && names[slot] != hash) {
            slot = slot + 1 & names.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldNames = names;
        int[] oldIds = ids;
        names = new long[2 * oldNames.length];
        ids = new int[2 * oldIds.length];
        for (int old = 0; old < oldIds.length; old++) {
            if (oldIds[old] != FREE) {
                int slot = slot(oldNames[old]);
                names[slot] = oldNames[old];
                ids[slot] = oldIds[old];
            }
        }
    }
}
