package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.subscriber.TestSubscriber;

/** Polls that fail, as a whole or for single runs. */
class BatchPollFailuresTest {

    private static final Throwable LOST =
            TransportException.lost(FailedCall.none(), "the connection was cut", new IOException());
    private static final Throwable SETTLED = new RateLimiterRejectedException(FailedCall.none(), 1);

    private final FakeRuns runs = new FakeRuns();
    private final Queue<Throwable> failures = new ArrayDeque<>();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();

    @BeforeEach
    void failWhileFailuresAreQueued() {
        var polling = runs.onPoll;
        runs.onPoll = (item, open) ->
                Mono.defer(() -> failures.isEmpty() ? polling.apply(item, open) : Mono.error(failures.remove()));
    }

    @Test
    void toleratesAnOutageUntilTheRunEnds() {
        fail(LOST, 50);
        runs.batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(50);
        assertEvents("a triggered 1");
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertEvents("a triggered 1", "a-0 finished passed");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void toleratesAnOutageUntilTheDeadline() {
        fail(LOST, 100);
        runs.batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(60);

        assertEvents("a triggered 1", "a-0 abandoned pending");
        assertThat(reason()).isInstanceOf(PollingDeadlineException.class);
        assertThat(runs.polls.size()).isBetween(59, 60);
    }

    @Test
    void abandonsRunsAfterThreeFailedPollsInARow() {
        fail(SETTLED, 3);
        runs.size("a", 2).batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(2);
        assertEvents("a triggered 2");
        runs.advanceSeconds(1);

        assertEvents("a triggered 2", "a-0 abandoned pending", "a-1 abandoned pending");
        assertThat(reason()).isSameAs(SETTLED);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void anUnexpectedErrorIsNoOutage() {
        IllegalStateException broken = new IllegalStateException("broken");
        fail(broken, 3);
        runs.batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(3);

        assertThat(reason()).isSameAs(broken);
    }

    @Test
    void aSuccessOrAnOutageResetsTheCount() {
        runs.batch(options(), suites("a")).subscribe(subscriber);
        for (int i = 0; i < 5; i++) {
            fail(SETTLED, 2);
            runs.advanceSeconds(3);
            fail(SETTLED, 2);
            fail(LOST, 1);
            runs.advanceSeconds(3);
        }
        assertEvents("a triggered 1");
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertEvents("a triggered 1", "a-0 finished passed");
    }

    @Test
    void anItemThatCannotBePolledDoesNotAffectOthers() {
        var polling = runs.onPoll;
        runs.onPoll = (item, open) -> item.name().equals("a") ? Mono.error(SETTLED) : polling.apply(item, open);
        runs.batch(options(), suites("a", "b")).subscribe(subscriber);
        runs.advanceSeconds(3);
        runs.put(PASSED, "b-0");
        runs.advanceSeconds(1);

        assertEvents("a triggered 1", "b triggered 1", "a-0 abandoned pending", "b-0 finished passed");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void abandonsASingleRunAfterThreeFailedReads() {
        unreadable(SETTLED, SETTLED, SETTLED);
        runs.size("a", 2).batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(2);
        assertEvents("a triggered 2");
        runs.advanceSeconds(1);
        assertEvents("a triggered 2", "a-0 abandoned pending");
        assertThat(reason()).isSameAs(SETTLED);
        runs.put(PASSED, "a-1");
        runs.advanceSeconds(1);

        assertEvents("a triggered 2", "a-0 abandoned pending", "a-1 finished passed");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void aSuccessfulReadResetsTheCountOfARun() {
        unreadable(SETTLED, SETTLED, null, SETTLED, SETTLED, null);
        runs.size("a", 2).batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(30);

        assertEvents("a triggered 2");
    }

    @Test
    void anOutageResetsTheCountOfARun() {
        unreadable(SETTLED, SETTLED, LOST, SETTLED, SETTLED, LOST, null);
        runs.size("a", 2).batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(30);

        assertEvents("a triggered 2");
    }

    @Test
    void followsARunHiddenByAnOutageUntilTheDeadline() {
        unreadable(LOST);
        runs.size("a", 2).batch(options(), suites("a")).subscribe(subscriber);
        runs.put(PASSED, "a-1");
        runs.advanceSeconds(59);
        assertEvents("a triggered 2", "a-1 finished passed");
        runs.advanceSeconds(1);

        assertThat(reason()).isInstanceOf(PollingDeadlineException.class);
    }

    @Test
    void anEmptyPollChangesNothing() {
        runs.onPoll = (item, open) -> Mono.just(runs.result(List.of()));
        runs.batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(59);
        assertEvents("a triggered 1");
        runs.advanceSeconds(1);

        assertEvents("a triggered 1", "a-0 abandoned pending");
    }

    /** Makes the first run unreadable for these reasons, one after another; the last one stays. */
    private void unreadable(@Nullable Throwable... reasons) {
        var polling = runs.onPoll;
        int[] count = new int[1];
        runs.onPoll = (item, open) -> polling.apply(item, open).map(all -> {
            Throwable reason = reasons[Math.min(count[0]++, reasons.length - 1)];
            List<TestRun> others = all.seen().stream()
                    .filter(run -> reason == null || !run.runId().equals("a-0"))
                    .toList();
            return new RunPoll.Result(
                    others, reason == null ? Map.of() : Map.of("a-0", reason), List.of(), all.listed(), null);
        });
    }

    private void fail(Throwable error, int times) {
        for (int i = 0; i < times; i++) {
            failures.add(error);
        }
    }

    private Throwable reason() {
        return Runs.abandoned(subscriber.getReceivedOnNext()).get(0).reason();
    }

    private void assertEvents(String... events) {
        assertThat(Runs.texts(subscriber.getReceivedOnNext())).containsExactly(events);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }
}
