package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.internal.progress.BatchChange;
import io.github.telnyxreactive.cli.internal.progress.RunState;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.TelnyxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Turns what the library tells into what the batch takes note of: small, and with items by their places. */
final class EventTranslator {

    private final Map<Key, Integer> places = new HashMap<>();
    private final Function<Throwable, String> explanation;

    /**
     * Creates a translator.
     *
     * @param items the items of the batch
     * @param explanation says in one line what went wrong
     */
    EventTranslator(List<BatchItem> items, Function<Throwable, String> explanation) {
        for (int i = 0; i < items.size(); i++) {
            places.put(Key.of(items.get(i)), i);
        }
        this.explanation = explanation;
    }

    BatchChange translate(BatchEvent event) {
        int item = Objects.requireNonNull(places.get(Key.of(event.item())), "an item of this batch");
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
            Throwable error = failed.error();
            // The last attempt alone may tell that it was not sent, and says nothing of those before it.
            boolean unknown = !(error instanceof TelnyxException known) || known.delivery() != Delivery.SETTLED;
            return new BatchChange.TriggerFailed(item, explanation.apply(error), unknown, error);
        }
        BatchEvent.GaveUp gaveUp = (BatchEvent.GaveUp) event;
        return new BatchChange.RunGivenUp(
                item, gaveUp.lastSeen().runId(), explanation.apply(gaveUp.reason()), gaveUp.reason());
    }

    private record Key(BatchItem.Kind kind, String name) {

        static Key of(BatchItem item) {
            return new Key(item.kind(), item.name());
        }
    }
}
