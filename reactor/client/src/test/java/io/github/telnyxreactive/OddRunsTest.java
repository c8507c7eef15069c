package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.ScriptedService.Answer;
import io.github.telnyxreactive.ScriptedService.Asked;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchEvent.Abandoned;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.OutcomeUnknown;
import io.github.telnyxreactive.bulk.BatchEvent.TriggerFailed;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchProgress;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.resource.TestRuns;
import io.github.telnyxreactive.resource.TestSuiteRuns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Runs that the service describes oddly: a field is missing, {@code null} or of another kind, in the response of the trigger,
 * in the list or when the run is retrieved. Three runs r1, r2 and r3 are triggered as a suite, of which r2 is the odd one, or
 * r2 alone. A run is running at the first look and has ended at the second: r1 and r2 passed, r3 failed.
 */
class OddRunsTest {

    private static final String ODD = "r2";
    private static final List<String> ALL = List.of("r1", ODD, "r3");
    private static final Map<String, String> ENDS = Map.of("r1", "passed", ODD, "passed", "r3", "failed");
    private static final Set<String> IDS = Set.of("test_id", "test_suite_run_id");

    /** How often runs are looked for that are not known. */
    private static final int MAX_SEARCHES = 3;

    private static final String SUITE_RUNS = "/test-suites/checkout/runs";
    private static final List<String> FIELDS = List.of(
            "run_id",
            "test_id",
            "status",
            "triggered_by",
            "created_at",
            "completed_at",
            "updated_at",
            "conversation_id",
            "conversation_insights_id",
            "detail_status",
            "logs",
            "test_suite_run_id");

    /** Where the run is odd. */
    enum Place {
        TRIGGER,
        LIST,
        RETRIEVAL
    }

    /** What is odd about the field. */
    enum Oddity {
        MISSING,
        NULL,
        NUMBER,
        OBJECT;

        void apply(Map<String, Object> run, String field) {
            switch (this) {
                case MISSING -> run.remove(field);
                case NULL -> run.put(field, null);
                case NUMBER -> run.put(field, 7);
                case OBJECT -> run.put(field, Map.of("a", 1));
            }
        }
    }

    /** A field of r2 that is odd in some places. */
    private record Odd(String field, Oddity oddity, List<Place> places) {

        static final Odd NOTHING = new Odd("", Oddity.MISSING, List.of());
    }

    private static final ScriptedService SERVICE = new ScriptedService(request -> Answer.status(404));
    private static final TelnyxClient CLIENT = SERVICE.client()
            .polling(PollingSchedule.fixed(Duration.ofMillis(1)), Duration.ofMinutes(10))
            .maxLag(Duration.ZERO)
            .build();

    private final AtomicInteger lists = new AtomicInteger();
    private final Map<String, AtomicInteger> retrievals = new ConcurrentHashMap<>();
    private Odd odd = Odd.NOTHING;
    private int refusal;
    private String end = "";
    private boolean completes = true;
    private boolean isEmpty;
    private boolean hasStranger;
    private Predicate<Map<String, Object>> isListed = run -> true;

    @BeforeEach
    void reset() {
        SERVICE.answer(this::answer);
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        SERVICE.close();
    }

    private static Stream<Arguments> odd(boolean alsoIds, Place... places) {
        return FIELDS.stream()
                .filter(field -> alsoIds || !field.equals("run_id"))
                .flatMap(field -> Stream.of(Oddity.values())
                        .flatMap(oddity -> Stream.of(places).map(place -> Arguments.of(field, oddity, place))));
    }

    static Stream<Arguments> inATrigger() {
        return odd(false, Place.TRIGGER);
    }

    static Stream<Arguments> inATriggerOrARetrieval() {
        return odd(false, Place.TRIGGER, Place.RETRIEVAL);
    }

    static Stream<Arguments> anywhereInASuite() {
        return Stream.concat(odd(true, Place.TRIGGER, Place.LIST), odd(false, Place.RETRIEVAL));
    }

    static Stream<Arguments> anywhereInASuiteButNotTheTestId() {
        return anywhereInASuite().filter(odd -> !odd.get()[0].equals("test_id") || odd.get()[2] != Place.RETRIEVAL);
    }

