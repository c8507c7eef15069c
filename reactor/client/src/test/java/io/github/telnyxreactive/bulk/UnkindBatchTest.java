package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.OutcomeUnknown;
import io.github.telnyxreactive.bulk.BatchEvent.Triggered;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.CreatedRun;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.Unkindness;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/**
 * Batches against services that are unkind at random, cancelled at random moments and resumed. What they report is compared
 * with what the service has created. {@code .ci/run} has more seeds; one that fails is repeated with
 * {@code -Dunkind.seeds=7}.
 */
class UnkindBatchTest {

    /** How much faster time passes at the service. */
    private static final int SPEED = 200;

    private static final int FEW = 6;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        String chosen = System.getProperty("unkind.seeds");
        if (chosen != null) {
            return LongStream.of(Long.parseLong(chosen));
        }
        String count = System.getenv("UNKIND_SEEDS");
        return LongStream.rangeClosed(1, count == null ? FEW : Long.parseLong(count));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsReportedIsTrue(long seed) {
        try (Scene scene = new Scene(seed)) {
            scene.runWithInterruptions();
            scene.check();
        }
    }

    /** One service, one batch. */
    private final class Scene implements AutoCloseable {

        private final Random random;
        private final String description;
        private final Simulator simulator;
        private final TelnyxClient client;
        private final List<BatchItem> work = new ArrayList<>();
        private final Set<String> intended = new HashSet<>();
        private final int limit;
        private final BatchOptions options;
        private TotalsCollector totals = new TotalsCollector();
        private List<BatchEvent> events = List.of();

        Scene(long seed) {
            random = new Random(seed);
            Unkindness unkindness = Unkindness.random(seed).toBuilder()
                    .forgottenKeys(seed % 3 == 0 ? Duration.ZERO : Duration.ofHours(24))
                    .build();
            limit = random.nextBoolean() ? 4 + random.nextInt(10) : BatchOptions.UNLIMITED;
            description = "seed " + seed + ", limit " + limit + ": " + unkindness;
            long start = System.nanoTime();
            Instant origin = Instant.now();
            simulator = Simulator.builder()
                    .seed(seed)
                    .outcomes(9, 1, 0)
                    .runDuration(Duration.ofSeconds(4), Duration.ofSeconds(20))
                    .clock(() -> origin.plusNanos(SPEED * (System.nanoTime() - start)))
                    .unkindness(unkindness)
                    .start();
            client = Clients.of(simulator).build();
            addWork();
            options = BatchOptions.builder()
                    .maxConcurrentRuns(limit)
                    .maxLag(Duration.ofMillis(400))
                    .maxAttempts(8)
                    .itemDeadline(Duration.ofSeconds(3))
                    .polling(new PollingSchedule(Duration.ofMillis(20), Duration.ofMillis(60), 1.5, 0.2))
                    .build();
        }

        private void addWork() {
            int suites = 2 + random.nextInt(3);
            for (int n = 0; n < suites; n++) {
                simulator.addSuite("suite-" + n, 2 + random.nextInt(8)).forEach(test -> intended.add(test.testId()));
                work.add(BatchItem.suite("suite-" + n));
            }
            simulator.addSuite("singles", 6).forEach(test -> {
                intended.add(test.testId());
                work.add(BatchItem.test(test.testId()));
            });
        }

        void runWithInterruptions() {
            for (int interruptions = random.nextInt(3); interruptions > 0; interruptions--) {
                batch(new TotalsCollector())
                        .take(random.nextInt(20))
                        .onErrorComplete()
                        .blockLast();
            }
            // A key that is not accepted for a while ends the batch, which is then resumed.
            events = Flux.defer(() -> {
                        totals = new TotalsCollector();
                        return batch(totals);
                    })
                    .collectList()
                    .retryWhen(Retry.indefinitely().filter(UnauthorizedException.class::isInstance))
                    .block();
        }

        private Flux<BatchEvent> batch(TotalsCollector counted) {
            FileJournal journal = FileJournal.at(folder.resolve("batch.jsonl"));
            return client.ai()
                    .assistants()
                    .tests()
                    .batch(options)
                    .run(Flux.fromIterable(work), journal, counted)
                    // What was cancelled closes its journal soon afterwards.
                    .retryWhen(Retry.indefinitely()
                            .filter(error -> error instanceof JournalException
                                    && error.getMessage().contains("another process")));
        }

        void check() {
            List<CreatedRun> created = simulator.createdRuns();
            Map<String, Integer> requested = new HashMap<>();
            created.stream()
                    .filter(run -> run.origin() == CreatedRun.Origin.REQUEST)
                    .forEach(run -> requested.merge(run.testId(), 1, Integer::sum));
            assertThat(requested.values()).as(description + ": runs of a test").allMatch(runs -> runs == 1);
            Set<String> reported = reported();
            Set<String> doubtful = doubtful();
            List<CreatedRun> missing = created.stream()
                    .filter(run -> !reported.contains(run.runId()))
                    // A second run for a single test has nothing in common with the first.
                    .filter(run -> run.origin() == CreatedRun.Origin.REQUEST || run.suiteRunId() != null)
                    .filter(run -> !doubtful.contains(run.testId()) && !doubtful.contains(String.valueOf(run.suite())))
                    .toList();
            assertThat(missing).as(description + ": runs in no report").isEmpty();
            assertThat(totals.totals().overall().runs())
                    .as(description + ": runs in the totals")
                    .isEqualTo(reported.size());
            checkSuccess(created);
            if (created.stream().allMatch(run -> run.origin() == CreatedRun.Origin.REQUEST)) {
                assertThat(simulator.peakRunsUnderWay())
                        .as(description + ": runs under way")
                        .isLessThanOrEqualTo(limit);
            }
        }

        private Set<String> reported() {
            return events.stream()
                    .filter(Triggered.class::isInstance)
                    .flatMap(event -> ((Triggered) event).runs().stream())
                    .map(TestRun::runId)
                    .collect(Collectors.toSet());
        }

        /** What is said to be unknown, or is not reached because the key was not accepted: suites, and tests. */
        private Set<String> doubtful() {
            return events.stream()
                    .filter(OutcomeUnknown.class::isInstance)
                    .map(event -> event.item().name())
                    .collect(Collectors.toSet());
        }

        private void checkSuccess(List<CreatedRun> created) {
            RunTotals all = totals.totals().overall();
            if (!all.isAllPassed()) {
                return;
            }
            Set<String> passed = events.stream()
                    .filter(Finished.class::isInstance)
                    .map(event -> ((Finished) event).run())
                    .filter(run -> TestRunStatus.PASSED.equals(run.status()))
                    .map(TestRun::testId)
                    .collect(Collectors.toSet());
            assertThat(passed).as(description + ": tests that passed").containsAll(intended);
            assertThat(created.stream().filter(run -> run.origin() == CreatedRun.Origin.REQUEST))
                    .as(description + ": runs of a batch that has passed")
                    .allMatch(run -> TestRunStatus.PASSED.equals(run.outcome()));
        }

        @Override
        public void close() {
            client.close();
            simulator.close();
        }
    }
}
