package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.subscriber.TestSubscriber;

/** The delays between polls: one interval for all items, which adapts to their results. */
class BatchIntervalTest {

    private static final int ITEMS = 20;

    private final FakeRuns runs = new FakeRuns();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();

    @Test
    void jitterSpreadsThePolls() {
        run(new PollingSchedule(Duration.ofSeconds(10), Duration.ofSeconds(10), 1, 0.5));
        runs.advanceSeconds(5);
        assertThat(runs.polls).isEmpty();
        runs.advanceSeconds(10);

        assertThat(runs.pollTimes.stream().limit(ITEMS)).hasSize(ITEMS).doesNotHaveDuplicates();
        assertThat(runs.polls).contains("s0", "s" + (ITEMS - 1));
    }

    @Test
    void theIntervalGrowsToTheLongestDelayWithoutChanges() {
        run(growing());
        int soon = pollsIn(10);
        runs.advanceSeconds(1000);
        int late = pollsIn(100);

        // At most three rounds in ten seconds at first; later one round in 64 seconds.
        assertThat(soon).isBetween(2 * ITEMS, 4 * ITEMS);
        assertThat(late).isBetween(ITEMS, 2 * ITEMS);
    }

    @Test
    void theIntervalShrinksWhenRunsProgress() {
        for (int n = 0; n < ITEMS; n++) {
            runs.size("s" + n, 2);
        }
        run(growing());
        runs.advanceSeconds(1000);
        int before = pollsIn(64);
        for (int n = 0; n < ITEMS; n++) {
            runs.put(PASSED, "s" + n + "-0");
        }
        runs.advanceSeconds(64);
        int after = pollsIn(64);

        assertThat(before).isEqualTo(ITEMS);
        assertThat(after).isGreaterThan(2 * before);
    }

    @Test
    void aChangeCountsLessThanAnEnd() {
        for (int n = 0; n < ITEMS; n++) {
            runs.size("s" + n, 2);
        }
        run(growing());
        runs.advanceSeconds(1000);
        for (int n = 0; n < ITEMS; n++) {
            runs.put(RUNNING, "s" + n + "-0");
        }
        runs.advanceSeconds(64);
        int afterChanges = pollsIn(64);

        assertThat(afterChanges).isBetween(ITEMS, 2 * ITEMS);
    }

    @Test
    void theIntervalShrinksWhileStatusesChange() {
        var polling = runs.onPoll;
        runs.onPoll = (item, open) -> {
            runs.put(new TestRunStatus("status " + runs.polls.size()), item.name() + "-0");
            return polling.apply(item, open);
        };
        run(growing());
        runs.advanceSeconds(1000);

        assertThat(pollsIn(64)).isGreaterThan(10 * ITEMS);
    }

    @Test
    void theIntervalGrowsWhilePollsFail() {
        Throwable lost = TransportException.lost(FailedCall.none(), "the connection was cut", new IOException());
        runs.onPoll = (item, open) -> Mono.error(lost);
        run(growing());
        runs.advanceSeconds(1000);

        assertThat(pollsIn(64)).isEqualTo(ITEMS);
    }

    @Test
    void oneItemThatProgressesShortensTheIntervalOfAll() {
        run(growing());
        runs.advanceSeconds(1000);
        int before = pollsIn(640);
        for (int n = 0; n < ITEMS - 1; n++) {
            runs.put(PASSED, "s" + n + "-0");
        }
        runs.advanceSeconds(64);
        int soonAfter = pollsIn(64);

        assertThat(before).isEqualTo(10 * ITEMS);
        // Before, the last one alone was polled once in this time.
        assertThat(soonAfter).isGreaterThan(1);
    }

    @Test
    void doesNotPollAfterTheLastRunHasEnded() {
        run(growing());
        runs.advanceSeconds(100);
        runs.putAll(PASSED);
        runs.advanceSeconds(100);
        int polls = runs.polls.size();

        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(pollsIn(1000)).isZero();
        assertThat(runs.polls).hasSize(polls);
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void doesNotPollAnItemAfterItsLastRunHasEnded() {
        run(growing());
        runs.put(PASSED, "s0-0");
        runs.advanceSeconds(500);

        assertThat(runs.polls).containsOnlyOnce("s0");
    }

    private static PollingSchedule growing() {
        return new PollingSchedule(Duration.ofSeconds(1), Duration.ofSeconds(64), 2, 0);
    }

    private void run(PollingSchedule schedule) {
        Flux<BatchItem> work = Flux.range(0, ITEMS).map(n -> BatchItem.suite("s" + n));
        runs.batch(options().polling(schedule).itemDeadline(Duration.ofDays(1)), work)
                .subscribe(subscriber);
    }

    private int pollsIn(long seconds) {
        int before = runs.polls.size();
        runs.advanceSeconds(seconds);
        return runs.polls.size() - before;
    }
}