    private Answer answer(Asked asked) {
        if (asked.method().equals("POST")) {
            Object body = asked.path().endsWith(SUITE_RUNS)
                    ? ALL.stream().map(id -> run(id, 0, Place.TRIGGER)).toList()
                    : run(ODD, 0, Place.TRIGGER);
            return new Answer(201, "application/json", TelnyxJson.writeToString(body));
        }
        if (asked.path().endsWith(SUITE_RUNS)) {
            int look = lists.incrementAndGet();
            if (refusal != 0) {
                return Answer.status(refusal);
            }
            List<Map<String, Object>> runs = Stream.concat(
                            Stream.of(stranger()).filter(run -> hasStranger),
                            ALL.stream().map(id -> run(id, look, Place.LIST)))
                    .filter(isListed)
                    .toList();
            Map<String, Object> meta =
                    Map.of("page_number", 1, "page_size", 100, "total_pages", 1, "total_results", runs.size());
            return Answer.json(TelnyxJson.writeToString(Map.of("data", runs, "meta", meta)));
        }
        if (asked.path().endsWith("/runs")) {
            return Answer.json("{\"data\":[]}");
        }
        String id = asked.path().substring(asked.path().lastIndexOf('/') + 1);
        int look = retrievals.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
        return Answer.json(TelnyxJson.writeToString(run(id, look, Place.RETRIEVAL)));
    }

    private Map<String, Object> run(String id, int look, Place place) {
        boolean ended = look >= 2;
        String last = end.isEmpty() ? Objects.requireNonNull(ENDS.get(id)) : end;
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("run_id", id);
        run.put("test_id", "t-" + id);
        run.put("status", look == 0 ? "pending" : ended ? last : "running");
        run.put("triggered_by", "api");
        run.put("created_at", "2026-01-01T00:00:00Z");
        run.put("completed_at", ended && completes ? "2026-01-01T00:01:00Z" : null);
        run.put("updated_at", "2026-01-01T00:01:00Z");
        run.put("conversation_id", "c-" + id);
        run.put("conversation_insights_id", "i-" + id);
        run.put("detail_status", List.of(Map.of("name", "polite", "status", ended ? last : "pending")));
        run.put("logs", "log of " + id);
        run.put("test_suite_run_id", "s");
        if (id.equals(ODD) && odd.places().contains(place)) {
            if (isEmpty) {
                run.put(odd.field(), "");
            } else {
                odd.oddity().apply(run, odd.field());
            }
        }
        return run;
    }

    /** A run that was triggered with others, and has ended. */
    private Map<String, Object> stranger() {
        Map<String, Object> run = new LinkedHashMap<>(run("r1", 2, Place.LIST));
        run.put("run_id", "stranger");
        run.put("test_suite_run_id", "other");
        return run;
    }

    private static TestRuns runs() {
        return CLIENT.ai().assistants().tests().runs();
    }

    private static TestSuiteRuns suites() {
        return CLIENT.ai().assistants().tests().testSuites().runs();
    }

    private static Flux<TestRun> follow() {
        return suites().triggerAndFollow(
                        "checkout", TriggerTestSuiteRunsRequest.builder().build());
    }

    private static List<BatchEvent> batch(BatchItem item) {
        BatchOptions options = BatchOptions.builder()
                .maxLag(Duration.ZERO)
                .readTests(false)
                .maxConcurrentRuns(BatchOptions.UNLIMITED)
                .polling(PollingSchedule.fixed(Duration.ofMillis(1)))
                .itemDeadline(Duration.ofMinutes(10))
                .build();
        return Objects.requireNonNull(CLIENT.ai()
                .assistants()
                .tests()
                .batch(options)
                .run(Flux.just(item))
                .collectList()
                .block());
    }

    private static List<TestRun> finished(List<BatchEvent> events) {
        return events.stream()
                .filter(Finished.class::isInstance)
                .map(event -> ((Finished) event).run())
                .toList();
    }

    /** Checks that every run has ended once and as it did, except what is odd. */
    private void assertEnded(List<TestRun> ended, List<String> ids) {
        assertThat(ended)
                .extracting(TestRun::runId)
                .containsExactlyInAnyOrderElementsOf(ids)
                .doesNotHaveDuplicates();
        for (TestRun run : ended) {
            assertThat(run.hasEnded()).isTrue();
            if (!run.runId().equals(ODD) || !odd.field().equals("status")) {
                assertThat(run.status()).isEqualTo(new TestRunStatus(ENDS.get(run.runId())));
            }
            if (!run.runId().equals(ODD)) {
                assertThat(run.additionalProperties()).isEmpty();
                assertThat(run.logs()).isEqualTo("log of " + run.runId());
            }
        }
    }

    /** Checks that what is odd is absent, and kept as it came. */
    private void assertKept(TestRun run) {
        assertThat(TelnyxJson.toTree(run).path(odd.field()))
                .isEqualTo(TelnyxJson.toTree(run(ODD, 0, Place.TRIGGER)).path(odd.field()));
        if (odd.oddity() != Oddity.MISSING) {
            assertThat(run.additionalProperties()).containsOnlyKeys(odd.field(), "completed_at");
        }
    }

