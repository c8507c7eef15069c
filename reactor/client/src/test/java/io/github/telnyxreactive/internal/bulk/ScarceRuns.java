package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs of a random duration, at a service that is asked at a limited rate. Time is virtual, so a batch of minutes takes a
 * moment, and each seed gives the same batch.
 */
final class ScarceRuns implements RunSource {

    private static final Duration LATENCY = Duration.ofMillis(50);

    final ManualTime time = new ManualTime();
    private final List<Double> delays = new ArrayList<>();

    /** The highest number of requests within a second. */
    int peak;

    private final Queue<Duration> lastSecond = new ArrayDeque<>();
    private final Map<String, List<Duration>> ends = new HashMap<>();
    private final Random random;
    private final Duration shortest;
    private final Duration longest;
    private final int fewest;
    private final int most;
    private final BatchOptions options;
    private final BatchAdmission admission;
    private final PermitQueue client;
    private int keys;

    ScarceRuns(long seed, int[] seconds, int[] sizes, BatchOptions options, RateLimit ofClient) {
        this.random = new Random(seed);
        this.shortest = Duration.ofSeconds(seconds[0]);
        this.longest = Duration.ofSeconds(seconds[1]);
        this.fewest = sizes[0];
        this.most = sizes[1];
        this.options = options;
        this.admission = new BatchAdmission(options, Duration.ofMinutes(1), time);
        this.client = PermitQueue.rate(ofClient, Duration.ofMinutes(1), time);
    }

    /** Runs suites to their end. */
    void run(int suites) {
        Flux<BatchItem> work = Flux.range(0, suites).map(n -> BatchItem.suite("s" + n));
        boolean[] ended = new boolean[1];
        new Flux<BatchEvent>() {
            @Override
            public void subscribe(CoreSubscriber<? super BatchEvent> actual) {
                actual.onSubscribe(new BatchSubscription(
                        work,
                        ScarceRuns.this,
                        time,
                        options,
                        new TotalsCollector(),
                        Recording.none(),
                        Flux.never(),
                        actual));
            }
        }.doOnNext(this::seen).doOnComplete(() -> ended[0] = true).subscribe();
        while (!ended[0]) {
            time.advanceMillis(100);
            if (time.elapsed().toHours() > 5) {
                throw new IllegalStateException("it does not end");
            }
        }
    }

    private void seen(BatchEvent event) {
        if (event instanceof BatchEvent.Finished finished) {
            Duration end = endOf(finished.run().runId());
            delays.add(time.elapsed().minus(end).toNanos() / 1e9);
        }
    }

    /** Returns the delay between the end of a run and its event, in seconds, that a share of the runs does not exceed. */
    double delay(double share) {
        List<Double> sorted = delays.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }

    private Duration endOf(String run) {
        int dash = run.lastIndexOf('-');
        return ends.get(run.substring(0, dash)).get(Integer.parseInt(run.substring(dash + 1)));
    }

    private <T> Mono<T> call(Endpoint<?> endpoint, Supplier<T> response) {
        Mono<T> sent = Mono.fromSupplier(() -> {
                    count();
                    return response.get();
                })
                .delayElement(LATENCY, time);
        return admission.admit(endpoint, client.acquire(), permit -> sent);
    }

    private void count() {
        Duration now = time.elapsed();
        lastSecond.add(now);
        while (lastSecond.element().compareTo(now.minusSeconds(1)) <= 0) {
            lastSecond.remove();
        }
        peak = Math.max(peak, lastSecond.size());
    }

    @Override
    public Mono<SuiteTests> tests(String suite) {
        return call(TestOperations.list(TestListParams.builder().build()).endpoint(), () -> {
            SuiteTests tests = new SuiteTests();
            for (int n = 0; n < sizeOf(suite); n++) {
                tests.add(FakeRuns.test("test of " + suite + "-" + n));
            }
            return tests;
        });
    }

    private int sizeOf(String suite) {
        return fewest + Math.floorMod(suite.hashCode(), most - fewest + 1);
    }

    @Override
    public String newKey() {
        keys++;
        return "key-" + keys;
    }

    @Override
    public Mono<Answer> trigger(BatchItem item, String key, Duration limit) {
        return call(
                TestSuiteOperations.triggerRuns(
                                item.name(),
                                TriggerTestSuiteRunsRequest.builder().build())
                        .endpoint(),
                () -> new Answer(start(item.name()), false));
    }

    private List<TestRun> start(String suite) {
        Duration now = time.elapsed();
        List<Duration> all = new ArrayList<>();
        List<TestRun> runs = new ArrayList<>();
        for (int n = 0; n < sizeOf(suite); n++) {
            long spread = longest.minus(shortest).toMillis();
            all.add(now.plus(shortest).plusMillis((long) (spread * random.nextDouble())));
            runs.add(Runs.run(suite + "-" + n, TestRunStatus.PENDING));
        }
        ends.put(suite, all);
        return runs;
    }

    @Override
    public Mono<RunPoll.Result> poll(RunPoll.Look look) {
        return call(
                TestSuiteOperations.listRuns(
                                "s", TestSuiteRunListParams.builder().build())
                        .endpoint(),
                () -> {
                    List<TestRun> seen = look.open().stream()
                            .map(run -> Runs.run(
                                    run.runId(),
                                    endOf(run.runId()).compareTo(time.elapsed()) <= 0
                                            ? TestRunStatus.PASSED
                                            : TestRunStatus.RUNNING))
                            .toList();
                    Set<String> listed = seen.stream().map(TestRun::runId).collect(Collectors.toSet());
                    return new RunPoll.Result(seen, Map.of(), List.of(), listed, null);
                });
    }

    @Override
    public boolean isReady() {
        return admission.waiting().areFew();
    }

    @Override
    public void onReady(Runnable listener) {
        admission.waiting().onFew(listener);
    }
}
