package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.PublisherProbe;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

class JitteredRetryCancellationTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(3, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)), Duration.ofSeconds(60));

    private final ManualTime time = new ManualTime();
    private final JitteredRetry retry = JitteredRetry.of(POLICY).scheduler(time).random(() -> 0.5);
    private final TestPublisher<Integer> first = TestPublisher.create();
    private final TestPublisher<Integer> second = TestPublisher.create();
    private final AtomicInteger attempts = new AtomicInteger();
    private final TestSubscriber<Integer> subscriber =
            TestSubscriber.builder().initialRequest(0).build();

    @BeforeEach
    void subscribe() {
        Flux.defer(() -> attempts.incrementAndGet() == 1 ? first : second)
                .retryWhen(retry)
                .subscribe(subscriber);
    }

    @Test
    void cancelsTheAttemptBeforeDemand() {
        subscriber.cancel();

        first.assertWasCancelled();
        first.assertWasNotRequested();
        assertNothingFollows(1);
    }

    @Test
    void cancelsTheAttemptBetweenElements() {
        subscriber.request(5);
        first.next(1);
        subscriber.cancel();

        first.assertCancelled(1);
        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        assertNothingFollows(1);
    }

    @Test
    void leavesNoTimerWhenCancelledWhileWaiting() {
        first.error(new IOException());
        assertThat(time.liveTimers()).isEqualTo(1);
        subscriber.cancel();

        assertNothingFollows(1);
    }

    @Test
    void cancelsTheSecondAttempt() {
        first.error(new IOException());
        time.advanceMillis(50);
        second.assertWasSubscribed();
        subscriber.cancel();

        second.assertCancelled(1);
        assertNothingFollows(2);
    }

    @Test
    void leavesNoTimerWhenTheSubscriptionOfAMonoIsCancelled() {
        PublisherProbe<Integer> probe = PublisherProbe.of(Mono.error(new IOException()));
        TestSubscriber<Integer> waiting = TestSubscriber.create();
        probe.mono().retryWhen(retry).subscribe(waiting);
        assertThat(time.liveTimers()).isEqualTo(1);
        waiting.cancel();
        time.advance(Duration.ofSeconds(10));

        assertThat(time.liveTimers()).isZero();
        assertThat(probe.subscribeCount()).isEqualTo(1);
        assertThat(waiting.isTerminated()).isFalse();
    }

    @Rounds(200)
    void leavesNothingBehindWhenCancellationRacesWithTheTimer() {
        first.error(new IOException());
        RaceTestUtils.race(() -> time.advanceMillis(50), subscriber::cancel);

        assertThat(time.liveTimers()).isZero();
        if (second.wasSubscribed()) {
            second.assertWasCancelled();
        }
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    private void assertNothingFollows(int attemptsMade) {
        assertThat(time.liveTimers()).isZero();
        time.advance(Duration.ofMinutes(1));
        assertThat(attempts).hasValue(attemptsMade);
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(subscriber.getReceivedOnNextAfterCancellation()).isEmpty();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }
}