    /**
     * Checks the requests: one trigger, so many retrievals, and so many lists, to which some may be added that look for runs
     * that are not known.
     */
    private void assertAsked(int listed, int retrieved) {
        assertThat(SERVICE.asked())
                .filteredOn(asked -> asked.method().equals("POST"))
                .hasSize(1);
        assertThat(SERVICE.asked())
                .filteredOn(asked -> asked.path().matches(".*/runs/[^/]+"))
                .hasSize(retrieved);
        assertThat(SERVICE.asked()).hasSizeBetween(1 + listed + retrieved, 1 + 2 * listed + retrieved + MAX_SEARCHES);
    }

    @ParameterizedTest
    @MethodSource("inATrigger")
    void aSingleTriggerIsReadWithWhatIsOdd(String field, Oddity oddity, Place place) {
        odd = new Odd(field, oddity, List.of(place));

        TestRun run = Objects.requireNonNull(runs().trigger("t-r2").block());

        assertThat(run.runId()).isEqualTo(ODD);
        assertThat(run.hasEnded()).isFalse();
        assertKept(run);
        assertAsked(0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void aSingleTriggerWithoutAnIdSaysThatTheRunExists(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.TRIGGER));

        StepVerifier.create(runs().trigger("t-r2")).verifyErrorSatisfies(OddRunsTest::assertSaysThatRunsExist);

        assertAsked(0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void triggerAndAwaitWithoutAnIdSaysThatTheRunExists(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.TRIGGER));

        StepVerifier.create(runs().triggerAndAwait(
                                "t-r2", TriggerTestRunRequest.builder().build()))
                .verifyErrorSatisfies(OddRunsTest::assertSaysThatRunsExist);

        assertAsked(0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchWithoutAnIdSaysThatTheRunExists(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.TRIGGER));

        List<BatchEvent> events = batch(BatchItem.test("t-r2"));

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(OutcomeUnknown.class, event -> assertSaysThatRunsExist(event.error()));
        assertAsked(0, 0);
    }

    private static void assertSaysThatRunsExist(Throwable error) {
        assertThat(error).isInstanceOfSatisfying(DecodingException.class, e -> {
            assertThat(e.status()).isEqualTo(201);
            assertThat(e.requestId()).isEqualTo("r-1");
            assertThat(e.attempts()).isEqualTo(1);
            assertThat(e).hasMessageContaining("what it creates or starts exists");
        });
    }

    @ParameterizedTest
    @MethodSource("inATriggerOrARetrieval")
    void triggerAndAwaitEndsWithTheRun(String field, Oddity oddity, Place place) {
        odd = new Odd(field, oddity, List.of(place));

        TestRun run = runs().triggerAndAwait(
                        "t-r2", TriggerTestRunRequest.builder().build())
                .block();

        assertEnded(List.of(Objects.requireNonNull(run)), List.of(ODD));
        assertAsked(0, 2);
        // An id that is known is not forgotten because it is odd later.
        if (place == Place.RETRIEVAL && oddity != Oddity.MISSING && !IDS.contains(field)) {
            assertThat(run.additionalProperties()).containsOnlyKeys(field);
        }
    }

