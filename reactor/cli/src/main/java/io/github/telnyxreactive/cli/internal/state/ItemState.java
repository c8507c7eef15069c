package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemProgress;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state of one item: how far its triggering has come, beside the progress of its runs. Not thread-safe. */
public final class ItemState {

    private final BatchItem item;
    private final Function<BatchItem, ItemProgress> progress;
    private ItemStage stage = ItemStage.WAITING;
    private @Nullable OffsetDateTime begunAt;
    private boolean inFlight;
    private boolean handedOut;
    private boolean triggeredEarlier;

    ItemState(BatchItem item, Function<BatchItem, ItemProgress> progress) {
        this.item = item;
        this.progress = progress;
    }

    /** The first word on an item stands: a process begins an item once, so another time is of a later process. */
    void begin(OffsetDateTime at) {
        if (stage == ItemStage.TRIGGERED) {
            return;
        }
        triggeredEarlier |= begunAt != null;
        stage = ItemStage.BEGUN;
        begunAt = begunAt == null || at.isBefore(begunAt) ? at : begunAt;
    }

    /** Takes back what this process has begun, but not what an earlier one has. */
    void withdraw() {
        if (stage == ItemStage.BEGUN && !handedOut && !triggeredEarlier) {
            stage = ItemStage.WAITING;
            begunAt = null;
        }
    }

    void handOut() {
        inFlight = true;
        handedOut = true;
    }

    void cancelled() {
        inFlight = false;
    }

    /** Takes the journal for what may have happened: an item that was about to be triggered may have been. */
    void resume() {
        if (stage == ItemStage.FAILED) {
            stage = begunAt == null ? ItemStage.WAITING : ItemStage.BEGUN;
        }
        triggeredEarlier = stage == ItemStage.BEGUN;
        handedOut = false;
        inFlight = false;
    }

    void triggered() {
        stage = ItemStage.TRIGGERED;
        inFlight = false;
    }

    void failed(boolean unknown) {
        inFlight = false;
        if (stage == ItemStage.TRIGGERED) {
            // Not all of its runs are known, but it is not triggered again.
            return;
        }
        stage = ItemStage.FAILED;
        if (!unknown && !triggeredEarlier) {
            begunAt = null;
        }
    }

    void doubt() {
        stage = ItemStage.UNKNOWN;
        inFlight = false;
    }

    /**
     * Returns what is run.
     *
     * @return the item, without runs
     */
    public BatchItem item() {
        return item;
    }

    /**
     * Returns the name of the suite, or the id of the test.
     *
     * @return the name
     */
    public String name() {
        return item.name();
    }

    /**
     * Returns whether this is a suite.
     *
     * @return whether it is a suite and not a single test
     */
    public boolean isSuite() {
        return item.kind() == BatchItem.Kind.SUITE;
    }

    /**
     * Returns how far the triggering has come.
     *
     * @return the stage
     */
    public ItemStage stage() {
        return stage;
    }

    /**
     * Returns when the item was first about to be triggered.
     *
     * @return the time, {@code null} if it is certain that the service has not triggered it
     */
    public @Nullable OffsetDateTime begunAt() {
        return begunAt;
    }

    /**
     * Returns whether an earlier process may have triggered the item, so that no answer to a repetition proves that it has
     * not.
     *
     * @return whether the first word on it is of an earlier process, and its runs are not known
     */
    public boolean isTriggeredEarlier() {
        return triggeredEarlier && stage != ItemStage.TRIGGERED;
    }

    /**
     * Returns whether the item is being triggered.
     *
     * @return whether it was handed out and the response is outstanding
     */
    public boolean isInFlight() {
        return inFlight;
    }

    /**
     * Returns the progress of the runs.
     *
     * @return an immutable snapshot
     */
    public ItemProgress progress() {
        return progress.apply(item);
    }

    /**
     * Returns why the item was not triggered, or not certainly, or why not all of its runs are known.
     *
     * @return the reason in one line, {@code null} if it was triggered or may still be
     */
    public @Nullable String problem() {
        return progress().problem();
    }
}
