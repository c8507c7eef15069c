package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tests of a suite: their ids in order, and the names of those that have one. */
final class SuiteTests {

    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, String> names = new HashMap<>();

    SuiteTests add(String testId, @Nullable String name) {
        ids.add(testId);
        if (name != null) {
            names.put(testId, name);
        }
        return this;
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
