package io.github.telnyxreactive.simulator.internal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values in order of creation, for concurrent use. Ranges of values may be samples, which are generated whenever they
 * are read and take no memory until they are replaced or removed individually.
 *
 * @param <V> the type of the values
 */
final class SampledIndex<V> implements Iterable<V> {

    private static final long NONE = -1;

    private final ConcurrentNavigableMap<Long, V> written = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Long, Range<V>> ranges = new ConcurrentSkipListMap<>();
    private final NavigableSet<Long> removedSamples = new ConcurrentSkipListSet<>();
    private final AtomicInteger size = new AtomicInteger();

    /** Sets the value of a number, replacing a sample if there is one. */
    void put(long number, V value) {
        boolean sample = isSample(number);
        if (written.put(number, value) == null && !sample) {
            size.incrementAndGet();
        }
    }

    /** Adds samples under numbers that have not been used before. */
    void putSamples(long first, int count, LongFunction<V> sample) {
        if (count > 0) {
            ranges.put(first, new Range<>(first, first + count, sample));
            size.addAndGet(count);
        }
    }

    void remove(long number) {
        boolean sample = rangeOf(number) != null && removedSamples.add(number);
        boolean present = written.remove(number) != null;
        if (sample || present) {
            size.decrementAndGet();
        }
    }

    @Nullable V find(long number) {
        V value = written.get(number);
        if (value != null) {
            return value;
        }
        Range<V> range = rangeOf(number);
        return range == null || removedSamples.contains(number) ? null : range.sample.apply(number);
    }

    boolean isEmpty() {
        return size.get() == 0;
    }

    /** Returns the values that are not samples. */
    Collection<V> written() {
        return written.values();
    }

    /** Iterates over the values, oldest first; may or may not reflect concurrent additions and removals. */
    @Override
    public Iterator<V> iterator() {
        return new Values(0);
    }

    Slice<V> slice(long offset, int limit, @Nullable Predicate<? super V> filter) {
        if (filter != null) {
            return Slice.filtered(this, filter, offset, limit);
        }
        List<V> page = new ArrayList<>();
        Iterator<V> values = new Values(seek(offset));
        while (page.size() < limit && values.hasNext()) {
            page.add(values.next());
        }
        return new Slice<>(page, size.get());
    }

    /** Returns the number of the value at an offset; skipping to it one by one would be slow for long lists. */
    private long seek(long offset) {
        long number = ceiling(0);
        if (number != NONE && last() - number + 1 == size.get()) {
            return ceiling(number + offset);
        }
        long remaining = offset;
        while (remaining > 0 && number != NONE) {
            long step = Math.min(remaining, gapless(number));
            remaining -= step;
            number = ceiling(number + step);
        }
        return number;
    }

    /**
     * Returns how many consecutive numbers from this one on are known to have a value, without checking each of them.
     */
    private long gapless(long number) {
        Range<V> range = rangeOf(number);
        if (range == null) {
            return 1;
        }
        Long gap = removedSamples.ceiling(number);
        long end = gap == null ? range.end : Math.min(gap, range.end);
        return Math.max(1, end - number);
    }

    /** Returns the highest number that may have a value. */
    private long last() {
        Map.Entry<Long, V> lastWritten = written.lastEntry();
        Map.Entry<Long, Range<V>> lastRange = ranges.lastEntry();
        return Math.max(
                lastWritten == null ? NONE : lastWritten.getKey(),
                lastRange == null ? NONE : lastRange.getValue().end - 1);
    }

    /** Returns the lowest number, from this one on, that has a value. */
    private long ceiling(long number) {
        if (number < 0) {
            return NONE;
        }
        Long next = written.ceilingKey(number);
        long sample = ceilingSample(number);
        if (next == null) {
            return sample;
        }
        return sample == NONE ? next : Math.min(next, sample);
    }

    private long ceilingSample(long number) {
        Range<V> range = rangeOf(number);
        Map.Entry<Long, Range<V>> next = range == null ? ranges.ceilingEntry(number) : null;
        long candidate = number;
        while (range != null || next != null) {
            Range<V> current = range == null ? next.getValue() : range;
            candidate = Math.max(candidate, current.first);
            while (candidate < current.end && removedSamples.contains(candidate)) {
                candidate++;
            }
            if (candidate < current.end) {
                return candidate;
            }
            range = null;
            next = ranges.higherEntry(current.first);
        }
        return NONE;
    }

    private boolean isSample(long number) {
        return rangeOf(number) != null && !removedSamples.contains(number);
    }

    private @Nullable Range<V> rangeOf(long number) {
        Map.Entry<Long, Range<V>> entry = ranges.floorEntry(number);
        return entry == null || number >= entry.getValue().end ? null : entry.getValue();
    }

    /** Consecutive samples: from the first number, inclusive, to the end, exclusive. */
    private record Range<V>(long first, long end, LongFunction<V> sample) {}

    /** Iterates over the values from a number on. */
    private final class Values implements Iterator<V> {

        private long from;
        private @Nullable V next;

        Values(long from) {
            this.from = from;
        }

        @Override
        public boolean hasNext() {
            while (next == null) {
                long number = ceiling(from);
                if (number == NONE) {
                    return false;
                }
                // Null if it has been removed in the meantime.
                next = find(number);
                from = number + 1;
            }
            return true;
        }

        @Override
        public V next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            V value = next;
            next = null;
            return value;
        }
    }
}
