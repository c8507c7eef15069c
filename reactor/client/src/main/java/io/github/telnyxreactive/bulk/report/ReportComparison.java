package io.github.telnyxreactive.bulk.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of two batches, test by test: what broke, what was mended, what flakes, what is new, gone or unknown.
 *
 * <p>A test is the same in both reports if its id is, and it ran as part of the suite of the same name, or as a single test
 * both times. Of what is then left, a test is also the same if its id is, and is left once in each report: it ran as part of a
 * suite in one of them and as a single test in the other, or its suite has another name. The version of the assistant makes no
 * difference, so that two versions can be compared. All runs of a test in a report count together, those of repeats for
 * example.
 *
 * <p>What is unknown or was not started is never taken for passed or failed. If it is not known which tests of a suite have
 * run, a test of the other report that is missing from it is unknown, and neither new nor gone.
 *
 * <p>What is kept is a few numbers, the id and the name of each test, whatever the number of runs, and 8 bytes for each run
 * while its report is read. A comparison is immutable.
 */
public final class ReportComparison {

    private final ComparedReport earlier;
    private final ComparedReport later;
    private final List<ComparedEntry> entries;
    private final int[] byChange = new int[TestChange.values().length];
    private int lostPasses;

    private ReportComparison(
            ComparedReport earlier, ComparedReport later, Map<@Nullable String, ComparedGroup> groups) {
        this.earlier = earlier;
        this.later = later;
        this.entries = ComparedEntries.of(groups.values());
        for (ComparedTest test : tests()) {
            byChange[test.change().ordinal()]++;
            lostPasses += test.isPassLost() ? 1 : 0;
        }
    }

    /**
     * Compares two reports in JSON, which are read run by run. This blocks the calling thread.
     *
     * @param earlier the file of the earlier report, as written by {@link JsonReport}
     * @param later the file of the later one
     * @return the comparison
     * @throws ReportFormatException if one of the files is not a report, is one of another version, or is incomplete; the
     *     message says which, and what to do
     * @throws IOException if reading fails
     */
    public static ReportComparison read(Path earlier, Path later) throws IOException {
        Map<@Nullable String, ComparedGroup> groups = new LinkedHashMap<>();
        ComparedReport first = read(earlier, new ComparedItems(false, groups));
        return new ReportComparison(first, read(later, new ComparedItems(true, groups)), groups);
    }

    private static ComparedReport read(Path file, ComparedItems items) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return items.end(JsonReport.read(in, items));
        } catch (ReportFormatException e) {
            throw new ReportFormatException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Compares two reports. This iterates once over all items and runs of each.
     *
     * @param earlier the earlier report
     * @param later the later one
     * @return the comparison
     * @throws UncheckedIOException if a report cannot be read
     */
    public static ReportComparison of(BatchReport earlier, BatchReport later) {
        Map<@Nullable String, ComparedGroup> groups = new LinkedHashMap<>();
        ComparedReport first = read(earlier, new ComparedItems(false, groups));
        return new ReportComparison(first, read(later, new ComparedItems(true, groups)), groups);
    }

    private static ComparedReport read(BatchReport report, ComparedItems items) {
        for (ReportedItem item : report.items()) {
            item.notStarted().forEach(items::add);
            item.runs().forEach(items::add);
            items.end(item);
        }
        return items.end(report);
    }

    /**
     * Returns the earlier report as a whole.
     *
     * @return the report
     */
    public ComparedReport earlier() {
        return earlier;
    }

    /**
     * Returns the later report as a whole.
     *
     * @return the report
     */
    public ComparedReport later() {
        return later;
    }

    /**
     * Returns all tests of both reports, which are created while they are read: suite by suite, and in each those of the
     * earlier report first.
     *
     * @return the tests, which can be read several times
     */
    public Iterable<ComparedTest> tests() {
        return () -> entries.stream().map(ComparedEntry::test).iterator();
    }

    /**
     * Returns the tests whose results differ in a certain way.
     *
     * @param change the way
     * @return the tests, which can be read several times
     */
    public Iterable<ComparedTest> tests(TestChange change) {
        return () -> entries.stream()
                .map(ComparedEntry::test)
                .filter(test -> test.change() == change)
                .iterator();
    }

    /**
     * Counts the tests whose results differ in a certain way.
     *
     * @param change the way
     * @return the number of tests
     */
    public int count(TestChange change) {
        return byChange[change.ordinal()];
    }

    /**
     * Counts the tests that passed in the earlier report, and are unknown or were not started in the later one.
     *
     * @return the number of tests
     */
    public int lostPasses() {
        return lostPasses;
    }

    /**
     * Returns whether something that passed in the earlier report did not pass in the later one, or may not have.
     *
     * @return whether a test is broken or its pass was lost; tests that are gone do not count
     */
    public boolean isWorse() {
        return count(TestChange.BROKEN) + lostPasses > 0;
    }
}
