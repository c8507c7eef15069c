package io.github.telnyxreactive.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of an item in a {@link BatchProgress}, guarded by its lock. */
final class ItemRecord {

    final BatchItem item;
    final Map<String, RunState> runs = new LinkedHashMap<>(2);
    final List<UnstartedTest> notStarted = new ArrayList<>(0);
    boolean triggered;
    boolean outcomeUnknown;

    @Nullable String problem;

    ItemRecord(BatchItem item) {
        this.item = item;
    }

    boolean isWaiting() {
        return !triggered && problem == null;
    }

    boolean isSuite() {
        return item.kind() == BatchItem.Kind.SUITE;
    }

    ItemProgress snapshot() {
        return new ItemProgress(item, triggered, problem, outcomeUnknown, List.copyOf(runs.values()), notStarted);
    }
}
