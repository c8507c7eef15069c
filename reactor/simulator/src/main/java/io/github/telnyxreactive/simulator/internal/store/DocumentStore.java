package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Objects of one kind by their ids, in the order of their creation. */
public final class DocumentStore {

    private final SeededRandom random;
    private final Stream ids;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, Stored> byId = new ConcurrentHashMap<>();
    private final Index<Stored> all = Index.oldestFirst();

    /**
     * Creates an empty store.
     *
     * @param random makes up the ids
     * @param ids the sequence of the ids
     */
    public DocumentStore(SeededRandom random, Stream ids) {
        this.random = random;
        this.ids = ids;
    }

    /**
     * Adds an object under an id that is made up.
     *
     * @param maker makes the object, given its id
     * @return the object
     */
    public Document create(Function<String, Document> maker) {
        long number = sequence.getAndIncrement();
        String id = random.id(ids, number);
        return put(number, id, maker.apply(id));
    }

    /**
     * Adds an object under an id of the caller's.
     *
     * @param id the id, which no other object has
     * @param document the object
     */
    public void add(String id, Document document) {
        put(sequence.getAndIncrement(), id, document);
    }

    private Document put(long number, String id, Document document) {
        Stored stored = new Stored(number, document);
        byId.put(id, stored);
        all.put(number, stored);
        return document;
    }

    /**
     * Finds an object.
     *
     * @param id its id
     * @return the object, or {@code null} if there is none
     */
    public @Nullable Document find(String id) {
        Stored stored = byId.get(id);
        return stored == null ? null : stored.document;
    }

    /**
     * Changes an object.
     *
     * @param id its id
     * @param change makes the new object of the old one
     * @return the new object, or {@code null} if there is none of this id
     */
    public @Nullable Document update(String id, UnaryOperator<Document> change) {
        Stored updated = byId.computeIfPresent(id, (same, old) -> {
            Stored changed = new Stored(old.sequence, change.apply(old.document));
            all.put(changed.sequence, changed);
            return changed;
        });
        return updated == null ? null : updated.document;
    }

    /**
     * Removes an object.
     *
     * @param id its id
     * @return whether there was one
     */
    public boolean delete(String id) {
        Stored removed = byId.remove(id);
        if (removed != null) {
            all.remove(removed.sequence);
        }
        return removed != null;
    }

    /**
     * Lists objects, oldest first.
     *
     * @param filter which objects, or {@code null} for all of them
     * @param offset how many to leave out
     * @param limit how many to return at the most
     * @return the objects
     */
    public Slice<Document> list(@Nullable Predicate<Document> filter, long offset, int limit) {
        Predicate<Stored> ofStored = filter == null ? null : stored -> filter.test(stored.document);
        return all.slice(offset, limit, ofStored).map(Stored::document);
    }

    /**
     * Returns all objects.
     *
     * @return the objects, oldest first
     */
    public List<Document> all() {
        return all.all().stream().map(Stored::document).toList();
    }

    private record Stored(long sequence, Document document) {}
}
