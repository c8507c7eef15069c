package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.SignalType;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;
import reactor.util.context.Context;

class BatchCancellationTest {

    private final FakeRuns runs = new FakeRuns();
    private final TestPublisher<BatchItem> work = TestPublisher.create();
    private final List<Object> discarded = new ArrayList<>();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.builder()
            .initialRequest(0)
            .contextPutAll(Operators.enableOnDiscard(Context.empty(), discarded::add))
            .build();

    @Test
    void cancellingBeforeDemandStartsNothing() {
        batch();
        subscriber.cancel();
        subscriber.request(1);

        assertThat(work.wasSubscribed()).isFalse();
        assertNothingFollows();
    }

    @Test
    void cancellingBeforeTheFirstItemCancelsTheWork() {
        batch();
        subscriber.request(1);
        subscriber.cancel();

        work.assertCancelled(1);
        assertNothingFollows();
    }

    @Test
    void cancellingWhileTriggeringCancelsTheCalls() {
        runs.onTrigger = item -> Mono.never();
        batch();
        subscriber.request(5);
        work.next(BatchItem.suite("a")).next(BatchItem.suite("b"));
        assertThat(runs.triggering).isEqualTo(2);
        subscriber.cancel();

        assertThat(runs.triggering).isZero();
        assertThat(runs.cancelled).isEqualTo(2);
        work.assertCancelled(1);
        assertNothingFollows();
    }

    @Test
    void cancellingWhileWaitingLeavesNoTimer() {
        batch();
        subscriber.request(5);
        work.next(BatchItem.suite("a")).next(BatchItem.suite("b"));
        runs.time.advanceMillis(500);
        // For each item its deadline and its next poll, and the deadline of the batch.
        assertThat(runs.time.liveTimers()).isEqualTo(5);
        subscriber.cancel();

        work.assertCancelled(1);
        assertNothingFollows();
    }

    @Test
    void cancellingWhilePollingCancelsThePolls() {
        runs.onPoll = (item, open) -> Mono.never();
        batch();
        subscriber.request(5);
        work.next(BatchItem.suite("a")).next(BatchItem.suite("b")).complete();
        runs.advanceSeconds(1);
        assertThat(runs.polling).isEqualTo(2);
        subscriber.cancel();

        assertThat(runs.polling).isZero();
        assertThat(runs.cancelled).isEqualTo(2);
        assertNothingFollows();
    }

    @Test
    void cancellingDiscardsQueuedEvents() {
        batch();
        subscriber.request(1);
        work.next(BatchItem.suite("a")).next(BatchItem.suite("b")).next(BatchItem.suite("c"));
        subscriber.cancel();

        assertThat(Runs.texts(subscriber.getReceivedOnNext())).containsExactly("a triggered 1");
        assertThat(discarded)
                .extracting(event -> Runs.text((BatchEvent) event))
                .containsExactly("b triggered 1", "c triggered 1");
        assertNothingFollows();
    }

    @Test
    void cancellingDropsPausedPolls() {
        batch();
        subscriber.request(1);
        for (int i = 0; i < 6; i++) {
            work.next(BatchItem.suite("s" + i));
        }
        runs.advanceSeconds(5);
        assertThat(runs.polls).isEmpty();
        subscriber.cancel();

        assertNothingFollows();
        assertThat(runs.polls).isEmpty();
    }

    @Test
    void cancellingTwiceOrAfterTheEndHasNoEffect() {
        runs.put(PASSED, "a-0");
        batch();
        subscriber.request(5);
        work.next(BatchItem.test("a")).complete();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        subscriber.cancel();
        subscriber.cancel();

        assertThat(subscriber.getReceivedOnNext()).hasSize(2);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void emitsNothingAfterCancellationInOnNext() {
        runs.put(PASSED, "a-0");
        List<String> received = new ArrayList<>();
        List<SignalType> ends = new ArrayList<>();
        runs.batch(options(), work).subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnNext(BatchEvent event) {
                received.add(Runs.text(event));
                cancel();
            }

            @Override
            protected void hookFinally(SignalType type) {
                ends.add(type);
            }
        });
        work.next(BatchItem.suite("a"));

        assertThat(received).containsExactly("a triggered 1");
        assertThat(ends).containsExactly(SignalType.CANCEL);
        work.assertCancelled(1);
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void takeCancelsTheRest() {
        TestSubscriber<BatchEvent> taking = TestSubscriber.create();
        runs.batch(options(), work).take(2).subscribe(taking);
        work.next(BatchItem.suite("a")).next(BatchItem.suite("b"));

        assertThat(taking.isTerminatedComplete()).isTrue();
        work.assertCancelled(1);
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void aSubscriberThatThrowsEndsTheBatch() {
        IllegalStateException broken = new IllegalStateException("broken");
        List<Throwable> errors = new ArrayList<>();
        runs.batch(options().deadline(Duration.ofMinutes(5)), work).subscribe(new CoreSubscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(10);
            }

            @Override
            public void onNext(BatchEvent event) {
                throw broken;
            }

            @Override
            public void onError(Throwable error) {
                errors.add(error);
            }

            @Override
            public void onComplete() {
                errors.add(new AssertionError("complete"));
            }
        });
        work.next(BatchItem.suite("a"));

        assertThat(errors).containsExactly(broken);
        work.assertCancelled(1);
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Rounds(200)
    void cancellingWhileTheTimerGoesOffLeavesNothingBehind() {
        batch();
        subscriber.request(Long.MAX_VALUE);
        work.next(BatchItem.suite("a")).next(BatchItem.suite("b"));
        runs.putAll(RUNNING);
        RaceTestUtils.race(() -> runs.advanceSeconds(1), subscriber::cancel);

        work.assertCancelled(1);
        assertNothingFollows();
    }

    @Rounds(200)
    void cancellingWhileAnItemComesLeavesNothingBehind() {
        batch();
        subscriber.request(Long.MAX_VALUE);
        RaceTestUtils.race(() -> work.next(BatchItem.suite("a")), subscriber::cancel);

        assertNothingFollows();
    }

    private void batch() {
        runs.batch(options().deadline(Duration.ofMinutes(5)).eventBuffer(5), work)
                .subscribe(subscriber);
    }

    private void assertNothingFollows() {
        assertThat(runs.time.liveTimers()).isZero();
        assertThat(runs.triggering).isZero();
        assertThat(runs.polling).isZero();
        int triggered = runs.triggered.size();
        int polls = runs.polls.size();
        int waits = runs.time.waits().size();
        int received = subscriber.getReceivedOnNext().size();
        runs.advanceSeconds(3600);
        assertThat(runs.triggered).hasSize(triggered);
        assertThat(runs.polls).hasSize(polls);
        assertThat(runs.time.waits()).hasSize(waits);
        assertThat(subscriber.getReceivedOnNext()).hasSize(received);
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }
}