    @ParameterizedTest
    @EnumSource
    void triggerAndAwaitFailsIfTheRunIsNotTheOneThatWasAskedFor(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.RETRIEVAL));

        StepVerifier.create(runs().triggerAndAwait(
                                "t-r2", TriggerTestRunRequest.builder().build()))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                DecodingException.class,
                                e -> assertThat(e.status()).isEqualTo(200)));

        assertAsked(0, 3);
    }

    @ParameterizedTest
    @MethodSource("inATriggerOrARetrieval")
    void aBatchEndsWithTheRunOfATest(String field, Oddity oddity, Place place) {
        odd = new Odd(field, oddity, List.of(place));

        List<BatchEvent> events = batch(BatchItem.test("t-r2"));

        assertEnded(finished(events), List.of(ODD));
        assertThat(events).noneMatch(Abandoned.class::isInstance);
        assertAsked(0, 2);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchGivesARunUpThatIsNeverTheOneThatWasAskedFor(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.RETRIEVAL));

        List<BatchEvent> events = batch(BatchItem.test("t-r2"));

        assertThat(events).last().isInstanceOfSatisfying(Abandoned.class, event -> {
            assertThat(event.lastSeen().runId()).isEqualTo(ODD);
            assertThat(event.reason()).isInstanceOf(DecodingException.class);
        });
        assertAsked(0, 3);
    }

    @ParameterizedTest
    @MethodSource("inATrigger")
    void aTriggerOfASuiteIsReadWithWhatIsOdd(String field, Oddity oddity, Place place) {
        odd = new Odd(field, oddity, List.of(place));

        List<TestRun> runs = Objects.requireNonNull(suites().trigger("checkout").block());

        assertThat(runs).extracting(TestRun::runId).containsExactlyElementsOf(ALL);
        assertThat(runs).noneMatch(TestRun::hasEnded);
        assertKept(runs.get(1));
        assertAsked(0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void aTriggerOfASuiteShowsTheRunsThatHaveAnId(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.TRIGGER));

        StepVerifier.create(suites().trigger("checkout")).verifyErrorSatisfies(error -> {
            assertSaysThatRunsExist(error);
            DecodingException unreadable = (DecodingException) error;
            assertThat(unreadable.readable(TestRun.class))
                    .extracting(TestRun::runId)
                    .containsExactly("r1", "r3");
            assertThat(unreadable.unreadable())
                    .singleElement()
                    .isEqualTo(TelnyxJson.toTree(run(ODD, 0, Place.TRIGGER)));
        });

        assertAsked(0, 0);
    }

    @ParameterizedTest
    @MethodSource("anywhereInASuite")
    void triggerAndFollowLosesNoRun(String field, Oddity oddity, Place place) {
        odd = new Odd(field, oddity, List.of(place));
        refusal = place == Place.RETRIEVAL ? 403 : 0;

        List<TestRun> ended = follow().collectList().block();

        assertEnded(Objects.requireNonNull(ended), ALL);
        assertAsked(2, retrievals(field, place));
    }

    @ParameterizedTest
    @MethodSource("anywhereInASuiteButNotTheTestId")
    void aBatchLosesNoRun(String field, Oddity oddity, Place place) {
        odd = new Odd(field, oddity, List.of(place));
        refusal = place == Place.RETRIEVAL ? 403 : 0;

        List<BatchEvent> events = batch(BatchItem.suite("checkout"));

        assertEnded(finished(events), ALL);
        assertThat(events)
                .noneMatch(Abandoned.class::isInstance)
                .noneMatch(TriggerFailed.class::isInstance)
                .noneMatch(OutcomeUnknown.class::isInstance);
        // Only the list says which run has no id in the response of the trigger.
        boolean isSought = field.equals("run_id") && place == Place.TRIGGER;
        assertAsked(2, isSought ? 0 : retrievals(field, place));
    }

    /** The response of the trigger has said to which test the run belongs. */
    @ParameterizedTest
    @EnumSource
    void aBatchRemembersToWhichTestARunBelongs(Oddity oddity) {
        aBatchLosesNoRun("test_id", oddity, Place.RETRIEVAL);
    }

    /** Two looks for each run that is in no list, or there without a status. */
    private static int retrievals(String field, Place place) {
        if (place == Place.RETRIEVAL) {
            return 2 * ALL.size();
        }
        return place == Place.LIST && (field.equals("run_id") || field.equals("status")) ? 2 : 0;
    }

    /** The list says of the run that it is there, but not how it is. */
    @ParameterizedTest
    @EnumSource
    void triggerAndFollowFindsAStatusWhereverItCanBeRead(Oddity oddity) {
        odd = new Odd("status", oddity, List.of(Place.LIST));

        List<TestRun> ended = follow().collectList().block();

        assertThat(ended)
                .filteredOn(run -> run.runId().equals(ODD))
                .singleElement()
                .extracting(TestRun::status)
                .isEqualTo(TestRunStatus.PASSED);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchFindsAStatusWhereverItCanBeRead(Oddity oddity) {
        odd = new Odd("status", oddity, List.of(Place.LIST));

        List<TestRun> ended = finished(batch(BatchItem.suite("checkout")));

        assertThat(ended)
                .filteredOn(run -> run.runId().equals(ODD))
                .singleElement()
                .extracting(TestRun::status)
                .isEqualTo(TestRunStatus.PASSED);
    }

    /** Without a completion time, nothing in the list says that the run has ended. */
    @ParameterizedTest
    @EnumSource
    void triggerAndFollowRetrievesARunWhoseStatusIsInNoList(Oddity oddity) {
        odd = new Odd("status", oddity, List.of(Place.LIST));
        completes = false;

        List<TestRun> ended = follow().takeUntilOther(Flux.defer(() -> sought(20)))
                .collectList()
                .block();

        assertThat(ended).extracting(TestRun::runId).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchRetrievesARunWhoseStatusIsInNoList(Oddity oddity) {
        odd = new Odd("status", oddity, List.of(Place.LIST));
        completes = false;
        BatchOptions options = BatchOptions.builder()
                .maxLag(Duration.ZERO)
                .readTests(false)
                .maxConcurrentRuns(BatchOptions.UNLIMITED)
                .polling(PollingSchedule.fixed(Duration.ofMillis(1)))
                .itemDeadline(Duration.ofMinutes(10))
                .build();

        List<BatchEvent> events = CLIENT.ai()
                .assistants()
                .tests()
                .batch(options)
                .run(Flux.just(BatchItem.suite("checkout")))
                .takeUntilOther(Flux.defer(() -> sought(20)))
                .collectList()
                .block();

        assertThat(finished(Objects.requireNonNull(events)))
                .extracting(TestRun::runId)
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    /** Emits when the list was asked for so many times that it is asked for in vain. */
    private Flux<Long> sought(int times) {
        return Flux.interval(Duration.ofMillis(1))
                .onBackpressureDrop()
                .filter(tick -> lists.get() >= times)
                .take(1);
    }

    /** The others have been seen to end, whatever becomes of the one that cannot be told apart. */
    @ParameterizedTest
    @EnumSource
    void triggerAndFollowEndsTheOthersIfARunCannotBeReadAnywhere(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.LIST, Place.RETRIEVAL));

        assertOthersEnd();
    }

    @ParameterizedTest
    @EnumSource
    void triggerAndFollowEndsTheOthersIfARunCannotBeRetrieved(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.RETRIEVAL));
        refusal = 403;

        assertOthersEnd();
    }

    private void assertOthersEnd() {
        List<TestRun> ended = new ArrayList<>();
        follow().takeUntilOther(Flux.defer(() -> sought(20)))
                .doOnNext(ended::add)
                .onErrorComplete()
                .blockLast();
        assertThat(ended).extracting(TestRun::runId).containsExactlyInAnyOrder("r1", "r3");
        assertThat(SERVICE.count("POST", SUITE_RUNS)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void triggerAndFollowEndsTheOthersIfTheRunIsInNoList(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.TRIGGER, Place.LIST));

        List<TestRun> ended = new ArrayList<>();
        StepVerifier.create(follow().doOnNext(ended::add).then())
                .verifyErrorSatisfies(OddRunsTest::assertSaysThatRunsExist);
        assertThat(ended).extracting(TestRun::runId).containsExactlyInAnyOrder("r1", "r3");
        assertAsked(2, 0);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchEndsTheOthersIfARunCannotBeReadAnywhere(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.LIST, Place.RETRIEVAL));

        List<BatchEvent> events = batch(BatchItem.suite("checkout"));

        assertEnded(finished(events), List.of("r1", "r3"));
        assertThat(events)
                .filteredOn(Abandoned.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Abandoned.class,
                        event -> assertThat(event.lastSeen().runId()).isEqualTo(ODD));
        assertThat(SERVICE.count("POST", SUITE_RUNS)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchEndsTheOthersIfTheRunIsInNoList(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.TRIGGER, Place.LIST));

        List<BatchEvent> events = batch(BatchItem.suite("checkout"));

        assertEnded(finished(events), List.of("r1", "r3"));
        assertThat(events).filteredOn(OutcomeUnknown.class::isInstance).singleElement();
        assertThat(events.get(events.size() - 1)).isInstanceOfSatisfying(OutcomeUnknown.class, unknown -> {
            assertThat(unknown.isPartial()).isTrue();
            assertSaysThatRunsExist(unknown.error());
        });
        assertThat(SERVICE.count("POST", SUITE_RUNS)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchCountsTheRunThatOnlyTheListShows(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.TRIGGER));
        BatchProgress progress = new BatchProgress();
        TotalsCollector totals = new TotalsCollector();

        for (BatchEvent event : batch(BatchItem.suite("checkout"))) {
            progress.accept(event);
            totals.accept(event);
        }

        for (RunTotals counted :
                List.of(progress.totals().overall(), totals.totals().overall())) {
            assertThat(counted.runs()).isEqualTo(3);
            assertThat(counted.triggeredItems()).isEqualTo(1);
            assertThat(counted.failedItems()).isZero();
        }
        assertThat(progress.waiting()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void totalsCountRunsWithoutAStatus(Oddity oddity) {
        odd = new Odd("status", oddity, List.of(Place.TRIGGER));
        TotalsCollector totals = new TotalsCollector();

        batch(BatchItem.suite("checkout")).forEach(totals::accept);

        assertThat(totals.totals().overall().byStatus().values()).isNotEmpty().allMatch(count -> count > 0);
        assertThat(totals.totals().overall().runs()).isEqualTo(3);
    }

    /** The list shows a run that the response of the trigger does not. */
    @ParameterizedTest
    @EnumSource
    void triggerAndObserveShowsTheRunOfTheListLikeTheOthers(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.TRIGGER));

        List<String> seen = suites().triggerAndObserve(
                        "checkout", TriggerTestSuiteRunsRequest.builder().build())
                .filter(run -> run.runId().equals(ODD))
                .map(run -> String.valueOf(run.status()))
                .collectList()
                .block();

        assertThat(seen).containsExactly("running", "passed");
        assertAsked(2, 0);
    }

    /** The service may show runs that it has just created a little later. */
    @Test
    void triggerAndFollowSeesARunThatTheListShowsLater() {
        odd = new Odd("run_id", Oddity.MISSING, List.of(Place.TRIGGER));
        isListed = run -> lists.get() >= 2 || !ODD.equals(run.get("run_id"));

        List<TestRun> ended = follow().collectList().block();

        assertEnded(Objects.requireNonNull(ended), ALL);
        assertAsked(2, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{}"})
    void aSuiteOfWhichNoRunHasAnIdIsFoundByItsList(String id) {
        answerRunIds(id);
        assertEnded(Objects.requireNonNull(follow().collectList().block()), ALL);
        assertThat(SERVICE.count("POST", SUITE_RUNS)).isEqualTo(1);

        answerRunIds(id);
        List<BatchEvent> events = batch(BatchItem.suite("checkout"));
        assertEnded(finished(events), ALL);
        assertThat(events).noneMatch(TriggerFailed.class::isInstance).noneMatch(OutcomeUnknown.class::isInstance);
        assertThat(SERVICE.count("POST", SUITE_RUNS)).isEqualTo(1);
    }

    @Test
    void aSuiteOfWhichNothingIsIdentifiedSaysThatItsRunsExist() {
        SERVICE.answer(asked -> Answer.json("[{},{}]"));
        StepVerifier.create(follow()).verifyErrorSatisfies(error -> {
            assertThat(error).isInstanceOf(DecodingException.class).hasMessageContaining("exists");
            assertThat(((DecodingException) error).unreadable()).hasSize(2);
        });
        assertAsked(0, 0);

        SERVICE.answer(asked -> Answer.json("[{},{}]"));
        assertThat(batch(BatchItem.suite("checkout"))).singleElement().isInstanceOf(OutcomeUnknown.class);
        assertAsked(0, 0);
    }

    @Test
    void anotherRunIsNotTakenForTheOneThatWasAskedFor() {
        refusal = 403;
        SERVICE.answer(asked -> {
            Answer answer = answer(asked);
            return asked.path().endsWith("/runs/r2")
                    ? new Answer(
                            answer.status(), answer.contentType(), answer.body().replace("\"r2\"", "\"r9\""))
                    : answer;
        });

        List<TestRun> ended = follow().takeUntilOther(Flux.defer(() -> sought(20)))
                .collectList()
                .block();

        assertThat(ended).extracting(TestRun::runId).containsExactlyInAnyOrder("r1", "r3");
    }

    /** The ones that are known have ended when the others are sought. */
    @Test
    void runsAreSoughtEvenIfTheOthersHaveEnded() {
        SERVICE.answer(asked -> {
            Answer answer = answer(asked);
            return asked.method().equals("POST")
                    ? new Answer(
                            201,
                            answer.contentType(),
                            "[{\"run_id\":\"r1\",\"test_id\":\"t-r1\",\"status\":\"passed\",\"test_suite_run_id\":\"s\"},"
                                    + "{\"test_id\":\"t-r2\",\"test_suite_run_id\":\"s\"},"
                                    + "{\"test_id\":\"t-r3\",\"test_suite_run_id\":\"s\"}]")
                    : answer;
        });

        assertThat(follow().collectList().block()).extracting(TestRun::runId).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(finished(batch(BatchItem.suite("checkout"))))
                .extracting(TestRun::runId)
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "false", "0", "\"0001-01-01T00:00:00Z\"", "{}"})
    void whatIsNoTimeEndsNoRun(String completedAt) {
        TestRun run = TelnyxJson.read(
                "{\"run_id\":\"r\",\"status\":\"queued\",\"completed_at\":" + completedAt + "}", TestRun.class);

        assertThat(run.hasEnded()).isFalse();
    }

    /** Answers a trigger with the given value for the id of every run. */
    private void answerRunIds(String id) {
        SERVICE.answer(asked -> {
            Answer answer = answer(asked);
            return asked.method().equals("POST")
                    ? new Answer(
                            answer.status(),
                            answer.contentType(),
                            answer.body().replaceAll("\"run_id\":\"\\w+\"", "\"run_id\":" + id))
                    : answer;
        });
    }

    @Test
    void triggerAndAwaitWithAnEmptyIdSaysThatTheRunExists() {
        answerRunIds("\"\"");

        StepVerifier.create(runs().triggerAndAwait(
                                "t-r2", TriggerTestRunRequest.builder().build()))
                .verifyErrorSatisfies(OddRunsTest::assertSaysThatRunsExist);

        assertAsked(0, 0);
    }

    @Test
    void aBatchWithAnEmptyIdSaysThatTheRunExists() {
        answerRunIds("\"\"");

        assertThat(batch(BatchItem.test("t-r2")))
                .singleElement()
                .isInstanceOfSatisfying(OutcomeUnknown.class, event -> assertSaysThatRunsExist(event.error()));
        assertAsked(0, 0);
    }

    static Stream<Arguments> emptyTexts() {
        return FIELDS.stream()
                .filter(field -> !field.equals("run_id"))
                .flatMap(field -> Stream.of(Place.values()).map(place -> Arguments.of(field, place)));
    }

    static Stream<Arguments> emptyTextsOfAFollower() {
        return emptyTexts().filter(odd -> !odd.get()[0].equals("test_suite_run_id") || odd.get()[1] != Place.TRIGGER);
    }

    static Stream<Arguments> emptyTextsOfABatch() {
        return emptyTexts()
                .filter(odd -> !String.valueOf(odd.get()[0]).matches("test_id|test_suite_run_id")
                        || odd.get()[1] != Place.RETRIEVAL);
    }

    @Test
    void anEmptyIdOfTheSuiteRunIsNoFilter() {
        anEmptyTextCostsNoRun("test_suite_run_id", Place.TRIGGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test_id", "test_suite_run_id"})
    void aBatchRemembersTheIdsOfARun(String field) {
        anEmptyTextCostsNoRunOfABatch(field, Place.RETRIEVAL);
    }

    @ParameterizedTest
    @MethodSource("emptyTextsOfAFollower")
    void anEmptyTextCostsNoRun(String field, Place place) {
        odd = new Odd(field, Oddity.MISSING, List.of(place));
        isEmpty = true;
        refusal = place == Place.RETRIEVAL ? 403 : 0;

        List<TestRun> ended = follow().collectList().block();

        assertEnded(Objects.requireNonNull(ended), ALL);
        assertThat(SERVICE.count("POST", SUITE_RUNS)).isEqualTo(1);
        assertThat(SERVICE.asked()).noneMatch(asked -> "".equals(asked.query().get("test_suite_run_id")));
    }

    @ParameterizedTest
    @MethodSource("emptyTextsOfABatch")
    void anEmptyTextCostsNoRunOfABatch(String field, Place place) {
        odd = new Odd(field, Oddity.MISSING, List.of(place));
        isEmpty = true;
        refusal = place == Place.RETRIEVAL ? 403 : 0;

        List<BatchEvent> events = batch(BatchItem.suite("checkout"));

        assertEnded(finished(events), ALL);
        assertThat(SERVICE.count("POST", SUITE_RUNS)).isEqualTo(1);
        assertThat(SERVICE.asked()).noneMatch(asked -> "".equals(asked.query().get("test_suite_run_id")));
    }

    /** It is not known to which test the run belongs, and there is no list. */
    @Test
    void triggerAndFollowEndsTheOthersIfTheTestOfARunIsNotKnown() {
        odd = new Odd("test_id", Oddity.MISSING, List.of(Place.TRIGGER));
        refusal = 403;

        assertOthersEnd();
    }

    @Test
    void triggerAndFollowEndsTheOthersIfTheTestIdOfARunIsEmpty() {
        isEmpty = true;
        triggerAndFollowEndsTheOthersIfTheTestOfARunIsNotKnown();
    }

    @Test
    void aBatchEndsTheOthersIfTheTestIdOfARunIsEmpty() {
        isEmpty = true;
        aBatchEndsTheOthersIfTheTestOfARunIsNotKnown();
    }

    @Test
    void aBatchEndsTheOthersIfTheTestOfARunIsNotKnown() {
        odd = new Odd("test_id", Oddity.MISSING, List.of(Place.TRIGGER));
        refusal = 403;

        List<BatchEvent> events = batch(BatchItem.suite("checkout"));

        assertEnded(finished(events), List.of("r1", "r3"));
        assertThat(events).filteredOn(Abandoned.class::isInstance).hasSize(1);
    }

    /** As a service does that ignores the filter of the list. */
    @Test
    void triggerAndFollowLeavesTheRunsOfOthersOut() {
        hasStranger = true;

        List<TestRun> ended = follow().collectList().block();

        assertEnded(Objects.requireNonNull(ended), ALL);
    }

    @Test
    void aBatchLeavesTheRunsOfOthersOut() {
        hasStranger = true;

        assertEnded(finished(batch(BatchItem.suite("checkout"))), ALL);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchDoesNotTakeARunOfOthersForTheOneThatIsSought(Oddity oddity) {
        odd = new Odd("run_id", oddity, List.of(Place.TRIGGER));
        hasStranger = true;

        assertEnded(finished(batch(BatchItem.suite("checkout"))), ALL);
    }

    /** The list answers with something that is no list. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"items\":[]}", "{\"errors\":[{\"title\":\"No\"}]}", "{\"data\":null}"})
    void triggerAndFollowRetrievesOneByOneIfTheListIsNone(String body) {
        answerLists(body);

        List<TestRun> ended = follow().collectList().block();

        assertEnded(Objects.requireNonNull(ended), ALL);
        assertAsked(2, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\":[]}", "{\"errors\":[{\"title\":\"No\"}]}", "{\"data\":null}"})
    void aBatchRetrievesOneByOneIfTheListIsNone(String body) {
        answerLists(body);

        assertEnded(finished(batch(BatchItem.suite("checkout"))), ALL);
        assertAsked(2, 6);
    }

    private void answerLists(String body) {
        SERVICE.answer(asked ->
                asked.method().equals("GET") && asked.path().endsWith(SUITE_RUNS) ? Answer.json(body) : answer(asked));
    }

    @Test
    void runsWithoutASuiteRunAreRetrievedOneByOne() {
        odd = new Odd("test_suite_run_id", Oddity.MISSING, List.of(Place.TRIGGER));
        SERVICE.answer(asked -> {
            Answer answer = answer(asked);
            return new Answer(
                    answer.status(),
                    answer.contentType(),
                    answer.body().replace("\"test_suite_run_id\":\"s\"", "\"s\":1"));
        });

        List<TestRun> ended = follow().collectList().block();

        assertThat(ended).extracting(TestRun::runId).containsExactlyInAnyOrderElementsOf(ALL);
        assertAsked(0, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 422})
    void triggerAndFollowRetrievesOneByOneIfTheListIsRefused(int status) {
        refusal = status;

        List<TestRun> ended = follow().collectList().block();

        assertEnded(Objects.requireNonNull(ended), ALL);
        assertAsked(2, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 422})
    void aBatchRetrievesOneByOneIfTheListIsRefused(int status) {
        refusal = status;

        List<BatchEvent> events = batch(BatchItem.suite("checkout"));

        assertEnded(finished(events), ALL);
        assertThat(events).noneMatch(Abandoned.class::isInstance);
        assertAsked(2, 6);
    }

    @Test
    void aRunThatTheListLeavesOutIsRetrieved() {
        isListed = run -> !ODD.equals(run.get("run_id"));

        List<TestRun> ended = follow().collectList().block();

        assertEnded(Objects.requireNonNull(ended), ALL);
        assertAsked(2, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "timeout", "cancelled"})
    void aCompletionTimeEndsARunInAnyStatus(String status) {
        end = status;

        TestRun alone = runs().triggerAndAwait(
                        "t-r2", TriggerTestRunRequest.builder().build())
                .block();
        assertThat(Objects.requireNonNull(alone).status()).hasToString(status);
        assertAsked(0, 2);

        SERVICE.answer(this::answer);
        List<TestRun> followed = follow().collectList().block();
        assertThat(followed)
                .hasSize(3)
                .allMatch(run -> String.valueOf(run.status()).equals(status));
        assertAsked(2, 0);

        lists.set(0);
        SERVICE.answer(this::answer);
        assertThat(finished(batch(BatchItem.suite("checkout"))))
                .hasSize(3)
                .allMatch(run -> String.valueOf(run.status()).equals(status));
        assertAsked(2, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "timeout", "cancelled"})
    void withoutACompletionTimeAStatusThatIsUnknownIsNoEnd(String status) {
        end = status;
        completes = false;
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        try (TelnyxClient patient = SERVICE.client()
                .scheduler(time)
                .deadline(Duration.ofDays(10_000))
                .polling(PollingSchedule.fixed(Duration.ofSeconds(1)), Duration.ofDays(1_000))
                .build()) {
            CompletableFuture<List<TestRun>> following = patient.ai()
                    .assistants()
                    .tests()
                    .testSuites()
                    .runs()
                    .triggerAndFollow(
                            "checkout", TriggerTestSuiteRunsRequest.builder().build())
                    .collectList()
                    .toFuture();
            // At the fourth look, the third was understood.
            Await.until(() -> {
                time.advanceTimeBy(Duration.ofSeconds(1));
                return lists.get() >= 4;
            });
            assertThat(following).isNotDone();
            time.advanceTimeBy(Duration.ofDays(2_000));

            StepVerifier.create(Mono.fromFuture(following))
                    .verifyErrorSatisfies(error -> assertLastSeen(error, status));
        }
        assertThat(SERVICE.count("POST", SUITE_RUNS)).isEqualTo(1);
    }

    private static void assertLastSeen(@Nullable Throwable error, String status) {
        assertThat(error).isInstanceOfSatisfying(PollingDeadlineException.class, e -> {
            assertThat(e.lastSeen(TestRun.class)).extracting(TestRun::runId).containsExactlyElementsOf(ALL);
            assertThat(e.lastSeen(TestRun.class))
                    .extracting(run -> String.valueOf(run.status()))
                    .containsOnly(status);
        });
    }
}
