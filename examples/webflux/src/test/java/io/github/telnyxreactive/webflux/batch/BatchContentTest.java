package io.github.telnyxreactive.webflux.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.JournalAccount;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchContentTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    private static final BatchItem ITEM = BatchItem.suite("checkout").inBatch("batch");
    private static final ItemId ID = ItemId.of(ITEM);

    private final BatchContent content = new BatchContent();

    @BeforeEach
    void open() {
        content.accept(new JournalEntry.Opened(4, "batch", NOW, new JournalAccount("address", "salt", "print")));
        content.accept(new JournalEntry.Begun(ID, null, "key", 2, NOW));
        content.accept(new JournalEntry.Started(
                ID,
                List.of(run("r", TestRunStatus.PENDING), run("s", TestRunStatus.PENDING)),
                Map.of("t", "Card"),
                false));
    }

    private static RunState run(String id, TestRunStatus status) {
        return new RunState(id, "t", null, status, NOW, null, null, null, null, false);
    }

    private List<String> problems() {
        return content.problems().stream().map(ItemView::problem).toList();
    }

    private List<String> runs() {
        return content.runs().stream()
                .map(run -> run.runId() + " " + run.testName() + " " + run.status() + " " + run.problem())
                .toList();
    }

    @Test
    void entriesAndTheirEventsAreTheSame() {
        content.accept(new JournalEntry.Ended(ID, run("r", TestRunStatus.PASSED), "Card"));

        List<StreamEvent> again = content.accept(new BatchEvent.Triggered(
                ITEM,
                List.of(
                        run("r", TestRunStatus.PENDING).toTestRun(),
                        run("s", TestRunStatus.PENDING).toTestRun())));
        List<StreamEvent> ended = content.accept(
                new BatchEvent.Finished(ITEM, run("r", TestRunStatus.PASSED).toTestRun()));
        List<StreamEvent> moved = content.accept(new BatchEvent.StatusChanged(
                ITEM, run("s", TestRunStatus.RUNNING).toTestRun()));

        assertThat(again).isEmpty();
        assertThat(ended).isEmpty();
        assertThat(moved).extracting(StreamEvent::type).containsExactly("run");
        assertThat(runs()).containsExactly("r Card passed null", "s Card running null");
        assertThat(content.totals().overall().runs()).isEqualTo(2);
    }

    @Test
    void allProblemsOfTheLastProcessAreShown() {
        content.accept(new JournalEntry.Abandoned(ID, "s", "too late"));
        content.accept(new JournalEntry.Abandoned(ID, "unknown", "too late"));
        content.accept(new JournalEntry.NotStarted(ID, new UnstartedTest("u", "Coupon", null)));
        content.accept(new JournalEntry.Begun(ID.ofTest("v"), "Gift", "key", 1, NOW));
        content.accept(new JournalEntry.Refused(ID.ofTest("v"), "refused"));
        content.accept(new JournalEntry.Refused(ItemId.of(BatchItem.suite("refunds")), "no such suite"));
        content.accept(new JournalEntry.Unknown(ItemId.of(BatchItem.suite("support")), "no response"));
        content.accept(new JournalEntry.Unknown(ItemId.of(BatchItem.suite("support")), "no response"));

        assertThat(problems())
                .containsExactly(
                        "The test \"Coupon\" was not started.",
                        "The test \"Gift\" was not started: refused",
                        "no such suite",
                        "no response");
        assertThat(runs()).containsExactly("r Card pending null", "s Card pending too late");
        assertThat(content.totals().suites()).containsOnlyKeys("checkout", "refunds", "support");
    }

    @Test
    void aResumedBatchFindsOutAnewWhatIsNotComplete() {
        content.accept(new JournalEntry.Abandoned(ID, "s", "too late"));
        content.accept(new JournalEntry.NotStarted(ID, new UnstartedTest("u", "Coupon", null)));
        ItemId done = ItemId.of(BatchItem.suite("refunds"));
        content.accept(new JournalEntry.NotStarted(done, new UnstartedTest("w", null, null)));
        content.accept(new JournalEntry.Completed(done));
        content.accept(new JournalEntry.Unknown(ItemId.of(BatchItem.suite("support")), "no response"));

        content.accept(new JournalEntry.Resumed(NOW));

        assertThat(problems()).containsExactly("The test \"w\" was not started.");
        assertThat(runs()).containsExactly("r Card pending null", "s Card pending null");
        assertThat(content.totals().overall().givenUp()).isZero();
        // The events of what is complete are emitted again.
        BatchItem repeated = BatchItem.suite("refunds").inBatch("batch");
        assertThat(content.accept(new BatchEvent.NotStarted(repeated, "w", null, null)))
                .isEmpty();
        assertThat(content.accept(new BatchEvent.TriggerFailed(repeated, new ItemRefusedException("new"))))
                .hasSize(1);
    }
}
