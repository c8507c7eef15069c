package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchOptionsBuilder;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs whose statuses the test sets. An item {@code a} has the runs {@code a-0}, {@code a-1} and so
 * on, one unless the test says otherwise.
 */
final class FakeRuns implements RunSource {

    final ManualTime time = new ManualTime();
    final List<String> triggered = new ArrayList<>();
    final List<Duration> limits = new ArrayList<>();
    final List<String> polls = new ArrayList<>();
    final List<Duration> pollTimes = new ArrayList<>();
    int triggering;
    int polling;
    int maxTriggering;
    int cancelled;
    boolean isReady = true;
    private Runnable onReady = () -> {};
    private int keys;

    Function<BatchItem, Mono<List<TestRun>>> onTrigger = item -> Mono.fromSupplier(() -> start(item));
    BiFunction<BatchItem, Collection<TestRun>, Mono<RunPoll.Result>> onPoll =
            (item, open) -> Mono.fromSupplier(() -> poll(open));

    /** What the batch records. */
    Recording recording = Recording.none();

    /** When the application stops the batch. */
    Publisher<StopSignal> stops = Flux.never();

    Function<String, Mono<SuiteTests>> onTests = suite -> Mono.fromSupplier(() -> testsOf(suite));

    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private final Map<String, TestRun> runs = new LinkedHashMap<>();

    /** Options with a poll each second, no jitter, and a minute for an item. */
    static BatchOptionsBuilder options() {
        return BatchOptions.builder()
                .polling(PollingSchedule.fixed(Duration.ofSeconds(1)))
                .maxConcurrentRuns(2000)
                .maxLag(Duration.ZERO)
                .itemDeadline(Duration.ofMinutes(1));
    }

    Flux<BatchEvent> batch(BatchOptionsBuilder options, Publisher<? extends BatchItem> work) {
        return batch(options, work, new TotalsCollector());
    }

    Flux<BatchEvent> batch(BatchOptionsBuilder options, Publisher<? extends BatchItem> work, TotalsCollector totals) {
        BatchOptions built = options.build();
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super BatchEvent> actual) {
                actual.onSubscribe(
                        new BatchSubscription(work, FakeRuns.this, time, built, totals, recording, stops, actual));
            }
        };
    }

    static Flux<BatchItem> suites(String... names) {
        return Flux.just(names).map(BatchItem::suite);
    }

    static Flux<BatchItem> singles(String... ids) {
        return Flux.just(ids).map(BatchItem::test);
    }

    FakeRuns size(String item, int count) {
        sizes.put(item, count);
        return this;
    }

    void put(TestRunStatus status, String... ids) {
        for (String id : ids) {
            runs.put(id, Runs.run(id, status));
        }
    }

    void putAll(TestRunStatus status) {
        put(status, runs.keySet().toArray(String[]::new));
    }

    void advanceSeconds(long seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    private List<TestRun> start(BatchItem item) {
        return IntStream.range(0, sizes.getOrDefault(item.name(), 1))
                .mapToObj(n -> runs.computeIfAbsent(item.name() + "-" + n, id -> Runs.run(id, TestRunStatus.PENDING)))
                .toList();
    }

    private RunPoll.Result poll(Collection<TestRun> open) {
        List<TestRun> seen = open.stream()
                .map(run -> Objects.requireNonNullElse(runs.get(run.runId()), run))
                .toList();
        return result(seen);
    }

    /** Returns the result of a poll whose list contained all runs. */
    RunPoll.Result result(List<TestRun> seen) {
        return new RunPoll.Result(seen, Map.of(), List.of(), Set.copyOf(runs.keySet()), null);
    }

    @Override
    public boolean isReady() {
        return isReady;
    }

    @Override
    public void onReady(Runnable listener) {
        onReady = listener;
    }

    /** Says that one more request may be made. */
    void becomeReady() {
        isReady = true;
        onReady.run();
    }

    @Override
    public Mono<SuiteTests> tests(String suite) {
        return onTests.apply(suite);
    }

    static AssistantTest test(String id) {
        return TelnyxJson.read("{\"test_id\":\"" + id + "\"}", AssistantTest.class);
    }

    /** Returns the list of the tests of a suite. */
    static SuiteTests listed(String... ids) {
        SuiteTests tests = new SuiteTests();
        Stream.of(ids).map(FakeRuns::test).forEach(tests::add);
        return tests;
    }

    private SuiteTests testsOf(String suite) {
        return listed(IntStream.range(0, sizes.getOrDefault(suite, 1))
                .mapToObj(n -> "test of " + suite + "-" + n)
                .toArray(String[]::new));
    }

    @Override
    public String newKey() {
        keys++;
        return "key-" + keys;
    }

    @Override
    public Mono<Answer> trigger(BatchItem item, String key, Duration limit) {
        return onTrigger
                .apply(item)
                .map(started -> new Answer(started, false))
                .doOnSubscribe(subscription -> {
                    triggered.add(item.name());
                    limits.add(limit);
                    triggering++;
                    maxTriggering = Math.max(maxTriggering, triggering);
                })
                .doOnTerminate(() -> triggering--)
                .doOnCancel(() -> {
                    triggering--;
                    cancelled++;
                });
    }

    @Override
    public Mono<RunPoll.Result> poll(RunPoll.Look look) {
        String suite = look.triggering().suite();
        BatchItem item = suite == null
                ? BatchItem.test(Objects.requireNonNull(look.triggering().testId()))
                : BatchItem.suite(suite);
        return onPoll.apply(item, look.open())
                .doOnSubscribe(subscription -> {
                    polls.add(item.name());
                    pollTimes.add(time.elapsed());
                    polling++;
                })
                .doOnTerminate(() -> polling--)
                .doOnCancel(() -> {
                    polling--;
                    cancelled++;
                });
    }
}
