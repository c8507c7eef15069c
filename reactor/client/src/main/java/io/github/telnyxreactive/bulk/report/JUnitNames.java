package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.report.Characters;
import io.github.telnyxreactive.internal.report.SharedNames;
import io.github.telnyxreactive.internal.report.UniqueNames;
import org.jspecify.annotations.Nullable;

/**
 * Names the test cases of a suite so that a test has the same name in every build, whatever the order. All of them are added
 * before the first name is taken.
 */
final class JUnitNames {

    private static final String NO_ID = "";

    private final SharedNames shared = new SharedNames();
    private final UniqueNames unique = new UniqueNames();

    void add(ReportedItem item) {
        add(item.displayName(), item.isSuite() ? null : item.name());
    }

    void add(NotStarted test) {
        add(test.displayName(), test.testId());
    }

    void add(ReportedRun run) {
        add(run.displayName(), run.testId());
    }

    private void add(String name, @Nullable String testId) {
        shared.add(Characters.line(name), testId == null ? NO_ID : testId);
    }

    String next(ReportedItem item, String variant) {
        return next(item.displayName(), item.isSuite() ? null : item.name(), variant);
    }

    String next(NotStarted test, String variant) {
        return next(test.displayName(), test.testId(), variant);
    }

    String next(ReportedRun run, String variant) {
        return next(run.displayName(), run.testId(), variant);
    }

    private String next(String name, @Nullable String testId, String variant) {
        boolean isShared = testId != null && !testId.equals(name) && shared.isShared(Characters.line(name));
        return unique.next(name + (isShared ? " (" + testId + ")" : "") + variant);
    }
}
