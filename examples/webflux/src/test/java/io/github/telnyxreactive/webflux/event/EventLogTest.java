package io.github.telnyxreactive.webflux.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class EventLogTest {

    private EventLog<String> log = log(3);

    private EventLog<String> log(int capacity) {
        return new EventLog<>(capacity, Schedulers.parallel(), this::snapshot);
    }

    private Logged<String> snapshot(boolean missed) {
        return new Logged<>(log.lastId(), missed ? "missed" : "snapshot");
    }

    private void append(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(number -> log.append("e" + number));
    }

    private static Logged<String> event(int number) {
        return new Logged<>(number, "e" + number);
    }

    @Test
    void newReaderBeginsWithASnapshotAndContinuesFromThere() {
        append(1, 2);

        StepVerifier.create(log.from(EventLog.NOTHING))
                .expectNext(new Logged<>(2, "snapshot"))
                .then(() -> append(3, 4))
                .expectNext(event(3), event(4))
                .then(log::complete)
                .verifyComplete();
    }

    @Test
    void reconnectingReaderReceivesUnreadEvents() {
        append(1, 3);
        log.complete();

        StepVerifier.create(log.from(1)).expectNext(event(2), event(3)).verifyComplete();
        StepVerifier.create(log.from(0)).expectNextCount(3).verifyComplete();
        StepVerifier.create(log.from(3)).verifyComplete();
    }

    @Test
    void readerThatReconnectsTooLateReceivesASnapshot() {
        append(1, 5);

        StepVerifier.create(log.from(1), 1)
                .expectNext(new Logged<>(5, "missed"))
                .then(() -> append(6, 6))
                .thenRequest(1)
                .expectNext(event(6))
                .thenCancel()
                .verify();
        StepVerifier.create(log.from(3).take(1)).expectNext(event(4)).verifyComplete();
    }

    @Test
    void unknownPositionYieldsASnapshot() {
        append(1, 1);

        StepVerifier.create(log.from(77).take(1))
                .expectNext(new Logged<>(1, "missed"))
                .verifyComplete();
    }

    @Test
    void readerThatFallsBehindReceivesOneSnapshotAndContinues() {
        StepVerifier.create(log.from(0), 1)
                .then(() -> append(1, 1))
                .expectNext(event(1))
                .then(() -> append(2, 9))
                .thenRequest(1)
                .expectNext(new Logged<>(9, "missed"))
                .then(() -> append(10, 11))
                .thenRequest(2)
                .expectNext(event(10), event(11))
                .thenCancel()
                .verify();
    }

    @Test
    void emitsNoMoreThanRequested() {
        append(1, 3);

        StepVerifier.create(log.from(0), 0)
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .thenRequest(2)
                .expectNext(event(1), event(2))
                .expectNoEvent(Duration.ofMillis(50))
                .thenCancel()
                .verify();
    }

    @Test
    void completesWithoutDemand() {
        StepVerifier.create(log.from(0), 0)
                .expectSubscription()
                .then(log::complete)
                .verifyComplete();
    }

    @Test
    void eachSubscriptionHasItsOwnPosition() {
        append(1, 2);
        log.complete();
        Flux<Logged<String>> events = log.from(0);

        for (int subscription = 0; subscription < 2; subscription++) {
            StepVerifier.create(events).expectNext(event(1), event(2)).verifyComplete();
        }
    }

    @Test
    void failsIfASnapshotCannotBeCreated() {
        EventLog<String> broken = new EventLog<>(1, Schedulers.parallel(), missed -> {
            throw new IllegalStateException("no snapshot");
        });

        StepVerifier.create(broken.from(EventLog.NOTHING))
                .expectErrorMessage("no snapshot")
                .verify();
    }

    @Test
    void appendingDoesNotRunReaders() {
        Queue<Runnable> later = new ArrayDeque<>();
        EventLog<String> slow =
                new EventLog<>(3, Schedulers.fromExecutor(later::add), missed -> new Logged<>(0, "snapshot"));
        List<Logged<String>> read = new ArrayList<>();
        slow.from(0).subscribe(read::add);

        slow.append("e1");
        assertThat(read).isEmpty();

        later.forEach(Runnable::run);
        assertThat(read).containsExactly(event(1));
    }

    @Test
    void cancelledReaderIsRemoved() {
        Queue<Runnable> later = new ArrayDeque<>();
        EventLog<String> watched =
                new EventLog<>(3, Schedulers.fromExecutor(later::add), missed -> new Logged<>(0, "snapshot"));
        watched.from(0).subscribe().dispose();

        watched.append("e1");

        assertThat(later).isEmpty();
    }

    @Test
    void onlyACompleteLogHasAnEnd() {
        append(1, 1);
        assertThat(log.isEnd(1)).isFalse();
        log.complete();
        assertThat(log.isEnd(1)).isTrue();
        assertThat(log.isEnd(0)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> log.append("late"));
        assertThatIllegalArgumentException().isThrownBy(() -> log(0));
    }

    @Test
    void fastReadersReadAllEventsDuringAppends() {
        log = log(100_000);
        List<StepVerifier> readers = IntStream.range(0, 20)
                .mapToObj(reader -> StepVerifier.create(log.from(0).map(Logged::id))
                        .recordWith(ArrayList::new)
                        .expectNextCount(20_000)
                        .consumeRecordedWith(ids -> assertThat(ids)
                                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20_000)
                                        .boxed()
                                        .toList()))
                        .expectComplete()
                        .verifyLater())
                .toList();

        append(1, 20_000);
        log.complete();

        readers.forEach(reader -> reader.verify());
    }

    @Test
    void fiveHundredSlowReadersCostNeitherMemoryNorTimeAndReceiveSnapshots() throws Exception {
        int capacity = 100;
        int events = 20_000;
        log = log(capacity);
        CountDownLatch begun = new CountDownLatch(500);
        CountDownLatch ended = new CountDownLatch(500);
        List<SlowReader> readers = IntStream.range(0, 500)
                .mapToObj(number -> new SlowReader(begun, ended))
                .toList();
        readers.forEach(log.from(0)::subscribe);
        WeakReference<String> early = appendTracked();
        begun.await();

        append(2, events);
        assertThat(readers).allSatisfy(reader -> assertThat(reader.read).hasSize(1));
        readers.forEach(reader -> reader.read.clear());
        awaitCollected(early);

        readers.forEach(reader -> reader.request(1));
        append(events + 1, events + capacity);
        log.complete();
        readers.forEach(SlowReader::requestUnbounded);

        ended.await();
        assertThat(readers).allSatisfy(reader -> {
            assertThat(reader.read.peek()).isEqualTo(new Logged<>(events, "missed"));
            assertThat(reader.read.stream().skip(1).map(Logged::id))
                    .containsExactlyElementsOf(LongStream.rangeClosed(events + 1, events + capacity)
                            .boxed()
                            .toList());
        });
    }

    /** Appends an event in a method of its own, so that only the log holds it. */
    private WeakReference<String> appendTracked() {
        String event = new String("e1");
        log.append(event);
        return new WeakReference<>(event);
    }

    private static void awaitCollected(WeakReference<?> reference) {
        Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .doOnNext(tick -> System.gc())
                .filter(tick -> reference.refersTo(null))
                .blockFirst();
    }

    /** Requests one event, and further ones only when the test does. */
    private static final class SlowReader extends BaseSubscriber<Logged<String>> {

        private final ConcurrentLinkedQueue<Logged<String>> read = new ConcurrentLinkedQueue<>();
        private final CountDownLatch begun;
        private final CountDownLatch ended;

        SlowReader(CountDownLatch begun, CountDownLatch ended) {
            this.begun = begun;
            this.ended = ended;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(1);
        }

        @Override
        protected void hookOnNext(Logged<String> event) {
            read.add(event);
            begun.countDown();
        }

        @Override
        protected void hookOnComplete() {
            ended.countDown();
        }
    }
}
