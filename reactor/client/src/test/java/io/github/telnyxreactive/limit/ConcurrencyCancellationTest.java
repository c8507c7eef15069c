package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.publisher.PublisherProbe;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

class ConcurrencyCancellationTest {

    private final ManualTime time = new ManualTime();
    private final PermitQueue limiter = PermitQueue.concurrency(3, IOException.class::isInstance, time, () -> 0.5);
    private final LimitedCalls calls = new LimitedCalls(limiter);

    @Test
    void givesThePlaceOfACancelledWaiterToTheNext() {
        calls.call("a");
        TestSubscriber<Integer> second = calls.call("b");
        TestSubscriber<Integer> third = calls.callFirst("c");
        calls.call("d");
        second.cancel();
        third.cancel();
        third.cancel();
        calls.succeed("a");

        assertThat(calls.admitted()).containsExactly("a", "d");
        assertThat(second.isTerminated()).isFalse();
        assertThat(second.getProtocolErrors()).isEmpty();
    }

    @Test
    void releasesTheSlotOfACancelledCallWithoutCountingAnOutcome() {
        for (int i = 0; i < 20; i++) {
            TestSubscriber<Integer> subscriber = calls.call("call " + i);
            assertThat(calls.active()).containsExactly("call " + i);
            subscriber.cancel();
        }
        calls.call("a");
        calls.call("b");

        assertThat(calls.active()).containsExactly("a");
        assertThat(limiter.isOpen()).isFalse();
    }

    @Test
    void cancelsTheActiveSource() {
        TestPublisher<Integer> source = TestPublisher.create();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        limiter.limit(Mono.fromDirect(source)).subscribe(subscriber);
        subscriber.cancel();

        source.assertCancelled(1);
        assertThat(subscriber.isTerminated()).isFalse();
    }

    @Test
    void countsCancellationAfterTheValueAsASuccess() {
        TestSubscriber<Integer> subscriber = calls.call("a");
        calls.emit("a");
        subscriber.cancel();
        calls.call("b");
        calls.call("c");
        calls.call("d");

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        assertThat(calls.active()).containsExactly("b", "c");
    }

    @Test
    void takesNoPlaceWhenCancelledInOnSubscribe() {
        PublisherProbe<Integer> source = PublisherProbe.empty();
        limiter.limit(source.mono()).subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.cancel();
            }
        });
        source.assertWasNotSubscribed();
        calls.call("a");

        assertThat(calls.active()).containsExactly("a");
    }

    @Test
    void ignoresCancellationAfterTermination() {
        TestSubscriber<Integer> subscriber = calls.call("a");
        calls.succeed("a");
        subscriber.cancel();
        calls.call("b");
        calls.call("c");
        calls.call("d");

        assertThat(calls.active()).containsExactly("b", "c");
    }

    @Test
    void doesNotAdmitAWaiterCancelledByThePreviousOne() {
        List<String> passed = new ArrayList<>();
        calls.call("a");
        TestSubscriber<Object> third = TestSubscriber.create();
        limiter.limit(Mono.fromRunnable(third::cancel)).subscribe();
        limiter.limit(Mono.fromRunnable(() -> passed.add("third"))).subscribe(third);
        limiter.limit(Mono.fromRunnable(() -> passed.add("fourth"))).subscribe();
        calls.succeed("a");

        assertThat(passed).containsExactly("fourth");
    }

    @Test
    void isAsNewAfterAllCallsAreCancelled() {
        calls.call("a");
        List<TestSubscriber<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            waiting.add(i % 2 == 0 ? calls.call("call " + i) : calls.callFirst("call " + i));
        }
        waiting.forEach(TestSubscriber::cancel);
        calls.succeed("a");

        assertThat(calls.active()).isEmpty();
        calls.call("b");
        assertThat(calls.active()).containsExactly("b");
    }

    @Rounds(300)
    void losesNoSlotWhenCancellationRacesWithARelease() {
        calls.call("a");
        TestSubscriber<Object> second = TestSubscriber.create();
        TestSubscriber<Object> third = TestSubscriber.create();
        PublisherProbe<Object> source = PublisherProbe.of(Mono.never());
        limiter.limit(source.mono()).subscribe(second);
        RaceTestUtils.race(() -> calls.succeed("a"), second::cancel);
        limiter.limit(Mono.empty()).subscribe(third);

        assertThat(third.isTerminatedComplete()).isTrue();
        assertThat(second.getProtocolErrors()).isEmpty();
        if (source.wasSubscribed()) {
            source.assertWasCancelled();
        }
    }
}
