package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import java.util.ArrayList;
import java.util.HashMap;
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
     * Returns a plan that runs everything several times: all of it for the first time, then for the second, and so on.
     *
     * @param times how many times, at least 1
     * @return the plan, with {@linkplain BatchItem#repetition repetitions} from 1
     * @throws IllegalArgumentException if it is less than 1, or if this plan has repetitions
     */
    public BatchPlan repeated(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1: " + times);
        }
        if (items.stream().anyMatch(planned -> planned.item().repeat() > 1)) {
            throw new IllegalArgumentException("the plan has repetitions already");
        }
        List<PlannedItem> repeated = new ArrayList<>(Math.multiplyExact(items.size(), times));
        for (int number = 1; number <= times; number++) {
            for (PlannedItem planned : items) {
                repeated.add(planned.repetition(number));
            }
        }
        Map<TelnyxConversationChannel, Integer> all = new HashMap<>();
        channels.forEach((channel, runs) -> all.put(channel, Math.multiplyExact(runs, times)));
        return new BatchPlan(repeated, all, Math.multiplyExact(minRequests, times));
    }

    /**
     * Returns the number of suites.
     *
     * @return how many items are suites, each repetition counted
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
