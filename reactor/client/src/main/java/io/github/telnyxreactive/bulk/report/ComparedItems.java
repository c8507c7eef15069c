package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.report.ComparedEntry.Counts;
import io.github.telnyxreactive.internal.text.Mask;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds the items of one of two reports to the tests that are compared. Keeps no run, and no more of an item than its tests. */
final class ComparedItems implements ReportSink {

    private final boolean isLater;
    private final Map<@Nullable String, ComparedGroup> groups;
    private final ReportTally tally = new ReportTally();
    private final TestCounts testCounts = new TestCounts();
    private final Set<ComparedGroup> suites = new LinkedHashSet<>();
    private final Set<String> versionIds = new LinkedHashSet<>();
    private boolean isMainVersion;
    private int unmatched;
    private Map<String, Counts> tests = new LinkedHashMap<>();
    private int runsOfItem;
    private int unmatchedOfItem;
    private Counts ofItem = new Counts();

    ComparedItems(boolean isLater, Map<@Nullable String, ComparedGroup> groups) {
        this.isLater = isLater;
        this.groups = groups;
    }

    @Override
    public void add(ReportedRun run) {
        tally.add(run);
        testCounts.add(run);
        ofItem.add(run);
        runsOfItem++;
        String testId = run.testId();
        if (testId == null) {
            unmatchedOfItem++;
        } else {
            tests.computeIfAbsent(testId, id -> new Counts()).add(run);
        }
    }

    @Override
    public void add(NotStarted test) {
        tally.add(test);
        testCounts.add(test);
        ofItem.add(test);
        tests.computeIfAbsent(test.testId(), id -> new Counts()).add(test);
    }

    @Override
    public void end(ReportedItem item) {
        testCounts.end(item);
        boolean isDoubtful = item.outcome() != ItemOutcome.TRIGGERED || item.problem() != null || ofItem.isEmpty();
        boolean isWithoutResult = isDoubtful || ofItem.result(0, 0).notStarted() > 0;
        tally.addItem(item, isWithoutResult ? new ItemDoubt("incomplete", "") : null);
        String versionId = item.versionId();
        if (versionId == null) {
            isMainVersion = true;
        } else {
            versionIds.add(versionId);
        }
        if (item.isSuite()) {
            endSuite(item, isDoubtful || unmatchedOfItem > 0);
        } else {
            endTest(item, isDoubtful);
        }
        tests = new LinkedHashMap<>();
        ofItem = new Counts();
        runsOfItem = 0;
        unmatchedOfItem = 0;
    }

    private void endSuite(ReportedItem item, boolean isIncomplete) {
        ComparedGroup group = suite(item.name());
        if (isIncomplete) {
            group.addIncomplete(isLater, item.outcome() == ItemOutcome.NOT_TRIGGERED && runsOfItem == 0);
        }
        suites.add(group);
        tests.forEach((testId, counts) -> {
            if (isIncomplete) {
                counts.inIncompleteItem();
            }
            group.entry(testId).add(isLater, counts);
        });
        unmatched += unmatchedOfItem;
    }

    /** A suite whose name is masked in one of the reports is still the same. */
    private ComparedGroup suite(String name) {
        ComparedGroup same = groups.get(name);
        if (same == null && isLater) {
            same = Mask.isMasked(name) ? suiteMaskedAs(name) : groups.get(Mask.phoneNumbers(name));
        }
        return same == null ? groups.computeIfAbsent(name, ComparedGroup::new) : same;
    }

    /** Several names may look the same when they are masked: then the tests tell. */
    private @Nullable ComparedGroup suiteMaskedAs(String masked) {
        List<ComparedGroup> candidates = groups.values().stream()
                .filter(group -> group.suite() != null
                        && Mask.phoneNumbers(group.suite()).equals(masked))
                .toList();
        return candidates.stream()
                .filter(group -> group.hasAnyOf(tests.keySet()))
                .findFirst()
                .orElse(candidates.isEmpty() ? null : candidates.get(0));
    }

    /** The runs of a single test are its own, even if the service does not say so. */
    private void endTest(ReportedItem item, boolean isDoubtful) {
        if (item.outcome() == ItemOutcome.NOT_TRIGGERED && ofItem.isEmpty()) {
            ofItem.addNotStarted();
        } else if (isDoubtful) {
            ofItem.addUnknown();
        }
        ofItem.named(item.testName());
        ComparedGroup group = groups.computeIfAbsent(null, ComparedGroup::new);
        group.entry(item.name()).add(isLater, ofItem);
    }

    /** Ends the report, and returns it as a whole. */
    ComparedReport end(BatchReport report) {
        if (report.interrupted()) {
            // Not all runs of a suite may have been listed by then.
            suites.forEach(suite -> suite.leaveOpen(isLater));
        }
        OptionalDouble passRate = tally.passRatePercent();
        return new ComparedReport(
                report.batchId(),
                report.startedAt(),
                report.elapsed(),
                Verdict.of(report, tally, testCounts.totals(report.requirement())),
                isMainVersion,
                versionIds.stream().toList(),
                tally.runs(),
                unmatched,
                tally.of(RunOutcome.PASSED),
                tally.notStarted(),
                passRate.isPresent() ? passRate.getAsDouble() : null);
    }
}
