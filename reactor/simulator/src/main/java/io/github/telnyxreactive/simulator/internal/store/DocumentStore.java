package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** JSON objects of one kind by id, in order of creation. */
public final class DocumentStore {

    private final SeededRandom random;
    private final Stream ids;
    private final SampledStore<Document> documents = new SampledStore<>(id -> -1);

    /**
     * Creates an empty store.
     *
     * @param random generates the ids
     * @param ids the stream of the ids
     */
    public DocumentStore(SeededRandom random, Stream ids) {
        this.random = random;
        this.ids = ids;
    }

    /**
     * Adds an object under a generated id.
     *
     * @param factory creates the object, given its id
     * @return the object
     */
    public Document create(Function<String, Document> factory) {
        long number = documents.reserve(1);
        String id = random.id(ids, number);
        Document document = factory.apply(id);
        documents.put(number, id, document);
        return document;
    }

    /**
     * Adds an object under a given id.
     *
     * @param id the id, which no other object has
     * @param document the object
     */
    public void add(String id, Document document) {
        documents.put(documents.reserve(1), id, document);
    }

    /**
     * Finds an object.
     *
     * @param id the id of the object
     * @return the object, or {@code null} if there is none
     */
    public @Nullable Document find(String id) {
        return documents.find(id);
    }

    /**
     * Updates an object atomically.
     *
     * @param id the id of the object
     * @param change returns the new object; if it throws, the object is unchanged
     * @return the new object, or {@code null} if there is no such id
     */
    public @Nullable Document update(String id, UnaryOperator<Document> change) {
        return documents.update(id, change, (old, changed) -> {});
    }

    /**
     * Deletes an object.
     *
     * @param id the id of the object
     * @return whether there was such an object
     */
    public boolean delete(String id) {
        return documents.delete(id, deleted -> {});
    }

    /**
     * Lists objects, oldest first.
     *
     * @param filter selects the objects, {@code null} for all
     * @param offset the number of objects to skip
     * @param limit the maximum number of objects to return
     * @return the objects
     */
    public Slice<Document> list(@Nullable Predicate<Document> filter, long offset, int limit) {
        return documents.list(filter, offset, limit);
    }
}
