package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Chooses the key of an item, and knows since when it was triggered. Confined to tasks of the mailbox of the batch. */
final class ItemTrigger {

    /** With less time, a request might arrive when the service has forgotten the key. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    private final ItemHistory history;
    private final BatchSubscription batch;
    private ItemReport.Trigger current;

    /** When it was triggered with an earlier key, {@code null} if it was not. What existed before was decided to be of others. */
    private @Nullable Instant reusedAt;

    ItemTrigger(BatchItem item, ItemHistory history, BatchSubscription batch) {
        this.history = history;
        this.batch = batch;
        OffsetDateTime reused = history.reusedAt();
        this.reusedAt = reused == null ? null : reused.toInstant();
        String known = history.key();
        this.current = new ItemReport.Trigger(
                known == null ? Objects.requireNonNullElseGet(item.idempotencyKey(), batch.calls()::newKey) : known,
                Instant.now());
    }

    /** Begins now, unless an earlier process has begun. */
    void start() {
        OffsetDateTime begunAt = history.begunAt();
        current = new ItemReport.Trigger(current.key(), begunAt == null ? Instant.now() : begunAt.toInstant());
    }

    ItemReport.Trigger current() {
        return current;
    }

    String key() {
        return current.key();
    }

    /** Returns since when runs may be of the item. */
    OffsetDateTime since() {
        return Objects.requireNonNullElse(reusedAt, current.since()).atOffset(ZoneOffset.UTC);
    }

    /** Returns whether the key was used before, as far as this process knows. */
    boolean isRepetition() {
        return history.begunAt() != null || reusedAt != null;
    }

    /** Returns how long it may be triggered, after it has chosen the key. */
    Duration choose() {
        ItemHistory.EarlierKey earlier = history.earlierKey();
        if (earlier == null || history.begunAt() != null) {
            return batch.recording().leftToTrigger(history);
        }
        Duration left = batch.recording().leftOf(earlier.since());
        if (left.compareTo(SHORTEST) < 0) {
            reusedAt = null;
            current = new ItemReport.Trigger(batch.calls().newKey(), Instant.now());
            return BatchSubscription.MAX_TRIGGERING;
        }
        // If it has started something in spite of what was decided, the service says so with this key, and with no
        // other.
        reusedAt = Instant.now();
        current = new ItemReport.Trigger(earlier.key(), earlier.since().toInstant());
        return left;
    }
}
