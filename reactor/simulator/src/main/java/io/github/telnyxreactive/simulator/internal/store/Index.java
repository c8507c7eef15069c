package io.github.telnyxreactive.simulator.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values in the order of their creation or against it, for concurrent use. Its size is known without counting.
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

    /** Keys are negated, because walking the map against its order would cost a search for each step. */
    static <V> Index<V> newestFirst() {
        return new Index<>(-1);
    }

    void put(long sequence, V value) {
        if (values.put(direction * sequence, value) == null) {
            size.incrementAndGet();
        }
    }

    void remove(long sequence) {
        if (values.remove(direction * sequence) != null) {
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
        List<V> page = new ArrayList<>();
        long matches = 0;
        for (V value : values.values()) {
            if (filter.test(value)) {
                if (matches >= offset && page.size() < limit) {
                    page.add(value);
                }
                matches++;
            }
        }
        return new Slice<>(page, matches);
    }

    /** Where no number is missing, the start of a page is looked up: walking to it would make long lists slow. */
    private Stream<V> from(long offset) {
        Map.Entry<Long, V> first = values.firstEntry();
        Map.Entry<Long, V> last = values.lastEntry();
        boolean gapless = first != null && last != null && last.getKey() - first.getKey() + 1 == size.get();
        return gapless
                ? values.tailMap(first.getKey() + offset, true).values().stream()
                : values.values().stream().skip(offset);
    }
}
