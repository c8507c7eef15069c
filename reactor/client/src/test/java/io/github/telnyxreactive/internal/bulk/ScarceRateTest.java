package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.subscriber.TestSubscriber;

/** Batches at a rate that does not suffice for all polls. */
class ScarceRateTest {

    private static final PollingSchedule POLLING =
            new PollingSchedule(Duration.ofSeconds(1), Duration.ofSeconds(10), 1.5, 0);

    private final FakeRuns runs = new FakeRuns();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();
    private final Sinks.Many<BatchItem> work = Sinks.many().unicast().onBackpressureBuffer();

    private static ScarceRuns run(long seed, boolean readTests, int from, int to, boolean limitOfClient) {
        BatchOptions options = BatchOptions.builder()
                .maxConcurrentRuns(BatchOptions.UNLIMITED)
                .readTests(readTests)
                .polling(POLLING)
                .rateLimit(limitOfClient ? null : RateLimit.perSecond(10))
                .build();
        ScarceRuns scarce = new ScarceRuns(
                seed,
                new int[] {from, to},
                new int[] {4, 10},
                options,
                limitOfClient ? RateLimit.perSecond(10) : RateLimit.unlimited());
        scarce.run(500);
        return scarce;
    }

    /** Without these rules, the median is 19 s, and the worst delay 50 s. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eventsAreEmittedSoonAfterTheEndsOfRuns(long seed) {
        ScarceRuns scarce = run(seed, false, 20, 90, false);

        assertThat(scarce.delay(0.5)).isLessThan(9.3);
        assertThat(scarce.delay(1)).isLessThan(24.9);
        assertThat(scarce.peak).isLessThanOrEqualTo(10);
    }

    @Test
    void theLimitOfTheClientIsSharedInTheSameWay() {
        ScarceRuns scarce = run(1, true, 20, 90, true);

        assertThat(scarce.delay(0.5)).isLessThan(9.3);
        assertThat(scarce.delay(1)).isLessThan(24.9);
        assertThat(scarce.peak).isLessThanOrEqualTo(10);
    }

    /** A run of a few seconds has ended before the first poll can be made. */
    @ParameterizedTest
    @CsvSource({"false, 120", "true, 170"})
    void runsThatHaveEndedArePolledBeforeMoreIsStarted(boolean readTests, long seconds) {
        ScarceRuns scarce = run(1, readTests, 2, 5, false);

        assertThat(scarce.delay(0.5)).isLessThan(2);
        assertThat(scarce.delay(1)).isLessThan(6);
        assertThat(scarce.time.elapsed()).isLessThan(Duration.ofSeconds(seconds));
    }

    @Test
    void aSuiteWhoseRunsAreDueIsPolledBeforeOneWhoseRunsAreNot() {
        start(10);
        for (int n = 0; n < 30; n++) {
            emit("teacher" + n);
        }
        runs.advanceSeconds(30);
        runs.putAll(PASSED);
        runs.advanceSeconds(11);
        emit("old");
        runs.advanceSeconds(23);
        emit("young");
        runs.advanceSeconds(4);
        runs.isReady = false;
        runs.advanceSeconds(12);
        int before = runs.polls.size();
        runs.becomeReady();

        // The young one was polled earlier, and has waited longer.
        assertThat(runs.polls.subList(before, runs.polls.size())).containsExactly("old", "young");
    }

    @Test
    void nothingIsStartedWhileAPollIsLate() {
        start(1);
        emit("a");
        runs.isReady = false;
        runs.advanceSeconds(1);
        runs.becomeReady();
        runs.isReady = false;
        runs.advanceSeconds(3);
        emit("b");
        List<String> polled = runs.polls;
        int before = polled.size();
        assertThat(runs.triggered).containsExactly("a");
        runs.onPoll = (item, open) -> {
            runs.isReady = false;
            return Mono.never();
        };
        runs.becomeReady();

        assertThat(polled).hasSize(before + 1);
        assertThat(runs.triggered).containsExactly("a");
        runs.becomeReady();
        assertThat(runs.triggered).containsExactly("a", "b");
    }

    @Test
    void anItemThatCannotBePolledIsNotLateAllTheTime() {
        Throwable lost = TransportException.lost(FailedCall.none(), "the connection was cut", new IOException());
        start(1);
        emit("a");
        runs.isReady = false;
        runs.advanceSeconds(4);
        runs.onPoll = (item, open) -> {
            runs.isReady = false;
            return Mono.error(lost);
        };
        runs.becomeReady();
        assertThat(runs.polls).containsExactly("a");
        runs.advanceSeconds(1);
        emit("b");
        runs.becomeReady();

        assertThat(runs.triggered).containsExactly("a", "b");
    }

    @Test
    void nothingIsSentWhileOthersWait() {
        start(1);
        runs.isReady = false;
        emit("a");
        runs.advanceSeconds(5);
        assertThat(runs.triggered).isEmpty();
        runs.becomeReady();
        assertThat(runs.triggered).containsExactly("a");
        runs.isReady = false;
        runs.advanceSeconds(5);
        assertThat(runs.polls).isEmpty();
        runs.becomeReady();
        assertThat(runs.polls).containsExactly("a");
    }

    private void start(int seconds) {
        runs.batch(
                        options()
                                .polling(PollingSchedule.fixed(Duration.ofSeconds(seconds)))
                                .maxConcurrentRuns(BatchOptions.UNLIMITED)
                                .readTests(false)
                                .itemDeadline(Duration.ofDays(1)),
                        work.asFlux())
                .subscribe(subscriber);
    }

    private void emit(String suite) {
        work.tryEmitNext(BatchItem.suite(suite)).orThrow();
    }
}
