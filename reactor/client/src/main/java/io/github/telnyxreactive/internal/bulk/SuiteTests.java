package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tests of a suite: their ids in order, the names of those that have one, and over which channels they talk. */
final class SuiteTests {

    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<TelnyxConversationChannel, Integer> channels = new HashMap<>();

    void add(AssistantTest test) {
        boolean isNew = ids.add(test.testId());
        if (test.name() != null) {
            names.put(test.testId(), test.name());
        }
        if (isNew && test.telnyxConversationChannel() != null) {
            channels.merge(test.telnyxConversationChannel(), 1, Integer::sum);
        }
    }

    /** Returns what is known of an item that is triggered without reading tests: at most the name of a single test. */
    static SuiteTests unread(BatchItem item) {
        SuiteTests none = new SuiteTests();
        if (item.testName() != null) {
            none.names.put(item.name(), item.testName());
        }
        return none;
    }

    /** Returns how many of the tests talk over each channel, as far as that is known. */
    Map<TelnyxConversationChannel, Integer> channels() {
        return Collections.unmodifiableMap(channels);
    }

    Set<String> ids() {
        return Collections.unmodifiableSet(ids);
    }

    int size() {
        return ids.size();
    }

    /** Returns the name of a test, {@code null} if it is not known. */
    @Nullable String name(@Nullable String testId) {
        return testId == null ? null : names.get(testId);
    }

    /** Returns the name of the test of a run, {@code null} if it is not known. */
    @Nullable String nameOf(TestRun run) {
        return name(run.testId());
    }

    /** Returns the names of the tests of runs by their ids, as far as they are known. */
    Map<String, String> namesOf(List<TestRun> runs) {
        Map<String, String> known = new HashMap<>();
        for (TestRun run : runs) {
            String name = nameOf(run);
            if (name != null) {
                known.put(Objects.requireNonNull(run.testId()), name);
            }
        }
        return known;
    }
}
