package io.github.telnyxreactive.simulator.internal.store;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values by id and in order of creation, for concurrent use. Ranges of values may be samples, which are generated
 * whenever they are read and take no memory until they are updated.
 *
 * @param <V> the type of the values
 */
final class SampledStore<V> {

    private final ToLongFunction<String> numberOf;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Entry<V>> byId = new ConcurrentHashMap<>();
    private final SampledIndex<Entry<V>> all = new SampledIndex<>();

    /**
     * Creates an empty store.
     *
     * @param numberOf returns the number that an id was derived from, negative if there is none
     */
    SampledStore(ToLongFunction<String> numberOf) {
        this.numberOf = numberOf;
    }

    /** Reserves consecutive numbers, and returns the first of them. */
    long reserve(int count) {
        return numbers.getAndAdd(count);
    }

    /** Adds a value under a reserved number. */
    void put(long number, String id, V value) {
        Entry<V> entry = new Entry<>(number, value);
        byId.put(id, entry);
        all.put(number, entry);
    }

    /** Adds samples under reserved numbers. */
    void putSamples(long first, int count, LongFunction<V> sample) {
        all.putSamples(first, count, number -> new Entry<>(number, sample.apply(number)));
    }

    @Nullable V find(String id) {
        Entry<V> written = byId.get(id);
        return valueOf(written == null ? sample(id) : written);
    }

    @Nullable V find(long number) {
        return valueOf(all.find(number));
    }

    private static <V> @Nullable V valueOf(@Nullable Entry<V> entry) {
        return entry == null ? null : entry.value;
    }

    /** Returns a sample that has not been updated or deleted yet. */
    private @Nullable Entry<V> sample(String id) {
        long number = numberOf.applyAsLong(id);
        return number < 0 ? null : all.find(number);
    }

    /**
     * Updates a value atomically.
     *
     * @param id the id of the value
     * @param change returns the new value; if it throws, the value is unchanged
     * @param onChange called with the old and the new entry, before the new one becomes visible
     * @return the new value, {@code null} if there is no such id
     */
    @Nullable V update(String id, UnaryOperator<V> change, BiConsumer<Entry<V>, Entry<V>> onChange) {
        return valueOf(byId.compute(id, (same, written) -> {
            Entry<V> old = written == null ? sample(id) : written;
            if (old == null) {
                return null;
            }
            Entry<V> changed = new Entry<>(old.number, change.apply(old.value));
            onChange.accept(old, changed);
            // Replaced in place: a list that is read concurrently contains either the old value or the new one.
            all.put(changed.number, changed);
            return changed;
        }));
    }

    /**
     * Deletes a value atomically.
     *
     * @param id the id of the value
     * @param onDelete called with the entry, before it becomes invisible
     * @return whether there was such an id
     */
    boolean delete(String id, Consumer<Entry<V>> onDelete) {
        boolean[] deleted = new boolean[1];
        byId.compute(id, (same, written) -> {
            Entry<V> old = written == null ? sample(id) : written;
            if (old != null) {
                onDelete.accept(old);
                all.remove(old.number);
                deleted[0] = true;
            }
            return null;
        });
        return deleted[0];
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns the values that are not samples. */
    Collection<Entry<V>> written() {
        return all.written();
    }

    /** Returns all values, oldest first, each generated or looked up when it is read. */
    Iterable<Entry<V>> all() {
        return all;
    }

    Slice<V> list(@Nullable Predicate<V> filter, long offset, int limit) {
        Predicate<Entry<V>> entryFilter = filter == null ? null : entry -> filter.test(entry.value);
        return all.slice(offset, limit, entryFilter).map(Entry::value);
    }

    /**
     * A value.
     *
     * @param number the position in order of creation
     * @param value the value
     * @param <V> the type of the value
     */
    record Entry<V>(long number, V value) {}
}
