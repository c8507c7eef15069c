package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import java.util.List;
import java.util.Map;

/**
 * What a batch is going to run, without running it: {@link TestBatch#plan} reads it from the service.
 *
 * @param items the items, each once, in the order of the work
 * @param channels how many runs there are by the channel over which their tests talk to the assistant
 * @param minRequests how many requests the batch sends at least: a list of the tests of each suite, a trigger of each item or,
 *     where a suite is triggered test by test, of each test, and a poll of each
 */
public record BatchPlan(List<PlannedItem> items, Map<TelnyxConversationChannel, Integer> channels, long minRequests) {

    /** Copies the list and the map. */
    public BatchPlan {
        items = List.copyOf(items);
        channels = Map.copyOf(channels);
    }

    /**
     * Returns the number of suites.
     *
     * @return how many items are suites
     */
    public int suites() {
        return (int) items.stream()
                .filter(planned -> planned.item().kind() == BatchItem.Kind.SUITE)
                .count();
    }

    /**
     * Returns the number of runs.
     *
     * @return how many runs the batch is going to start
     */
    public int runs() {
        return items.stream().mapToInt(PlannedItem::runs).sum();
    }

    /**
     * Returns the number of calls, which have a price and may ring a phone.
     *
     * @return how many runs call the assistant, by telephone or from a web page
     */
    public int calls() {
        return channels.getOrDefault(TelnyxConversationChannel.PHONE_CALL, 0)
                + channels.getOrDefault(TelnyxConversationChannel.WEB_CALL, 0);
    }
}
