package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.Runs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** The publisher of the work and the source of the runs, including misbehaving ones. */
class BatchWorkTest {

    private final FakeRuns runs = new FakeRuns();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();

    @Test
    void completesAtOnceWithoutWork() {
        runs.batch(options().deadline(Duration.ofMinutes(5)), Flux.empty()).subscribe(subscriber);

        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void failsAtOnceIfTheWorkFails() {
        runs.batch(options(), Flux.error(new IOException("no file"))).subscribe(subscriber);

        assertThat(subscriber.expectTerminalError()).hasMessage("no file");
    }

    @Test
    void followsEarlierItemsToTheEndIfTheWorkFails() {
        Flux<BatchItem> work = suites("a", "b").concatWith(Mono.error(new IOException("bad line")));
        runs.batch(options(), work).subscribe(subscriber);
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);
        assertThat(subscriber.isTerminated()).isFalse();
        runs.put(PASSED, "b-0");
        runs.advanceSeconds(1);

        assertThat(Runs.texts(subscriber.getReceivedOnNext()))
                .containsExactly("a triggered 1", "b triggered 1", "a-0 finished passed", "b-0 finished passed");
        assertThat(subscriber.expectTerminalError()).hasMessage("bad line");
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void emitsQueuedEventsBeforeTheErrorOfTheWork() {
        TestSubscriber<BatchEvent> slow =
                TestSubscriber.builder().initialRequest(1).build();
        runs.put(PASSED, "a-0");
        Flux<BatchItem> work = FakeRuns.singles("a").concatWith(Mono.error(new IOException("bad line")));
        runs.batch(options(), work).subscribe(slow);
        assertThat(slow.isTerminated()).isFalse();
        slow.request(1);

        assertThat(slow.getReceivedOnNext()).hasSize(2);
        assertThat(slow.expectTerminalError()).hasMessage("bad line");
    }

    @Test
    void workMayArriveSlowly() {
        Flux<BatchItem> work = suites("a", "b", "c")
                .concatMap(item -> Mono.just(item).delayElement(Duration.ofSeconds(10), runs.time));
        runs.batch(options(), work).subscribe(subscriber);
        for (int i = 0; i < 3; i++) {
            assertThat(runs.triggered).hasSize(i);
            runs.advanceSeconds(10);
            runs.putAll(PASSED);
        }
        runs.advanceSeconds(1);

        assertThat(subscriber.getReceivedOnNext()).hasSize(6);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void continuesIfTheWorkEndsWhileTriggering() {
        var starting = runs.onTrigger;
        runs.onTrigger = item -> Mono.delay(Duration.ofSeconds(5), runs.time).then(starting.apply(item));
        runs.batch(options(), FakeRuns.singles("a")).subscribe(subscriber);
        assertThat(subscriber.isTerminated()).isFalse();
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(5);

        assertThat(Runs.texts(subscriber.getReceivedOnNext())).containsExactly("a triggered 1", "a-0 finished passed");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void manyItemsDoNotDeepenTheStack() {
        int items = 50_000;
        Flux<BatchItem> work = Flux.range(0, items).map(n -> BatchItem.test("a"));
        runs.put(PASSED, "a-0");
        runs.batch(options(), work).count().subscribe(count -> assertThat(count).isEqualTo(2 * items));

        assertThat(runs.triggered).hasSize(items);
    }

    @Test
    void aSecondSubscriptionRunsTheWorkAnew() {
        Flux<BatchEvent> batch = runs.batch(options(), suites("a", "b"));
        batch.subscribe(subscriber);
        TestSubscriber<BatchEvent> second = TestSubscriber.create();
        batch.subscribe(second);
        assertThat(runs.triggered).containsExactly("a", "b", "a", "b");
        subscriber.cancel();
        runs.putAll(PASSED);
        runs.advanceSeconds(1);

        assertThat(subscriber.getReceivedOnNext()).hasSize(2);
        assertThat(second.getReceivedOnNext()).hasSize(4);
        assertThat(second.isTerminatedComplete()).isTrue();
    }

    @Test
    void passesTheContextToTheWorkTheTriggerAndThePoll() {
        List<String> users = new ArrayList<>();
        var starting = runs.onTrigger;
        var polling = runs.onPoll;
        runs.onTrigger = item -> Mono.deferContextual(context -> {
            users.add("trigger of " + context.get("user"));
            return starting.apply(item);
        });
        runs.onPoll = (item, open) -> Mono.deferContextual(context -> {
            users.add("poll of " + context.get("user"));
            return polling.apply(item, open);
        });
        Flux<BatchItem> work = Flux.deferContextual(context -> suites("work of " + context.get("user")));
        runs.batch(options(), work)
                .contextWrite(context -> context.put("user", "ada"))
                .subscribe(subscriber);
        runs.advanceSeconds(1);

        assertThat(runs.triggered).containsExactly("work of ada");
        assertThat(users).containsExactly("trigger of ada", "poll of ada");
    }

    @Test
    void failsIfTriggeringThrows() {
        runs.onTrigger = item -> {
            if (item.name().equals("b")) {
                throw new IllegalStateException("no source");
            }
            return Mono.never();
        };
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.batch(options().deadline(Duration.ofMinutes(5)), work).subscribe(subscriber);
        work.next(BatchItem.suite("a")).next(BatchItem.suite("b"));

        assertThat(subscriber.expectTerminalError()).hasMessage("no source");
        assertEverythingIsCancelled(work);
    }

    @Test
    void failsIfPollingThrows() {
        runs.onPoll = (item, open) -> {
            if (item.name().equals("b")) {
                throw new IllegalStateException("no source");
            }
            return Mono.never();
        };
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.batch(options(), work).subscribe(subscriber);
        work.next(BatchItem.suite("a")).next(BatchItem.suite("b"));
        runs.advanceSeconds(1);

        assertThat(subscriber.expectTerminalError()).hasMessage("no source");
        assertEverythingIsCancelled(work);
    }

    @Test
    void aTriggeringWithoutAResponseLeavesItsItemUnknown() {
        runs.onTrigger = item -> Mono.empty();
        runs.batch(options(), suites("a")).subscribe(subscriber);

        assertThat(Runs.texts(subscriber.getReceivedOnNext())).containsExactly("a unknown");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void repeatsAnEmptyPoll() {
        var polling = runs.onPoll;
        runs.onPoll = (item, open) -> runs.time.elapsedMillis() < 2500 ? Mono.empty() : polling.apply(item, open);
        runs.batch(options(), suites("a")).subscribe(subscriber);
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(4);

        assertThat(Runs.texts(subscriber.getReceivedOnNext())).containsExactly("a triggered 1", "a-0 finished passed");
    }

    @Test
    void failsIfTheSchedulerIsDisposed() {
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.batch(options(), work).subscribe(subscriber);
        runs.time.dispose();
        work.next(BatchItem.suite("a"));

        assertThat(subscriber.expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
        work.assertCancelled(1);
    }

    @Test
    void failsIfTheWorkEmitsNull() {
        TestPublisher<BatchItem> work = TestPublisher.createNoncompliant(TestPublisher.Violation.ALLOW_NULL);
        runs.batch(options(), work).subscribe(subscriber);
        work.next((BatchItem) null);

        assertThat(subscriber.expectTerminalError()).isInstanceOf(NullPointerException.class);
        work.assertCancelled(1);
    }

    @Test
    void cancelsASecondSubscriptionOfTheWork() {
        List<String> seen = new ArrayList<>();
        runs.put(RUNNING, "a-0");
        runs.batch(options(), actual -> {
                    actual.onSubscribe(Operators.emptySubscription());
                    actual.onSubscribe(new Operators.DeferredSubscription() {
                        @Override
                        public void request(long n) {
                            seen.add("requested");
                        }

                        @Override
                        public void cancel() {
                            seen.add("cancelled");
                        }
                    });
                    actual.onNext(BatchItem.suite("a"));
                })
                .subscribe(subscriber);

        assertThat(seen).containsExactly("cancelled");
        assertThat(Runs.texts(subscriber.getReceivedOnNext())).containsExactly("a triggered 1");
    }

    private void assertEverythingIsCancelled(TestPublisher<BatchItem> work) {
        work.assertCancelled(1);
        assertThat(runs.cancelled).isEqualTo(1);
        assertThat(runs.time.liveTimers()).isZero();
        runs.advanceSeconds(3600);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }
}
