package io.github.telnyxreactive.webflux.batch;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The batches in memory, with a limit on running ones and on all of them. Thread-safe. */
final class KeptBatches {

    private final BatchProperties properties;
    private final Map<String, BatchRecord> batches = new LinkedHashMap<>();

    KeptBatches(BatchProperties properties) {
        this.properties = properties;
    }

    /**
     * Adds a batch that is about to run.
     *
     * @throws TooManyBatchesException if too many are running
     */
    synchronized void add(BatchRecord started) {
        long running = batches.values().stream().filter(BatchRecord::isRunning).count();
        if (running >= properties.maxRunning()) {
            throw new TooManyBatchesException(properties.maxRunning());
        }
        put(started);
    }

    /** Adds a batch from a journal. Returns the one that is kept, which another request may have added first. */
    synchronized BatchRecord put(BatchRecord batch) {
        BatchRecord known = batches.get(batch.id());
        if (known != null) {
            return known;
        }
        Iterator<BatchRecord> oldestFirst = batches.values().iterator();
        while (batches.size() >= properties.maxKept() && oldestFirst.hasNext()) {
            if (!oldestFirst.next().isRunning()) {
                oldestFirst.remove();
            }
        }
        batches.put(batch.id(), batch);
        return batch;
    }

    synchronized void remove(BatchRecord batch) {
        batches.remove(batch.id());
    }

    synchronized @Nullable BatchRecord get(String id) {
        return batches.get(id);
    }

    synchronized List<BatchRecord> all() {
        return List.copyOf(batches.values());
    }
}
