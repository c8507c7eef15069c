package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.polling.Polling;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.Scannable.Attr;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;

/** Tests what the publishers and subscriptions of the client answer to those who ask how they are. */
class ScannableTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final ManualTime TIME = new ManualTime();

    private final TestPublisher<Integer> source = TestPublisher.create();
    private final Subscriber subscriber = new Subscriber();

    static Stream<Arguments> operators() {
        return Stream.of(
                operator("Deadline, Flux", flux -> Deadline.enforce(flux, LIMIT, TIME, TimeoutException::new)),
                operator(
                        "Deadline, Mono",
                        flux -> Deadline.enforce(flux.singleOrEmpty(), LIMIT, TIME, TimeoutException::new)),
                operator(
                        "DemandDeadline", flux -> new DemandDeadline(LIMIT, TIME).enforce(flux, TimeoutException::new)),
                operator("OnDemand", OnDemand::of),
                operator("Cancellation, Flux", flux -> {
                    Cancellation cancellation = new Cancellation();
                    return cancellation.observe(cancellation.enforce(flux));
                }),
                operator("Cancellation, Mono", flux -> {
                    Cancellation cancellation = new Cancellation();
                    return cancellation.observe(cancellation.enforce(flux.singleOrEmpty()));
                }),
                operator("list", ScannableTest::list),
                operator("pages", flux -> list(flux).pages()),
                operator("prefetched list", flux -> list(flux).prefetchPages(2)));
    }

    private static Arguments operator(String name, Function<Flux<Integer>, Publisher<?>> operator) {
        return Arguments.of(name, operator);
    }

    private static PagedFlux<Integer> list(Flux<Integer> source) {
        return PagedFlux.fromPages(number -> source.singleOrEmpty().map(value -> Page.of(List.of(value), null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void publishersAnswer(String name, Function<Flux<Integer>, Publisher<?>> operator) {
        Publisher<?> publisher = operator.apply(source.flux());

        assertThat(Scannable.from(publisher).isScanAvailable()).isTrue();
        assertThat(Scannable.from(publisher).scan(Attr.RUN_STYLE)).isEqualTo(Attr.RunStyle.SYNC);
        assertThat(Scannable.from(Flux.from(publisher).name("mine")).name()).isEqualTo("mine");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void subscriptionsTellCompletionFromCancellation(String name, Function<Flux<Integer>, Publisher<?>> operator) {
        operator.apply(source.flux()).subscribe(subscriber);
        Scannable subscription = Scannable.from(subscriber.subscription);

        assertThat(subscription.scan(Attr.ACTUAL)).isNotNull();
        assertThat(subscription.scan(Attr.PARENT)).isNotNull();
        assertThat(subscription.scan(Attr.RUN_STYLE)).isEqualTo(Attr.RunStyle.SYNC);
        assertThat(subscription.scan(Attr.CANCELLED)).isIn(false, null);
        source.emit(1);
        assertThat(subscriber.completed).isTrue();
        assertThat(subscription.scan(Attr.CANCELLED)).isIn(false, null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void subscriptionsTellThatTheyAreCancelled(String name, Function<Flux<Integer>, Publisher<?>> operator) {
        operator.apply(source.flux()).subscribe(subscriber);
        Scannable subscription = Scannable.from(subscriber.subscription);
        subscriber.subscription.cancel();

        assertThat(subscription.scan(Attr.CANCELLED)).isTrue();
        assertThat(subscription.scan(Attr.TERMINATED)).isIn(false, null);
    }

    @Test
    void aListTellsItsEndAndItsDemand() {
        PagedFlux.fromIterable(List.of(1, 2, 3), 2).subscribe(subscriber.requesting(2));
        Scannable subscription = Scannable.from(subscriber.subscription);

        assertThat(subscription.scan(Attr.TERMINATED)).isFalse();
        assertThat(subscription.scan(Attr.REQUESTED_FROM_DOWNSTREAM)).isZero();
        subscriber.subscription.request(5);
        assertThat(subscription.scan(Attr.TERMINATED)).isTrue();
        assertThat(subscription.scan(Attr.CANCELLED)).isFalse();
        assertThat(subscription.scan(Attr.REQUESTED_FROM_DOWNSTREAM)).isEqualTo(4);
    }

    @Test
    void aListTellsHowManyPagesAreRequestedAhead() {
        PagedFlux<Integer> list = PagedFlux.fromIterable(List.of(1), 1);

        assertThat(Scannable.from(list).scan(Attr.PREFETCH)).isZero();
        assertThat(Scannable.from(list.pages()).scan(Attr.PREFETCH)).isZero();
        assertThat(Scannable.from(list.prefetchPages(3)).scan(Attr.PREFETCH)).isEqualTo(3);
    }

    @Test
    void aDeadlineTellsItsExpiryFromACancellation() {
        Deadline.enforce(source.flux(), LIMIT, TIME, TimeoutException::new).subscribe(subscriber);
        Scannable subscription = Scannable.from(subscriber.subscription);
        assertThat(subscription.scan(Attr.TERMINATED)).isFalse();
        TIME.advance(LIMIT);

        assertThat(subscription.scan(Attr.TERMINATED)).isTrue();
        assertThat(subscription.scan(Attr.CANCELLED)).isFalse();
    }

    @Test
    void pollingIsScannedThroughItsOperators() {
        Polling polling = Polling.create(PollingSchedule.fixed(LIMIT), LIMIT).scheduler(TIME);

        assertThat(Scannable.from(polling.until(Mono.just(1), value -> true)).isScanAvailable())
                .isTrue();
        assertThat(Scannable.from(
                                polling.changes(List.of(), Flux.just(1), value -> value, value -> value, value -> true))
                        .isScanAvailable())
                .isTrue();
    }

    /** Keeps its subscription. */
    private static final class Subscriber implements CoreSubscriber<Object> {

        private long demand = Long.MAX_VALUE;
        private Subscription subscription;
        private boolean completed;

        Subscriber requesting(long n) {
            demand = n;
            return this;
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(demand);
        }

        @Override
        public void onNext(Object value) {}

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {
            completed = true;
        }
    }
}
