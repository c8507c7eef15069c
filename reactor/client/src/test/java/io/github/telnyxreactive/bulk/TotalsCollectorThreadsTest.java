package io.github.telnyxreactive.bulk;

import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.StatusChanged;
import io.github.telnyxreactive.bulk.BatchEvent.Triggered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several batches that count together, while somebody asks. */
class TotalsCollectorThreadsTest {

    private static final int THREADS = 4;
    private static final int EACH = 5_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final TotalsCollector collector = new TotalsCollector();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void everythingIsCountedAndEveryAnswerIsConsistent() throws Exception {
        List<Future<?>> batches = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            BatchItem item = BatchItem.suite("suite " + thread);
            batches.add(threads.submit(() -> batch(item)));
        }
        while (!batches.stream().allMatch(Future::isDone)) {
            Totals totals = collector.totals();
            int runs = totals.overall().runs();
            assertThat(totals.suites().values().stream()
                            .mapToInt(RunTotals::runs)
                            .sum())
                    .isEqualTo(runs);
            assertThat(totals.overall().triggerings()).isEqualTo(runs);
            assertThat(totals.overall().open() + totals.overall().finished()).isEqualTo(runs);
        }
        for (Future<?> batch : batches) {
            batch.get(30, TimeUnit.SECONDS);
        }

        Totals totals = collector.totals();
        assertThat(totals.overall().in(PASSED)).isEqualTo(THREADS * EACH);
        assertThat(totals.overall().runs()).isEqualTo(THREADS * EACH);
        assertThat(totals.suites())
                .hasSize(THREADS)
                .allSatisfy((name, suite) -> assertThat(suite.finished()).isEqualTo(EACH));
        assertThat(totals.traffic().requests()).isEqualTo(THREADS * EACH);
        assertThat(totals.traffic().waited()).isEqualTo(Duration.ofNanos(THREADS * EACH));
    }

    private void batch(BatchItem item) {
        for (int i = 0; i < EACH; i++) {
            String id = item.name() + " run " + i;
            collector.accept(new Triggered(item, List.of(Runs.run(id, PENDING))));
            collector.calls().onSend("trigger", 1, Duration.ofNanos(1));
            collector.accept(new StatusChanged(item, Runs.run(id, RUNNING)));
            collector.accept(new Finished(item, Runs.run(id, PASSED)));
        }
    }
}
