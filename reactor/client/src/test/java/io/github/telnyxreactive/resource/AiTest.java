package io.github.telnyxreactive.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.ItemResolution;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.bulk.UnresolvedItem;
import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.ChatEvent;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.polling.Polling;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Resources without a client, as the tests of an application may use them. */
class AiTest {

    private final FakeCalls calls = new FakeCalls();
    private final List<BatchOptions> batches = new ArrayList<>();
    private final Ai ai = new Ai(
            calls,
            options -> {
                batches.add(options);
                return new NoBatch();
            },
            options -> {
                throw new IllegalArgumentException("no gates here");
            });

    @Test
    void executesOperationsByTheGivenCalls() {
        calls.responses.add(run(TestRunStatus.RUNNING));
        calls.responses.add(run(TestRunStatus.PASSED));

        StepVerifier.withVirtualTime(() -> ai.assistants().tests().runs().awaitCompletion("t", "r"))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(10))
                .assertNext(run -> assertThat(run.status()).isEqualTo(TestRunStatus.PASSED))
                .verifyComplete();
        assertThat(calls.executed)
                .hasSize(2)
                .allMatch("assistants.tests.runs.retrieve (GET /ai/assistants/tests/t/runs/r)"::equals);
    }

    @Test
    void readsListsByTheGivenCalls() {
        calls.page = List.of("checkout", "billing");

        StepVerifier.create(ai.assistants().tests().testSuites().list())
                .expectNext("checkout", "billing")
                .verifyComplete();
    }

    @Test
    void takesBatchesAndGatesFromTheGivenFunctions() {
        BatchOptions options = BatchOptions.defaults();

        StepVerifier.create(ai.assistants().tests().batch(options).run(Flux.empty()))
                .verifyComplete();
        assertThat(batches).containsExactly(options);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ai.assistants().releaseGate(options))
                .withMessage("no gates here");
    }

    private static TestRun run(TestRunStatus status) {
        return TestRun.builder()
                .runId("r")
                .testId("t")
                .status(status)
                .triggeredBy("api")
                .createdAt(OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
                .build();
    }

    /** Responds from memory. */
    private static final class FakeCalls implements Calls {

        private final List<String> executed = new ArrayList<>();
        private final List<Object> responses = new ArrayList<>();
        private List<?> page = List.of();

        @Override
        @SuppressWarnings("unchecked")
        public <T> Mono<T> execute(Operation<T> operation) {
            return Mono.fromSupplier(() -> {
                executed.add(operation.toString());
                return (T) responses.remove(0);
            });
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> PagedFlux<T> list(Operation<Page<T>> operation) {
            return PagedFlux.create(
                    number -> Mono.just(Page.of((List<T>) page, null)), (length, meta, number) -> false);
        }

        @Override
        public Flux<String> text(Operation<String> operation) {
            return Flux.error(new AssertionError(operation));
        }

        @Override
        public Flux<ChatEvent> events(Operation<AssistantChatResponse> operation) {
            return Flux.error(new AssertionError(operation));
        }

        @Override
        public <T> Mono<T> untilClosed(Mono<T> source) {
            return source;
        }

        @Override
        public <T> Flux<T> untilClosed(Flux<T> source) {
            return source;
        }

        @Override
        public Duration maxLag() {
            return Duration.ZERO;
        }

        @Override
        public Polling polling() {
            return Polling.create(PollingSchedule.fixed(Duration.ofSeconds(10)), Duration.ofHours(1));
        }
    }

    private static final class NoBatch implements TestBatch {

        @Override
        public Flux<BatchEvent> run(Publisher<? extends BatchItem> work, TotalsCollector totals) {
            return Flux.empty();
        }

        @Override
        public Mono<Void> check(Collection<? extends BatchItem> items) {
            return Mono.empty();
        }

        @Override
        public Mono<BatchPlan> plan(Collection<? extends BatchItem> items) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> record(BatchPlan plan, PassRequirement requirement, BatchJournal journal) {
            return Mono.empty();
        }

        @Override
        public Mono<List<UnresolvedItem>> unresolved(BatchJournal journal) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> resolve(Collection<ItemResolution> resolutions, BatchJournal journal) {
            return Mono.empty();
        }

        @Override
        public TestBatch stoppedBy(Publisher<StopSignal> signals) {
            return this;
        }

        @Override
        public Flux<BatchEvent> run(Publisher<? extends BatchItem> work, BatchJournal journal, TotalsCollector totals) {
            return Flux.empty();
        }
    }
}
