package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

class ConcurrencyOutageTest {

    /** The number of failures without a success that the budget tolerates. */
    private static final int RESERVE = 10;

    private final ManualTime time = new ManualTime();
    private double random = 0.5;
    private final PermitQueue limiter = PermitQueue.concurrency(8, IOException.class::isInstance, time, () -> random);
    private final LimitedCalls calls = new LimitedCalls(limiter);

    @Test
    void opensWhenTheBudgetIsSpent() {
        fail(RESERVE);
        assertThat(limiter.isOpen()).isFalse();
        fail(1);

        assertThat(limiter.isOpen()).isTrue();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void refillsTheBudgetOnSuccess() {
        for (int i = 0; i < 100; i++) {
            fail(1);
            succeed(2);
        }
        assertThat(limiter.isOpen()).isFalse();
        fail(RESERVE);
        assertThat(limiter.isOpen()).isFalse();
        fail(1);

        assertThat(limiter.isOpen()).isTrue();
    }

    @Test
    void countsErrorsThatAreNoOutageAsSuccesses() {
        fail(RESERVE);
        for (int i = 0; i < 4; i++) {
            fail(1, new IllegalStateException("settled"));
        }
        fail(2);
        assertThat(limiter.isOpen()).isFalse();
        List.of("a", "b", "c", "d", "e", "f").forEach(calls::call);

        assertThat(calls.active()).hasSize(5);
    }

    @Test
    void keepsTheWindowWhileBudgetRemains() {
        succeed(3);
        fail(RESERVE);
        List.of("a", "b", "c", "d", "e").forEach(calls::call);

        assertThat(calls.active()).hasSize(4);
    }

    @Test
    void probesOneAtATimeAfterWaitsThatGrowToTenSeconds() {
        fail(RESERVE + 1);
        for (int i = 0; i < 8; i++) {
            calls.call("probe " + i);
        }
        for (int i = 0; i < 7; i++) {
            assertThat(calls.active()).isEmpty();
            assertThat(time.liveTimers()).isEqualTo(1);
            Duration wait = time.waits().get(i);
            time.advance(wait.minusNanos(1));
            assertThat(calls.active()).isEmpty();
            time.advance(Duration.ofNanos(1));
            assertThat(calls.active()).containsExactly("probe " + i);
            time.advance(Duration.ofMinutes(1));
            assertThat(calls.active()).containsExactly("probe " + i);
            calls.fail("probe " + i, new IOException());
        }

        assertThat(time.waits())
                .containsExactly(
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"0.1, PT0.05S", "0.25, PT0.125S", "0.5, PT0.25S", "0.75, PT0.375S"})
    void appliesFullJitter(double number, Duration wait) {
        random = number;
        fail(RESERVE + 1);
        calls.call("probe");

        assertThat(time.waits()).containsExactly(wait);
    }

    @Test
    void needsNoTimerForAWaitOfZero() {
        random = 0;
        fail(RESERVE + 1);
        calls.call("probe");
        calls.call("next");

        assertThat(calls.active()).containsExactly("probe");
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void measuresTheWaitFromTheFailure() {
        fail(RESERVE + 1);
        time.advanceMillis(100);
        calls.call("early");
        assertThat(time.waits()).containsExactly(Duration.ofMillis(150));
        time.advanceMillis(150);

        assertThat(calls.active()).containsExactly("early");
    }

    @Test
    void closesForASlowStartAfterASuccess() {
        fail(RESERVE + 1);
        List.of("a", "b", "c", "d").forEach(calls::call);
        time.advanceMillis(250);
        calls.succeed("a");

        assertThat(limiter.isOpen()).isFalse();
        assertThat(time.waits()).startsWith(Duration.ofMillis(250)).containsOnlyOnce(Duration.ofMillis(250));
        assertThat(calls.active()).containsExactly("b");
        calls.succeed("b");
        assertThat(calls.active()).containsExactly("c", "d");
    }

    @Test
    void startsTheWaitsOverAfterASuccess() {
        fail(RESERVE + 1);
        for (String probe : List.of("a", "b", "c")) {
            calls.call(probe);
            time.advance(Duration.ofSeconds(10));
            calls.fail(probe, new IOException());
        }
        calls.call("d");
        time.advance(Duration.ofSeconds(10));
        calls.succeed("d");
        fail(1);
        assertThat(limiter.isOpen()).isTrue();
        calls.call("e");

        assertThat(time.waits()).last().isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void closesAfterAnErrorThatIsNoOutage() {
        fail(RESERVE + 1);
        calls.call("a");
        time.advanceMillis(250);
        calls.fail("a", new IllegalStateException("settled"));

        assertThat(limiter.isOpen()).isFalse();
    }

    @Test
    void replacesACancelledProbeAtOnce() {
        fail(RESERVE + 1);
        TestSubscriber<Integer> probe = calls.call("a");
        calls.call("b");
        time.advanceMillis(250);
        probe.cancel();

        assertThat(limiter.isOpen()).isTrue();
        assertThat(calls.active()).containsExactly("b");
        calls.fail("b", new IOException());
        calls.call("c");
        assertThat(time.waits()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void doesNotLengthenTheWaitWhenEarlierCallsFail() {
        openWithActiveCalls();
        List.of("b", "c", "d").forEach(name -> calls.fail(name, new IOException()));
        calls.call("probe");

        assertThat(time.waits()).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void doesNotProbeWhileEarlierCallsAreActive() {
        openWithActiveCalls();
        calls.call("probe");
        time.advance(Duration.ofMinutes(1));
        assertThat(calls.active()).containsExactly("b", "c", "d");
        List.of("b", "c").forEach(name -> calls.fail(name, new IOException()));
        assertThat(calls.active()).containsExactly("d");
        calls.fail("d", new IOException());

        assertThat(calls.active()).containsExactly("probe");
    }

    @Test
    void closesWhenAnEarlierCallSucceeds() {
        openWithActiveCalls();
        calls.succeed("b");

        assertThat(limiter.isOpen()).isFalse();
        calls.call("next");
        assertThat(calls.active()).containsExactly("c", "d");
    }

    @Test
    void leavesNoTimerWithoutWaiters() {
        fail(RESERVE + 1);
        TestSubscriber<Integer> first = calls.call("a");
        TestSubscriber<Integer> second = calls.callFirst("b");
        assertThat(time.liveTimers()).isEqualTo(1);
        first.cancel();
        assertThat(time.liveTimers()).isEqualTo(1);
        second.cancel();

        assertThat(time.liveTimers()).isZero();
        time.advance(Duration.ofMinutes(1));
        assertThat(calls.admitted()).isEmpty();
        calls.call("c");
        assertThat(calls.active()).containsExactly("c");
    }

    @Test
    void rejectsWaitersIfTheSchedulerIsDisposed() {
        fail(RESERVE);
        calls.call("a");
        TestSubscriber<Integer> ordinary = calls.call("b");
        TestSubscriber<Integer> first = calls.callFirst("c");
        time.dispose();
        calls.fail("a", new IOException());

        assertThat(ordinary.expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
        assertThat(first.expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
        assertThat(calls.call("d").expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
        assertThat(calls.active()).isEmpty();
    }

    @Rounds(300)
    void leavesTheProbeToTheNextWhenCancellationRacesWithTheTimer() {
        fail(RESERVE + 1);
        TestSubscriber<Integer> first = calls.call("a");
        RaceTestUtils.race(() -> time.advanceMillis(250), first::cancel);
        TestSubscriber<Object> second = TestSubscriber.create();
        limiter.limit(Mono.empty()).subscribe(second);

        assertThat(second.isTerminatedComplete()).isTrue();
        assertThat(limiter.isOpen()).isFalse();
        assertThat(time.liveTimers()).isZero();
    }

    /** Starts four calls, one of which fails and spends the budget. */
    private void openWithActiveCalls() {
        succeed(3);
        fail(RESERVE);
        List.of("a", "b", "c", "d").forEach(calls::call);
        calls.fail("a", new IOException());
        assertThat(limiter.isOpen()).isTrue();
    }

    private void fail(int times) {
        fail(times, new IOException());
    }

    private void fail(int times, Throwable error) {
        for (int i = 0; i < times; i++) {
            TestSubscriber<Object> subscriber = TestSubscriber.create();
            limiter.limit(Mono.error(error)).subscribe(subscriber);
            assertThat(subscriber.expectTerminalError()).isSameAs(error);
        }
    }

    private void succeed(int times) {
        for (int i = 0; i < times; i++) {
            limiter.limit(Mono.empty()).subscribe();
        }
    }
}
