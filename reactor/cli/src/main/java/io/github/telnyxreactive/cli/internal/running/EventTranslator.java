package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.cli.internal.state.BatchChange;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Translates events of the library into changes of the batch, which are small and refer to items by index. */
final class EventTranslator {

    private static final String UNKNOWN = "it is not known whether it was triggered";

    private final Map<Key, Integer> indexes = new HashMap<>();
    private final List<ItemState> items;
    private final Function<Throwable, String> explanation;

    /**
     * Creates a translator.
     *
     * @param items the items of the batch
     * @param explanation describes an error in one line
     */
    EventTranslator(List<ItemState> items, Function<Throwable, String> explanation) {
        for (int i = 0; i < items.size(); i++) {
            indexes.put(Key.of(items.get(i).item()), i);
        }
        this.items = items;
        this.explanation = explanation;
    }

    BatchChange translate(BatchEvent event) {
        int item = Objects.requireNonNull(indexes.get(Key.of(event.item())), "an item of this batch");
        if (event instanceof BatchEvent.Triggered triggered) {
            return new BatchChange.Triggered(
                    item, triggered.runs().stream().map(RunState::of).toList());
        }
        if (event instanceof BatchEvent.StatusChanged changed) {
            return new BatchChange.RunMoved(
                    item, changed.run().runId(), changed.run().status());
        }
        if (event instanceof BatchEvent.Finished finished) {
            return new BatchChange.RunEnded(item, RunState.of(finished.run()));
        }
        if (event instanceof BatchEvent.TriggerFailed failed) {
            return failed(item, failed.error());
        }
        if (event instanceof BatchEvent.OutcomeUnknown unknown) {
            String doubt = unknown.isPartial() ? "not all of its runs are known: " : UNKNOWN + ": ";
            return new BatchChange.TriggerFailed(
                    item, doubt + explanation.apply(unknown.error()), true, unknown.error());
        }
        if (event instanceof BatchEvent.NotStarted missing) {
            return new BatchChange.NotStarted(
                    item, new UnstartedTest(missing.testId(), missing.testName(), reason(missing.error())));
        }
        BatchEvent.Abandoned abandoned = (BatchEvent.Abandoned) event;
        return new BatchChange.RunAbandoned(
                item, abandoned.lastSeen().runId(), explanation.apply(abandoned.reason()), abandoned.reason());
    }

    /** If an earlier process may have triggered the item, no refusal of a repetition proves that it has not. */
    private BatchChange failed(int index, Throwable error) {
        ItemState item = items.get(index);
        String reason = explanation.apply(error);
        return item.isTriggeredEarlier()
                ? new BatchChange.TriggerFailed(
                        index,
                        UNKNOWN + " at " + item.begunAt() + "; to trigger it again has failed: " + reason,
                        true,
                        error)
                : new BatchChange.TriggerFailed(index, reason, false, error);
    }

    private @Nullable String reason(@Nullable Throwable error) {
        return error == null ? null : explanation.apply(error);
    }

    private record Key(BatchItem.Kind kind, String name) {

        static Key of(BatchItem item) {
            return new Key(item.kind(), item.name());
        }
    }
}
