package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.limit.JitteredRetry;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.polling.Polling;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

/** Tests that a source is cancelled, and a timer disposed of, when a cancellation races with what begins them. */
class CancellationRaceTest {

    private static final int ROUNDS = 700;
    private static final Duration LONG = Duration.ofHours(1);

    private static final ManualTime TIME = new ManualTime();
    private static final JitteredRetry RETRY =
            JitteredRetry.of(RetryPolicy.defaults()).scheduler(TIME);
    private static final Polling POLLING =
            Polling.create(PollingSchedule.fixed(Duration.ofMillis(1)), LONG).scheduler(TIME);

    static Stream<Arguments> operators() {
        return Stream.of(
                operator("Deadline, Flux", source -> Deadline.enforce(source, LONG, TIME, TimeoutException::new)),
                operator(
                        "Deadline, Mono",
                        source -> Deadline.enforce(source.singleOrEmpty(), LONG, TIME, TimeoutException::new)),
                operator(
                        "DemandDeadline",
                        source -> new DemandDeadline(LONG, TIME).enforce(source, TimeoutException::new)),
                operator("OnDemand", OnDemand::of),
                operator("retry, Flux", source -> {
                    Cancellation cancellation = new Cancellation();
                    return cancellation.observe(cancellation.enforce(source).retryWhen(RETRY));
                }),
                operator("retry, Mono", source -> {
                    Cancellation cancellation = new Cancellation();
                    return cancellation.observe(
                            cancellation.enforce(source.singleOrEmpty()).retryWhen(RETRY));
                }),
                operator("until", source -> POLLING.until(source.singleOrEmpty(), state -> true)),
                operator(
                        "changes",
                        source -> POLLING.changes(List.of(), source, state -> state, state -> state, state -> true)),
                operator("list", CancellationRaceTest::list),
                operator("pages", source -> list(source).pages()),
                operator("prefetched list", source -> list(source).prefetchPages(2)),
                operator(
                        "prefetched pages",
                        source -> list(source).prefetchPages(2).pages()),
                operator("second page of a list", source -> second(source, 5)),
                operator(
                        "second page of a prefetched list",
                        source -> second(source, 5).prefetchPages(1)),
                operator(
                        "second page of a concurrent list",
                        source -> second(source, 5).concurrentPages(1)),
                operator(
                        "second page of a prefetched list without a total",
                        source -> second(source, 0).prefetchPages(1)));
    }

    private static Arguments operator(String name, Function<Flux<Integer>, Publisher<?>> operator) {
        return Arguments.of(name, operator);
    }

    private static PagedFlux<Integer> list(Flux<Integer> source) {
        return PagedFlux.create(number -> page(source), (length, meta, number) -> false);
    }

    /** A list whose first page is there and whose second one is the source. */
    private static PagedFlux<Integer> second(Flux<Integer> source, int pages) {
        Page<Integer> first = Page.of(List.of(1, 2), pages == 0 ? null : PageMeta.of(1, 2, pages, 2L * pages));
        return PagedFlux.create(
                number -> number == 1 ? Mono.just(first) : page(source), (length, meta, number) -> number < 5);
    }

    private static Mono<Page<Integer>> page(Flux<Integer> source) {
        return source.singleOrEmpty().map(value -> Page.of(List.of(value), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void cancelsASourceThatIsJustBeginning(String name, Function<Flux<Integer>, Publisher<?>> operator) {
        for (int round = 0; round < ROUNDS; round++) {
            LateSource<Integer> source = new LateSource<>();
            TestSubscriber<Object> subscriber = TestSubscriber.create();
            operator.apply(source).subscribe(subscriber);
            assertThat(source.isSubscribed()).isTrue();
            race(source::accept, subscriber::cancel, round);

            assertThat(source.isCancelled()).as("round %d", round).isTrue();
            assertThat(TIME.liveTimers()).as("round %d", round).isZero();
            assertThat(subscriber.getProtocolErrors()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void cancelsASourceThatIsJustRequested(String name, Function<Flux<Integer>, Publisher<?>> operator) {
        for (int round = 0; round < ROUNDS; round++) {
            LateSource<Integer> source = new LateSource<>();
            TestSubscriber<Object> subscriber =
                    TestSubscriber.builder().initialRequest(0).build();
            operator.apply(source).subscribe(subscriber);
            RaceTestUtils.race(() -> subscriber.request(Long.MAX_VALUE), subscriber::cancel);
            if (source.isSubscribed()) {
                source.accept();
                assertThat(source.isCancelled()).as("round %d", round).isTrue();
            }

            assertThat(TIME.liveTimers()).as("round %d", round).isZero();
            assertThat(subscriber.getProtocolErrors()).isEmpty();
        }
    }

    /** Starts both at the same moment, or one a little later than the other, depending on the round. */
    private static void race(Runnable one, Runnable other, int round) {
        AtomicInteger ready = new AtomicInteger();
        RaceTestUtils.race(() -> runWith(ready, one, round % 32), () -> runWith(ready, other, round / 32));
    }

    private static void runWith(AtomicInteger ready, Runnable task, int delay) {
        ready.incrementAndGet();
        // Does not yield: only two threads that both have a processor meet in so short a time.
        while (ready.get() < 2) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < delay; i++) {
            Thread.onSpinWait();
        }
        task.run();
    }
}
