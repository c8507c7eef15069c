package io.github.telnyxreactive.simulator.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values in the order of their creation, for concurrent use. Its size is known without counting.
 *
 * @param <V> the type of the values
 */
final class Index<V> {

    private final ConcurrentNavigableMap<Long, V> values = new ConcurrentSkipListMap<>();
    private final AtomicInteger size = new AtomicInteger();

    void put(long sequence, V value) {
        if (values.put(sequence, value) == null) {
            size.incrementAndGet();
        }
    }

    void remove(long sequence) {
        if (values.remove(sequence) != null) {
            size.decrementAndGet();
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    List<V> oldestFirst() {
        return List.copyOf(values.values());
    }

    Slice<V> oldestFirst(long offset, int limit, @Nullable Predicate<? super V> filter) {
        return slice(values.values(), offset, limit, filter);
    }

    Slice<V> newestFirst(long offset, int limit, @Nullable Predicate<? super V> filter) {
        return slice(values.descendingMap().values(), offset, limit, filter);
    }

    private Slice<V> slice(Collection<V> ordered, long offset, int limit, @Nullable Predicate<? super V> filter) {
        if (filter == null) {
            return new Slice<>(ordered.stream().skip(offset).limit(limit).toList(), size.get());
        }
        List<V> page = new ArrayList<>();
        long matches = 0;
        for (V value : ordered) {
            if (filter.test(value)) {
                if (matches >= offset && page.size() < limit) {
                    page.add(value);
                }
                matches++;
            }
        }
        return new Slice<>(page, matches);
    }
}
