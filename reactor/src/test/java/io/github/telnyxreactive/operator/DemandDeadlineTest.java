package io.github.telnyxreactive.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class DemandDeadlineTest {

    private final ManualTime time = new ManualTime();
    private final DemandDeadline deadline = new DemandDeadline(Duration.ofMillis(100), time);
    private final TestPublisher<Integer> source = TestPublisher.create();

    private StepVerifier.Step<Integer> verify(long demand) {
        return StepVerifier.create(deadline.enforce(source.flux(), TimeoutException::new), demand)
                .expectSubscription();
    }

    @Test
    void untilTheSourceAnswersTheTimeCountsWithoutDemand() {
        verify(0)
                .then(() -> time.advanceMillis(99))
                .then(() -> source.assertSubscribers())
                .then(() -> time.advanceMillis(1))
                .expectError(TimeoutException.class)
                .verify();
        source.assertCancelled();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void thenItCountsUnderDemandOnly() {
        verify(0)
                .then(() -> time.advanceMillis(40))
                .then(() -> deadline.answered(true))
                .then(() -> time.advanceMillis(1000))
                .thenRequest(1)
                .then(() -> time.advanceMillis(40))
                .then(() -> source.next(1))
                .expectNext(1)
                .then(() -> time.advanceMillis(1000))
                .thenRequest(2)
                .then(() -> source.next(2))
                .expectNext(2)
                .then(() -> time.advanceMillis(19))
                .then(() -> source.assertSubscribers())
                .then(() -> time.advanceMillis(1))
                .expectError(TimeoutException.class)
                .verify();
        source.assertCancelled();
    }

    @Test
    void aSourceThatHasToBeginAgainIsTimedAgain() {
        verify(0)
                .then(() -> deadline.answered(true))
                .then(() -> time.advanceMillis(1000))
                .then(() -> deadline.answered(false))
                .then(() -> time.advanceMillis(100))
                .expectError(TimeoutException.class)
                .verify();
    }

    @Test
    void unlimitedDemandIsNeverFulfilled() {
        verify(Long.MAX_VALUE)
                .then(() -> deadline.answered(true))
                .then(() -> source.next(1))
                .expectNext(1)
                .then(() -> time.advanceMillis(100))
                .expectError(TimeoutException.class)
                .verify();
    }

    @Test
    void aSourceThatCompletesOrFailsInTimeIsLeftAlone() {
        verify(1).then(() -> source.next(1).complete()).expectNext(1).verifyComplete();
        assertThat(time.liveTimers()).isZero();
        time.advanceMillis(1000);
    }

    @Test
    void anErrorInTimeIsPassedOn() {
        verify(1).then(() -> source.error(new IllegalStateException("broken"))).verifyErrorMessage("broken");
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void cancellingEndsTheTimer() {
        verify(1).thenCancel().verify();
        source.assertCancelled();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void theSubscribersContextIsThereAtTheSource() {
        Flux<String> greeting = Flux.deferContextual(context -> Flux.just("hello " + context.get("user")));

        StepVerifier.create(deadline.enforce(greeting, TimeoutException::new)
                        .contextWrite(context -> context.put("user", "somebody")))
                .expectNext("hello somebody")
                .verifyComplete();
    }
}
