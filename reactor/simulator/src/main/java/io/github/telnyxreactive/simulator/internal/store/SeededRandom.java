package io.github.telnyxreactive.simulator.internal.store;

import java.util.UUID;

/**
 * Pseudo-random values that depend only on a seed, a stream and a position in the stream, and neither on other values
 * drawn nor on the calling thread.
 */
public final class SeededRandom {

    /** The independent streams of values. */
    public enum Stream {
        /** Ids of tests. */
        TEST_ID,
        /** Ids of runs. */
        RUN_ID,
        /** Ids of suite runs. */
        SUITE_RUN_ID,
        /** Ids of conversations. */
        CONVERSATION_ID,
        /** Ids of the analyses of conversations. */
        INSIGHTS_ID,
        /** Ids of requests. */
        REQUEST_ID,
        /** Durations of runs. */
        DURATION,
        /** Outcomes of runs. */
        OUTCOME,
        /** Rubric items that a failed run fails. */
        JUDGEMENT,
        /** Whether a fault with a probability applies. */
        FAULT,
        /** Ids of assistants. */
        ASSISTANT_ID,
        /** Ids of versions of assistants. */
        VERSION_ID,
        /** Ids of scheduled events. */
        EVENT_ID,
        /** Ids of shared tools. */
        TOOL_ID,
        /** Ids of MCP servers. */
        MCP_SERVER_ID,
        /** Ids of assistants at the providers that they are imported from. */
        IMPORT_ID,
        /** Ids of conversations by text message. */
        MESSAGING_ID,
        /** Whether the service is unkind. */
        UNKINDNESS,
        /** In which of several ways the service is unkind. */
        UNKINDNESS_CHOICE,
        /** Ids of runs that do not exist. */
        MISSING_RUN_ID
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_FACTOR = 0x94D049BB133111EBL;
    private static final long VERSION_BITS = 0xF000L;
    private static final int ID_LENGTH = 36;

    private final long seed;

    /**
     * Creates the values for a seed.
     *
     * @param seed any number
     */
    public SeededRandom(long seed) {
        this.seed = seed;
    }

    /**
     * Returns a value.
     *
     * @param stream the stream
     * @param position the position in the stream
     * @return any number, evenly distributed
     */
    public long value(Stream stream, long position) {
        return mix(start(stream) + GOLDEN * position);
    }

    /**
     * Returns a value below a bound.
     *
     * @param stream the stream
     * @param position the position in the stream
     * @param bound the bound, positive
     * @return a number from 0, inclusive, to the bound, exclusive
     */
    public long below(Stream stream, long position, long bound) {
        return Long.remainderUnsigned(value(stream, position), bound);
    }

    /**
     * Returns a fraction.
     *
     * @param stream the stream
     * @param position the position in the stream
     * @return a number from 0, inclusive, to 1, exclusive
     */
    public double fraction(Stream stream, long position) {
        return (value(stream, position) >>> 11) * 0x1.0p-53;
    }

    /**
     * Returns an id in the format of a random UUID.
     *
     * @param stream the stream
     * @param position the position in the stream
     * @return the id
     */
    public String id(Stream stream, long position) {
        long high = value(stream, 2 * position) & ~VERSION_BITS | 0x4000L;
        long low = value(stream, 2 * position + 1) & ~(0xC0L << 56) | 0x80L << 56;
        return new UUID(high, low).toString();
    }

    /**
     * Finds the position of an id in a stream.
     *
     * @param stream the stream
     * @param id any text
     * @return the position, or -1 if the id is not in the stream
     */
    public long positionOf(Stream stream, String id) {
        if (id.length() != ID_LENGTH) {
            return -1;
        }
        long high;
        try {
            high = UUID.fromString(id).getMostSignificantBits() & ~VERSION_BITS;
        } catch (IllegalArgumentException e) {
            return -1;
        }
        // The version of the UUID replaced four bits of the value, so there are sixteen candidates.
        for (long lost = 0; lost <= VERSION_BITS; lost += 0x1000L) {
            long twice = (unmix(high | lost) - start(stream)) * inverse(GOLDEN);
            if (twice >= 0 && twice % 2 == 0 && id(stream, twice / 2).equals(id)) {
                return twice / 2;
            }
        }
        return -1;
    }

    private long start(Stream stream) {
        return mix(seed + GOLDEN * (stream.ordinal() + 1));
    }

    // The finalizer of SplitMix64: every bit of the input changes half of the output.
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * FIRST_FACTOR;
        z = (z ^ (z >>> 27)) * SECOND_FACTOR;
        return z ^ (z >>> 31);
    }

    /** Inverts {@link #mix(long)}, step by step. */
    private static long unmix(long mixed) {
        long z = (mixed ^ (mixed >>> 31) ^ (mixed >>> 62)) * inverse(SECOND_FACTOR);
        z = (z ^ (z >>> 27) ^ (z >>> 54)) * inverse(FIRST_FACTOR);
        return z ^ (z >>> 30) ^ (z >>> 60);
    }

    /** Returns the multiplicative inverse of an odd number; each round of Newton's method doubles the exact bits. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int exactBits = 3; exactBits < Long.SIZE; exactBits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
