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
 * Values in the order of their creation, for concurrent use. Whole stretches of them may be samples, which are made up
 * each time they are read and take no room, until they are changed or removed one by one.
 *
 * @param <V> the type of the values
 */
final class SampledIndex<V> implements Iterable<V> {

    private static final long NONE = -1;

    private final ConcurrentNavigableMap<Long, V> written = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Long, Stretch<V>> stretches = new ConcurrentSkipListMap<>();
    private final NavigableSet<Long> removedSamples = new ConcurrentSkipListSet<>();
    private final AtomicInteger size = new AtomicInteger();

    /** Sets the value of a number, in place of a sample if there is one. */
    void put(long number, V value) {
        boolean sample = isSample(number);
        if (written.put(number, value) == null && !sample) {
            size.incrementAndGet();
        }
    }

    /** Adds samples with numbers that nothing had before. */
    void putSamples(long first, int count, LongFunction<V> sample) {
        if (count > 0) {
            stretches.put(first, new Stretch<>(first, first + count, sample));
            size.addAndGet(count);
        }
    }

    void remove(long number) {
        boolean sample = stretchOf(number) != null && removedSamples.add(number);
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
        Stretch<V> stretch = stretchOf(number);
        return stretch == null || removedSamples.contains(number) ? null : stretch.sample.apply(number);
    }

    boolean isEmpty() {
        return size.get() == 0;
    }

    /** The values that are no samples. */
    Collection<V> written() {
        return written.values();
    }

    /** Reads the values one by one, oldest first; what is added or removed meanwhile may be there or not. */
    @Override
    public Iterator<V> iterator() {
        return new Reading(0);
    }

    Slice<V> slice(long offset, int limit, @Nullable Predicate<? super V> filter) {
        List<V> page = new ArrayList<>();
        if (filter == null) {
            Iterator<V> values = new Reading(seek(offset));
            while (page.size() < limit && values.hasNext()) {
                page.add(values.next());
            }
            return new Slice<>(page, size.get());
        }
        long matches = 0;
        for (V value : this) {
            if (filter.test(value)) {
                if (matches >= offset && page.size() < limit) {
                    page.add(value);
                }
                matches++;
            }
        }
        return new Slice<>(page, matches);
    }

    /** The number of the value that comes after so many others; walking to it one by one would make long lists slow. */
    private long seek(long offset) {
        long number = ceiling(0);
        if (number != NONE && last() - number + 1 == size.get()) {
            return ceiling(number + offset);
        }
        long left = offset;
        while (left > 0 && number != NONE) {
            long step = Math.min(left, gapless(number));
            left -= step;
            number = ceiling(number + step);
        }
        return number;
    }

    /** How many values have the numbers from this one on, as far as that is known without looking at each. */
    private long gapless(long number) {
        Stretch<V> stretch = stretchOf(number);
        if (stretch == null) {
            return 1;
        }
        Long gap = removedSamples.ceiling(number);
        long end = gap == null ? stretch.end : Math.min(gap, stretch.end);
        return Math.max(1, end - number);
    }

    /** The highest number that may have a value. */
    private long last() {
        Map.Entry<Long, V> lastWritten = written.lastEntry();
        Map.Entry<Long, Stretch<V>> lastStretch = stretches.lastEntry();
        return Math.max(
                lastWritten == null ? NONE : lastWritten.getKey(),
                lastStretch == null ? NONE : lastStretch.getValue().end - 1);
    }

    /** The lowest number, from this one on, that has a value. */
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
        Stretch<V> stretch = stretchOf(number);
        Map.Entry<Long, Stretch<V>> next = stretch == null ? stretches.ceilingEntry(number) : null;
        long candidate = number;
        while (stretch != null || next != null) {
            Stretch<V> looked = stretch == null ? next.getValue() : stretch;
            candidate = Math.max(candidate, looked.first);
            while (candidate < looked.end && removedSamples.contains(candidate)) {
                candidate++;
            }
            if (candidate < looked.end) {
                return candidate;
            }
            stretch = null;
            next = stretches.higherEntry(looked.first);
        }
        return NONE;
    }

    private boolean isSample(long number) {
        return stretchOf(number) != null && !removedSamples.contains(number);
    }

    private @Nullable Stretch<V> stretchOf(long number) {
        Map.Entry<Long, Stretch<V>> entry = stretches.floorEntry(number);
        return entry == null || number >= entry.getValue().end ? null : entry.getValue();
    }

    /** Samples in a row: from the first number on, up to the end, which is not one of them. */
    private record Stretch<V>(long first, long end, LongFunction<V> sample) {}

    /** Reads the values from a number on. */
    private final class Reading implements Iterator<V> {

        private long from;
        private @Nullable V next;

        Reading(long from) {
            this.from = from;
        }

        @Override
        public boolean hasNext() {
            while (next == null) {
                long number = ceiling(from);
                if (number == NONE) {
                    return false;
                }
                // It may have been removed just now.
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
