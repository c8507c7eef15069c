package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

class ClosingTest {

    private final Closing closing = new Closing();
    private final TestPublisher<Integer> source = TestPublisher.create();

    private Flux<Integer> flux() {
        return closing.enforce(source.flux(), () -> new IllegalStateException("closed"));
    }

    private Mono<Integer> mono() {
        return closing.enforce(Mono.fromDirect(source), () -> new IllegalStateException("closed"));
    }

    private static void assertClosed(TestSubscriber<?> subscriber) {
        assertThat(subscriber.expectTerminalError()).hasMessage("closed");
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void allSubscriptionsInProgressEnd() {
        List<TestSubscriber<Integer>> subscribers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            TestSubscriber<Integer> subscriber = TestSubscriber.create();
            (i % 2 == 0 ? flux() : mono()).subscribe(subscriber);
            subscribers.add(subscriber);
        }
        closing.close();
        closing.close();

        subscribers.forEach(ClosingTest::assertClosed);
        source.assertNoSubscribers();
    }

    @Test
    void laterSubscriptionsEndWithoutTheSource() {
        closing.close();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        flux().subscribe(subscriber);

        assertClosed(subscriber);
        source.assertWasNotSubscribed();
    }

    @Test
    void whatHasEndedBeforeIsLeftAlone() {
        TestSubscriber<Integer> completed = TestSubscriber.create();
        TestSubscriber<Integer> cancelled = TestSubscriber.create();
        mono().subscribe(completed);
        flux().subscribe(cancelled);
        cancelled.cancel();
        source.next(1).complete();
        closing.close();

        assertThat(completed.getReceivedOnNext()).containsExactly(1);
        assertThat(completed.isTerminatedComplete()).isTrue();
        assertThat(cancelled.isTerminated()).isFalse();
        assertThat(cancelled.getProtocolErrors()).isEmpty();
    }

    @Test
    void aSubscriberThatThrowsDoesNotKeepTheOthersOpen() {
        for (int i = 0; i < 3; i++) {
            flux().subscribe(value -> {}, error -> {
                throw new IllegalStateException("a consumer that fails");
            });
        }
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        flux().subscribe(subscriber);
        closing.close();

        assertClosed(subscriber);
        source.assertNoSubscribers();
    }

    @Test
    void subscriptionsInProgressContinueWhileNewOnesAreRefused() {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        flux().subscribe(subscriber);
        TestSubscriber<Void> idle = TestSubscriber.create();
        closing.refuse().subscribe(idle);
        TestSubscriber<Integer> refused = TestSubscriber.create();
        flux().subscribe(refused);
        assertClosed(refused);
        assertThat(idle.isTerminated()).isFalse();
        source.next(1, 2).complete();

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1, 2);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(idle.isTerminatedComplete()).isTrue();
    }

    @Test
    void nothingInProgressIsIdle() {
        TestSubscriber<Void> idle = TestSubscriber.create();
        closing.refuse().subscribe(idle);

        assertThat(idle.isTerminatedComplete()).isTrue();
    }

    @Rounds(1000)
    void aSubscriptionThatRacesWithTheCloseEnds() {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        RaceTestUtils.race(() -> flux().subscribe(subscriber), closing::close);

        assertClosed(subscriber);
        source.assertNoSubscribers();
    }

    @Rounds(1000)
    void anElementThatRacesWithTheCloseIsFollowedByOneTermination() {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        mono().subscribe(subscriber);
        RaceTestUtils.race(() -> source.next(1).complete(), closing::close);

        assertThat(subscriber.isTerminated()).isTrue();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
        assertThat(subscriber.isTerminatedComplete())
                .isEqualTo(subscriber.getReceivedOnNext().size() == 1);
    }
}
