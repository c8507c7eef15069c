package io.github.telnyxreactive.simulator;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counts all requests, and keeps the most recent ones. */
final class RequestLog {

    private final int bound;
    private final AtomicReference<Contents> contents = new AtomicReference<>(new Contents());

    RequestLog(int bound) {
        this.bound = bound;
    }

    /** Adds a request that has no response yet. */
    Entry add(RecordedRequest request) {
        Contents current = contents.get();
        Entry entry = new Entry(request, current);
        current.rate.add(request.receivedAt());
        current.entries.add(entry);
        if (current.kept.incrementAndGet() > bound && current.entries.poll() != null) {
            current.kept.decrementAndGet();
        }
        // Counted last, so that whoever waits for a count finds the request.
        String operation = request.operation();
        if (operation != null) {
            current.byOperation
                    .computeIfAbsent(operation, name -> new AtomicInteger())
                    .incrementAndGet();
        }
        current.total.incrementAndGet();
        return entry;
    }

    List<RecordedRequest> requests() {
        return contents.get().entries.stream().map(Entry::request).toList();
    }

    List<RecordedRequest> requests(String operation) {
        return contents.get().entries.stream()
                .filter(entry -> operation.equals(entry.received.operation()))
                .map(Entry::request)
                .toList();
    }

    int count() {
        return contents.get().total.get();
    }

    int count(String operation) {
        AtomicInteger count = contents.get().byOperation.get(operation);
        return count == null ? 0 : count.get();
    }

    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        contents.get().byOperation.forEach((operation, count) -> counts.put(operation, count.get()));
        return counts;
    }

    int responses(int status) {
        AtomicInteger count = contents.get().byStatus.get(status);
        return count == null ? 0 : count.get();
    }

    int peakPerSecond() {
        return contents.get().rate.peak();
    }

    void clear() {
        contents.set(new Contents());
    }

    /** The requests and counts since the last clearing; replaced as a whole, so that they stay consistent. */
    private static final class Contents {
        private final AtomicInteger total = new AtomicInteger();
        private final AtomicInteger kept = new AtomicInteger();
        private final Map<String, AtomicInteger> byOperation = new ConcurrentHashMap<>();
        private final Map<Integer, AtomicInteger> byStatus = new ConcurrentHashMap<>();
        private final PeakRate rate = new PeakRate();
        private final Deque<Entry> entries = new ConcurrentLinkedDeque<>();
    }

    /** A request whose response may still be pending. */
    static final class Entry {
        private final RecordedRequest received;
        private final Contents contents;
        private volatile @Nullable Integer status;

        private Entry(RecordedRequest received, Contents contents) {
            this.received = received;
            this.contents = contents;
        }

        void responded(int responseStatus) {
            status = responseStatus;
            contents.byStatus
                    .computeIfAbsent(responseStatus, same -> new AtomicInteger())
                    .incrementAndGet();
        }

        private RecordedRequest request() {
            return received.withStatus(status);
        }
    }
}
