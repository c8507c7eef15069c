package io.github.telnyxreactive.simulator.internal.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values in order of creation or in reverse order, for concurrent use. The size is known without counting.
 *
 * @param <V> the type of the values
 */
final class Index<V> {

    private final ConcurrentNavigableMap<Long, V> values = new ConcurrentSkipListMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final int direction;

    private Index(int direction) {
        this.direction = direction;
    }

    static <V> Index<V> oldestFirst() {
        return new Index<>(1);
    }

    /** Negates the keys, because iterating the map in descending order would need a search for each step. */
    static <V> Index<V> newestFirst() {
        return new Index<>(-1);
    }

    void put(long number, V value) {
        if (values.put(direction * number, value) == null) {
            size.incrementAndGet();
        }
    }

    void remove(long number) {
        if (values.remove(direction * number) != null) {
            size.decrementAndGet();
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    List<V> all() {
        return List.copyOf(values.values());
    }

    Slice<V> slice(long offset, int limit, @Nullable Predicate<? super V> filter) {
        if (filter == null) {
            return new Slice<>(from(offset).limit(limit).toList(), size.get());
        }
        return Slice.filtered(values.values(), filter, offset, limit);
    }

    /** If no number is missing, looks the start of the page up, because skipping to it would be slow for long lists. */
    private Stream<V> from(long offset) {
        Map.Entry<Long, V> first = values.firstEntry();
        Map.Entry<Long, V> last = values.lastEntry();
        boolean gapless = first != null && last != null && last.getKey() - first.getKey() + 1 == size.get();
        return gapless
                ? values.tailMap(first.getKey() + offset, true).values().stream()
                : values.values().stream().skip(offset);
    }
}
