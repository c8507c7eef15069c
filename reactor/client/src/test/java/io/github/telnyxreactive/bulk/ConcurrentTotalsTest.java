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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several batches that are counted together while another thread reads. */
class ConcurrentTotalsTest {

    private static final int THREADS = 4;
    private static final int EACH = 5_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aCollectorCountsEverythingAndIsConsistentAtAnyTime() throws Exception {
        TotalsCollector collector = new TotalsCollector();
        run(
                event -> {
                    collector.accept(event);
                    if (event instanceof Triggered) {
                        collector.callListener().onSend("trigger", 1, Duration.ofNanos(1));
                    }
                },
                collector::totals);

        assertComplete(collector.totals());
        assertThat(collector.requests().total()).isEqualTo(THREADS * EACH);
        assertThat(collector.requests().waited()).isEqualTo(Duration.ofNanos(THREADS * EACH));
    }

    @Test
    void progressCountsEverythingAndIsConsistentAtAnyTime() throws Exception {
        BatchProgress progress = new BatchProgress();
        run(progress::accept, progress::totals);

        assertComplete(progress.totals());
        assertThat(progress.items())
                .hasSize(THREADS)
                .allSatisfy(item -> assertThat(item.totals().passed()).isEqualTo(EACH));
    }

    private void run(Consumer<BatchEvent> counter, Supplier<Totals> read) throws Exception {
        List<Future<?>> batches = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            BatchItem item = BatchItem.suite("suite " + thread);
            batches.add(threads.submit(() -> batch(item, counter)));
        }
        while (!batches.stream().allMatch(Future::isDone)) {
            assertConsistent(read.get());
        }
        for (Future<?> batch : batches) {
            batch.get();
        }
    }

    private static void batch(BatchItem item, Consumer<BatchEvent> counter) {
        for (int i = 0; i < EACH; i++) {
            String id = item.name() + " run " + i;
            counter.accept(new Triggered(item, List.of(Runs.run(id, PENDING))));
            counter.accept(new StatusChanged(item, Runs.run(id, RUNNING)));
            counter.accept(new Finished(item, Runs.run(id, PASSED)));
        }
    }

    private static void assertConsistent(Totals totals) {
        int runs = totals.overall().runs();
        assertThat(totals.suites().values().stream().mapToInt(RunTotals::runs).sum())
                .isEqualTo(runs);
        assertThat(totals.overall().triggeredItems()).isEqualTo(runs);
        assertThat(totals.overall().open() + totals.overall().finished()).isEqualTo(runs);
    }

    private static void assertComplete(Totals totals) {
        assertThat(totals.overall().passed()).isEqualTo(THREADS * EACH);
        assertThat(totals.overall().runs()).isEqualTo(THREADS * EACH);
        assertThat(totals.overall().triggeredItems()).isEqualTo(THREADS * EACH);
        assertThat(totals.suites())
                .hasSize(THREADS)
                .allSatisfy((name, suite) -> assertThat(suite.finished()).isEqualTo(EACH));
    }
}
