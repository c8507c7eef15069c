package io.github.telnyxreactive.internal.report;

/**
 * Counts texts without keeping them: each different text takes about 20 bytes, so that a report of any length can be written
 * with a small heap. Texts are told apart by 64 bits. Two that share them are as unlikely as an error of the memory, and are
 * counted as one.
 */
public final class HashCounts {

    private static final int INITIAL_CAPACITY = 64;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long MIX = 0xff51afd7ed558ccdL;
    private static final int HALF = 32;

    private long[] hashes = new long[INITIAL_CAPACITY];
    private int[] counts = new int[INITIAL_CAPACITY];
    private int size;

    /** Creates counts of nothing. */
    public HashCounts() {}

    /**
     * Counts a text once more.
     *
     * @param text any text
     * @return how often it was counted so far, this time included
     */
    public int add(String text) {
        if (size >= counts.length / 2) {
            grow();
        }
        long hash = hash(text);
        int slot = slot(hash);
        if (counts[slot] == 0) {
            hashes[slot] = hash;
            size++;
        }
        return ++counts[slot];
    }

    /**
     * Returns how often a text was counted.
     *
     * @param text any text
     * @return the number, 0 if it never was
     */
    public int count(String text) {
        return counts[slot(hash(text))];
    }

    /**
     * Returns how many different texts were counted.
     *
     * @return the number
     */
    public int size() {
        return size;
    }

    /** Returns the slot of a hash, or the free one where it belongs. */
    private int slot(long hash) {
        int slot = (int) hash & counts.length - 1;
        while (counts[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & counts.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        hashes = new long[2 * oldHashes.length];
        counts = new int[2 * oldCounts.length];
        for (int old = 0; old < oldCounts.length; old++) {
            if (oldCounts[old] != 0) {
                int slot = slot(oldHashes[old]);
                hashes[slot] = oldHashes[old];
                counts[slot] = oldCounts[old];
            }
        }
    }

    /**
     * Returns what tells a text apart from others.
     *
     * @param text any text
     * @return 64 bits that depend on all of it
     */
    public static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * FNV_PRIME;
        }
        // The low bits alone choose the slot, and must depend on all of the text.
        hash = (hash ^ hash >>> HALF) * MIX;
        return hash ^ hash >>> HALF;
    }
}
