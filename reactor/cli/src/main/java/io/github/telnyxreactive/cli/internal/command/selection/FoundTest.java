package io.github.telnyxreactive.cli.internal.command.selection;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is needed of a test that exists, to plan it on its own.
 *
 * @param id its id
 * @param name its name, {@code null} if it has none
 * @param channel the channel over which it talks, {@code null} if it is not known
 */
record FoundTest(String id, @Nullable String name, @Nullable TelnyxConversationChannel channel) {

    /** A trigger and a poll. */
    private static final long REQUESTS = 2;

    /** Returns its name, or its id if it has none. */
    String label() {
        return name == null ? id : name;
    }

    static FoundTest of(AssistantTest test) {
        return new FoundTest(test.testId(), test.name(), test.telnyxConversationChannel());
    }

    /**
     * Adds tests to a plan.
     *
     * @param tests the tests by their ids
     * @param version the version of the assistant, {@code null} for the main version
     * @param others the plan of everything else, which comes first
     * @return the plan of both
     */
    static BatchPlan plan(Map<String, FoundTest> tests, @Nullable String version, BatchPlan others) {
        List<PlannedItem> items = new ArrayList<>(others.items().size() + tests.size());
        items.addAll(others.items());
        Map<TelnyxConversationChannel, Integer> channels = new HashMap<>(others.channels());
        tests.forEach((id, test) -> {
            items.add(new PlannedItem(ItemId.of(BatchItem.test(id).againstVersion(version)), test.name(), 1));
            if (test.channel() != null) {
                channels.merge(test.channel(), 1, Integer::sum);
            }
        });
        return new BatchPlan(items, channels, others.minRequests() + REQUESTS * tests.size());
    }
}
