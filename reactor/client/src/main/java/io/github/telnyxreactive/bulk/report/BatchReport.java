package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.internal.model.GenerateBuilder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a batch: every run that exists because of it, and every test that was to run and did not.
 *
 * <p>The items may be read lazily, from a journal for example, so that a report of any length takes little memory. The writers
 * iterate over them several times, and keep none. Each iteration has to return equal items in the same order. An iterator may
 * be abandoned before its end, so it must not depend on being closed. One that fails throws a
 * {@link java.io.UncheckedIOException}; the writers throw its cause. Equality compares items, whatever holds them.
 *
 * @param batchId the id of the batch
 * @param startedAt when the batch was started
 * @param elapsed the duration of the batch
 * @param interrupted whether the batch was interrupted
 * @param requirement what the batch has to reach
 * @param items the items of the batch, in order
 */
@GenerateBuilder
public record BatchReport(
        String batchId,
        OffsetDateTime startedAt,
        Duration elapsed,
        boolean interrupted,
        PassRequirement requirement,
        Iterable<ReportedItem> items) {

    /** Checks the required components. */
    public BatchReport {
        Objects.requireNonNull(batchId, "batchId");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(requirement, "requirement");
        Objects.requireNonNull(items, "items");
    }

    /**
     * Returns a builder with the required values. By default, the batch was not interrupted, and every run has to
     * pass.
     *
     * @param batchId the id of the batch
     * @param startedAt when the batch was started
     * @param elapsed the duration of the batch
     * @param items the items of the batch, in order
     * @return a new builder
     */
    public static BatchReportBuilder builder(
            String batchId, OffsetDateTime startedAt, Duration elapsed, Iterable<ReportedItem> items) {
        return BatchReportBuilder.builder()
                .batchId(batchId)
                .startedAt(startedAt)
                .elapsed(elapsed)
                .requirement(PassRequirement.EVERY_RUN)
                .items(items);
    }

    /**
     * Returns the verdict. This iterates over all items and runs. Unless every run has to pass, it keeps 8 bytes for each run
     * meanwhile.
     *
     * @return {@link Verdict#PASSED} only if everything that was to run did, and the requirement is met
     */
    public Verdict verdict() {
        TestCounts tests = TestCounts.neededFor(requirement);
        ReportTally tally = ReportTally.of(this, tests);
        return Verdict.of(this, tally, tests == null ? null : tests.totals(requirement));
    }

    /**
     * Counts the tests. This iterates over all items and runs, and keeps 8 bytes for each run meanwhile.
     *
     * @return how many there are, and how many of them count as passed by the requirement
     */
    public TestTotals testTotals() {
        TestCounts tests = new TestCounts();
        items.forEach(tests::add);
        return tests.totals(requirement);
    }

    /**
     * Returns a report for others to read, with the phone numbers masked that names, rubrics and problems hold: {@code +1202…34}
     * instead of {@code +12025550134}. Ids are as they were, so that it can be joined with others. Suites have no id, so a
     * masked name can stand for several; {@link ReportComparison} takes it for the one whose tests it has. A number without a
     * leading plus cannot be told from any other, and is kept. Items are masked as they are read.
     *
     * @return a report of the same batch
     */
    public BatchReport masked() {
        return new BatchReport(
                batchId,
                startedAt,
                elapsed,
                interrupted,
                requirement,
                () -> Elements.map(items.iterator(), ReportedItem::masked));
    }

    /** Returns whether another report has the same values and equal items. This reads them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchReport report
                && batchId.equals(report.batchId)
                && startedAt.equals(report.startedAt)
                && elapsed.equals(report.elapsed)
                && interrupted == report.interrupted
                && requirement.equals(report.requirement)
                && Elements.areEqual(items, report.items);
    }

    /** Returns a hash code of the values, without reading the items. */
    @Override
    public int hashCode() {
        return Objects.hash(batchId, startedAt, elapsed, interrupted, requirement);
    }
}
