package io.github.telnyxreactive.bulk.report;

import static io.github.telnyxreactive.bulk.report.WrittenJournal.reported;
import static io.github.telnyxreactive.bulk.report.WrittenJournal.suite;
import static io.github.telnyxreactive.bulk.report.WrittenJournal.test;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.PlannedItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the entries about an item mean together. */
class RecordedItemTest {

    private static final ItemId S = suite("s");
    private static final String NO_RESPONSE = "no response to its trigger was recorded; resume the batch to find out";

    @TempDir
    private Path folder;

    private WrittenJournal journal;

    @BeforeEach
    void open() {
        journal = new WrittenJournal(folder.resolve("batch.jsonl")).opened("nightly");
    }

    private WrittenJournal plan(int runs) {
        return journal.planned(new PlannedItem(S, null, runs)).planComplete(1);
    }

    private void assertItem(ReportedItemBuilder expected) throws IOException {
        assertThat(journal.item()).isEqualTo(expected.build());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTestWithItsName(boolean isPlanned) throws IOException {
        if (isPlanned) {
            journal.planned(new PlannedItem(test("a"), "single", 1)).planComplete(1);
        }
        journal.begun(test("a"), "single", 1).started(test("a"), "r");
        ReportedItemBuilder expected = ReportedItem.builder(BatchItem.Kind.TEST, "a", ItemOutcome.TRIGGERED)
                .testName("single");
        assertItem(expected.runs(List.of(reported("r", PENDING))));

        journal.ended(test("a"), "r", FAILED);
        assertItem(expected.runs(List.of(reported("r", FAILED))));

        journal.completed(test("a"));
        assertItem(expected.runs(List.of(reported("r", FAILED))));
    }

    @Test
    void aTestWithASecondRun() throws IOException {
        journal.planned(new PlannedItem(test("a"), "single", 1)).planComplete(1);
        journal.begun(test("a"), "single", 1).started(test("a"), "r").abandoned(test("a"), "r", "no such run");
        journal.started(test("a"), "other").ended(test("a"), "other", PASSED);

        assertThat(journal.item().runs())
                .containsExactly(
                        ReportedRun.of(WrittenJournal.run("r", PENDING).withProblem("no such run"), "name of r"),
                        reported("other", PASSED));
    }

    @Test
    void aSuiteWithAllRuns() throws IOException {
        plan(2).begun(S, null, 2)
                .started(S, "r1", "r2")
                .ended(S, "r2", PASSED)
                .ended(S, "r1", FAILED)
                .completed(S);

        assertItem(suite(ItemOutcome.TRIGGERED, null, reported("r1", FAILED), reported("r2", PASSED)));
    }

    @Test
    void whatWasBegunIsUnknown() throws IOException {
        plan(2).begun(S, null, 2);

        assertItem(suite(ItemOutcome.UNKNOWN, NO_RESPONSE));
    }

    @Test
    void whatWasBegunStaysUnknownWhenTheBatchIsResumed() throws IOException {
        plan(2).begun(S, null, 2).unknown(S, "reset");
        assertItem(suite(ItemOutcome.UNKNOWN, "reset"));

        journal.resumed(10);
        assertItem(suite(ItemOutcome.UNKNOWN, NO_RESPONSE));

        journal.begun(S, null, 2).unknown(S, "403");
        assertItem(suite(ItemOutcome.UNKNOWN, "403"));
    }

    @Test
    void whatWasRefusedIsOpenAgainWhenTheBatchIsResumed() throws IOException {
        plan(1).begun(S, null, 1).refused(S, "422");
        assertItem(suite(ItemOutcome.NOT_TRIGGERED, "422"));

        journal.resumed(10);
        assertItem(suite(ItemOutcome.NOT_TRIGGERED, "not begun"));

        journal.begun(S, null, 1);
        assertItem(suite(ItemOutcome.UNKNOWN, NO_RESPONSE));

        journal.started(S, "r");
        assertItem(suite(ItemOutcome.TRIGGERED, null, reported("r", PENDING)));
    }

    @Test
    void anAbandonedRunIsFollowedAgainWhenTheBatchIsResumed() throws IOException {
        plan(1).begun(S, null, 1).started(S, "r").abandoned(S, "r", "too late");
        ReportedRun lost = ReportedRun.of(WrittenJournal.run("r", PENDING).withProblem("too late"), "name of r");
        assertItem(suite(ItemOutcome.TRIGGERED, null, lost));

        journal.resumed(10);
        assertItem(suite(ItemOutcome.TRIGGERED, null, reported("r", PENDING)));

        journal.abandoned(S, "r", "too late");
        assertItem(suite(ItemOutcome.TRIGGERED, null, lost));

        journal.ended(S, "r", PASSED);
        assertItem(suite(ItemOutcome.TRIGGERED, null, reported("r", PASSED)));
    }

    @Test
    void runsThatNoListShowsAreAProblem() throws IOException {
        plan(2).begun(S, null, 2).started(S, "r").unknown(S, "one is missing").ended(S, "r", PASSED);

        assertItem(suite(ItemOutcome.TRIGGERED, "one is missing", reported("r", PASSED)));
    }

    @Test
    void aSuiteOfWhichNotAllRunsAreKnownIsIncomplete() throws IOException {
        plan(3).begun(S, null, 3).started(S, "r").ended(S, "r", PASSED);
        assertItem(suite(
                ItemOutcome.TRIGGERED,
                "no run of 2 tests is known; resume the batch to find out",
                reported("r", PASSED)));

        journal.completed(S);
        assertItem(suite(ItemOutcome.TRIGGERED, null, reported("r", PASSED)));
    }

    @Test
    void aSuiteWhoseTestsAreNotKnownMayHaveMoreRuns() throws IOException {
        journal.begun(S, null, 1).started(S, "r");
        assertItem(suite(ItemOutcome.TRIGGERED, null, reported("r", PENDING)));

        journal.ended(S, "r", PASSED);
        assertItem(suite(
                ItemOutcome.TRIGGERED,
                "it is not known whether all of its tests have a run; resume the batch to find out",
                reported("r", PASSED)));
    }

    @Test
    void testsWithoutARunAreSoughtAgainWhenTheBatchIsResumed() throws IOException {
        plan(2).begun(S, null, 2).started(S, "r").notStarted(S, "test of more").abandoned(S, "r", "too late");
        NotStarted missing =
                new NotStarted("test of more", "name of test of more", "the service has started no run of it");
        assertThat(journal.item().notStarted()).containsExactly(missing);

        journal.resumed(10).started(S, "more");
        assertItem(suite(ItemOutcome.TRIGGERED, null, reported("r", PENDING), reported("more", PENDING)));

        journal.resumed(20).notStarted(S, "test of more").completed(S).resumed(30);
        assertThat(journal.item().notStarted()).containsExactly(missing);
    }

    @Test
    void theTestsOfASplitSuiteAreOneItem() throws IOException {
        ItemId a = S.ofTest("test of a");
        ItemId b = S.ofTest("test of b");
        plan(2).begun(a, "name of a", 1)
                .begun(b, "name of b", 1)
                .started(b, "b")
                .ended(b, "b", PASSED)
                .completed(b);
        assertItem(suite(
                ItemOutcome.TRIGGERED,
                "no response to the trigger of 1 test was recorded; resume the batch to find out",
                reported("b", PASSED)));
        assertThat(journal.read().isComplete()).isFalse();

        journal.unknown(a, "reset");
        assertItem(suite(ItemOutcome.TRIGGERED, "reset", reported("b", PASSED)));

        journal.resumed(10).started(a, "a").ended(a, "a", FAILED).completed(a).completed(S);
        assertItem(suite(ItemOutcome.TRIGGERED, null, reported("b", PASSED), reported("a", FAILED)));
        assertThat(journal.read().isComplete()).isTrue();
    }

    @Test
    void aRefusedTestOfASplitSuiteIsNotStarted() throws IOException {
        ItemId a = S.ofTest("test of a");
        ItemId b = S.ofTest("test of b");
        plan(2).begun(a, "name of a", 1).refused(a, "422").refused(b, "stopped");
        assertItem(suite(ItemOutcome.NOT_TRIGGERED, "422"));

        journal.resumed(10).begun(b, "name of b", 1).started(b, "b").refused(a, "stopped");
        assertItem(suite(ItemOutcome.TRIGGERED, null, reported("b", PENDING))
                .notStarted(List.of(new NotStarted("test of a", "name of a", "stopped"))));

        journal.resumed(20);
        assertItem(suite(
                ItemOutcome.TRIGGERED,
                "no run of 1 test is known; resume the batch to find out",
                reported("b", PENDING)));
    }

    @Test
    void theFirstUnknownTestOfASplitSuiteWithoutRunsSaysWhy() throws IOException {
        ItemId a = S.ofTest("test of a");
        ItemId b = S.ofTest("test of b");
        journal.begun(a, "name of a", 1).refused(a, "422").begun(b, "name of b", 1);
        assertItem(suite(ItemOutcome.UNKNOWN, NO_RESPONSE));

        journal.unknown(b, "reset").begun(S.ofTest("c"), null, 1).unknown(S.ofTest("c"), "gone");
        assertItem(suite(ItemOutcome.UNKNOWN, "reset"));
    }

    @Test
    void aSplitSuiteThatIsNotTriggeredFurtherHasAProblem() throws IOException {
        ItemId a = S.ofTest("test of a");
        plan(2).begun(a, "name of a", 1).started(a, "a").resumed(10).refused(S, "stopped");
        assertItem(suite(ItemOutcome.TRIGGERED, "stopped", reported("a", PENDING)));
    }

    @Test
    void whatWasResolvedWithoutRunsIsNotTriggered() throws IOException {
        plan(2).begun(S, null, 2).unknown(S, "reset").resolved(S);
        assertItem(suite(
                ItemOutcome.NOT_TRIGGERED,
                "it was decided that nothing was started; resume the batch to trigger it again"));

        journal.resumed(10);
        assertItem(suite(ItemOutcome.NOT_TRIGGERED, "not begun"));

        journal.begun(S, null, 2);
        assertItem(suite(ItemOutcome.UNKNOWN, NO_RESPONSE));
    }

    @Test
    void whatWasResolvedWithRunsHasNoOthers() throws IOException {
        plan(1).begun(S, null, 1).started(S, "r").unknown(S, "it may have run twice");
        assertItem(suite(ItemOutcome.TRIGGERED, "it may have run twice", reported("r", PENDING)));

        journal.resolved(S);
        assertItem(suite(ItemOutcome.TRIGGERED, null, reported("r", PENDING)));
    }
}
