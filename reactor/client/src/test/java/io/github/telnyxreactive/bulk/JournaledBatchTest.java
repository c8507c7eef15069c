package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.OutcomeUnknown;
import io.github.telnyxreactive.bulk.BatchEvent.Triggered;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.Unkindness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;
import tools.jackson.databind.node.JsonNodeFactory;

/** Batches that are resumed from a journal in a file. */
class JournaledBatchTest {

    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    private static final String TRIGGER_TEST = "assistants.tests.runs.trigger";
    private static final int TESTS = 3;
    private static final List<String> SUITES = List.of("checkout", "refunds", "support");

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .outcomes(1, 0, 0)
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(30))
            .start();

    private final TelnyxClient client = Clients.of(simulator).build();

    JournaledBatchTest() {
        SUITES.forEach(suite -> simulator.addSuite(suite, TESTS));
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private FileJournal journal() {
        return FileJournal.at(folder.resolve("batch.jsonl"));
    }

    private static Flux<BatchItem> work() {
        return Flux.fromIterable(SUITES).map(BatchItem::suite);
    }

    private static BatchOptionsBuilder options() {
        return BatchOptions.builder()
                .maxLag(Duration.ZERO)
                .polling(new PollingSchedule(Duration.ofMillis(10), Duration.ofMillis(30), 1.5, 0.2));
    }

    private Flux<BatchEvent> batch(TelnyxClient by, BatchOptions options) {
        return by.ai().assistants().tests().batch(options).run(work(), journal());
    }

    private List<BatchEvent> run() {
        return run(options -> options);
    }

    private List<BatchEvent> run(UnaryOperator<BatchOptionsBuilder> change) {
        return batch(client, change.apply(options()).build()).collectList().block();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(journal().path());
    }

    private static <E extends BatchEvent> List<E> only(Class<E> type, List<BatchEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Set<String> finished(List<BatchEvent> events) {
        return only(Finished.class, events).stream()
                .map(event -> event.run().runId())
                .collect(Collectors.toSet());
    }

    private void assertEachTestHasRunOnce(List<BatchEvent> events) {
        assertThat(simulator.runs()).hasSize(SUITES.size() * TESTS);
        assertThat(finished(events)).hasSize(SUITES.size() * TESTS);
        assertThat(only(Finished.class, events)).hasSize(SUITES.size() * TESTS);
        assertThat(only(OutcomeUnknown.class, events)).isEmpty();
    }

    @Test
    void aCompletedBatchIsOnlyReadAgain() {
        assertEachTestHasRunOnce(run());
        simulator.clearRequests();

        List<BatchEvent> again = run();

        assertEachTestHasRunOnce(again);
        assertThat(only(Triggered.class, again)).hasSize(SUITES.size());
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void namesOfTestsAndTotalsAreKept() {
        run();
        TotalsCollector totals = new TotalsCollector();
        List<BatchEvent> again = client.ai()
                .assistants()
                .tests()
                .batch(options().build())
                .run(Flux.empty(), journal(), totals)
                .collectList()
                .block();

        assertThat(only(Finished.class, again)).allMatch(event -> event.testName() != null);
        assertThat(totals.totals().overall().isAllPassed()).isTrue();
        assertThat(totals.totals().overall().triggeredItems()).isEqualTo(SUITES.size());
        assertThat(totals.totals().overall().runs()).isEqualTo(SUITES.size() * TESTS);
    }

    @Test
    void aBatchThatIsCancelledAtAnyEventIsResumed() {
        Set<String> all = new HashSet<>();
        for (int events = 0; events < 12; events++) {
            int seen = events;
            List<BatchEvent> some = whenClosed(batch(client, options().build()))
                    .take(seen)
                    .collectList()
                    .block();
            all.addAll(finished(some));
        }

        List<BatchEvent> events = runWhenClosed();

        assertEachTestHasRunOnce(events);
        assertThat(finished(events)).containsAll(all);
    }

    private List<BatchEvent> runWhenClosed() {
        return whenClosed(batch(client, options().build())).collectList().block();
    }

    /** A batch that is cancelled closes its journal soon afterwards. */
    private static Flux<BatchEvent> whenClosed(Flux<BatchEvent> batch) {
        return batch.retryWhen(Retry.indefinitely().filter(JournalException.class::isInstance));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aBatchIsResumedAfterAnyLineOfItsJournalWithAnyLimit(int limit) throws IOException {
        run(options -> options.maxConcurrentRuns(limit));
        List<String> all = lines();
        for (int lines = 1; lines <= all.size(); lines++) {
            Files.writeString(journal().path(), String.join("\n", all.subList(0, lines)) + "\n{\"entry\":\"en");

            assertEachTestHasRunOnce(run(options -> options.maxConcurrentRuns(limit)));
            assertEachTestHasRunOnce(run(options -> options.maxConcurrentRuns(limit == 3 ? 3 : 50)));
        }
    }

    @Test
    void aSuiteThatMayRunAsAWholeIsNotTriggeredTestByTest() throws IOException {
        run();
        keepUntil("\"begun\"");

        List<BatchEvent> events = run(options -> options.maxConcurrentRuns(2).itemDeadline(Duration.ofMillis(500)));

        assertThat(only(OutcomeUnknown.class, events)).hasSize(1);
        // The others are known to be new, and their keys differ from those of the whole suites.
        assertThat(simulator.runs()).hasSize(SUITES.size() * TESTS + 2 * TESTS);
    }

    /** Keeps the lines up to the first with some text. */
    private void keepUntil(String text) throws IOException {
        List<String> all = lines();
        int last = 0;
        while (!all.get(last).contains(text)) {
            last++;
        }
        Files.write(journal().path(), all.subList(0, last + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 422})
    void whatWasUnknownOnceStaysUnknownWhateverARepetitionSays(int status) {
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.resetAfterProcessing()));
        List<BatchEvent> first =
                batch(client, options().maxAttempts(2).build()).collectList().block();
        assertThat(only(OutcomeUnknown.class, first)).hasSize(SUITES.size()).allSatisfy(event -> {
            assertThat(event.isPartial()).isFalse();
            assertThat(event.idempotencyKey()).isNotEmpty();
        });
        simulator.clearFaults();
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.status(status, "{}", "application/json")));

        List<BatchEvent> second =
                batch(client, options().build()).onErrorComplete().collectList().block();

        assertThat(only(OutcomeUnknown.class, second)).isNotEmpty();
        assertThat(only(BatchEvent.TriggerFailed.class, second)).isEmpty();
        simulator.clearFaults();
        assertEachTestHasRunOnce(run());
    }

    @Test
    void theFirstWordOnAnItemBindsHoweverOftenAResumeIsInterrupted() throws IOException {
        run();
        keepUntil("\"begun\"");
        rewrite(line -> age(line, Duration.ofHours(25)));
        String key = lines().get(lines().size() - 1);
        for (int i = 0; i < 3; i++) {
            whenClosed(batch(client, options().build())).take(i).collectList().block();
        }
        simulator.clearRequests();

        List<BatchEvent> events = runWhenClosed();

        assertThat(only(OutcomeUnknown.class, events)).singleElement().satisfies(event -> {
            assertThat(key).contains(event.idempotencyKey());
            assertThat(event.error())
                    .isInstanceOf(TriggerExpiredException.class)
                    .hasMessageContaining("run it twice");
        });
        assertThat(simulator.runs()).hasSize(SUITES.size() * TESTS);
    }

    private void rewrite(UnaryOperator<String> change) throws IOException {
        Files.write(journal().path(), lines().stream().map(change).toList());
    }

    /** Sets back the time at which an item was begun. */
    private static String age(String line, Duration age) {
        return line.contains("\"begun\"")
                ? line.replaceAll(
                        "\"at\":\"[^\"]*\"",
                        "\"at\":\"" + OffsetDateTime.now(ZoneOffset.UTC).minus(age) + "\"")
                : line;
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 22 * 60})
    void aKeyIsUsedAgainWithin23Hours(long minutes) throws IOException {
        run();
        keepUntil("\"begun\"");
        rewrite(line -> age(line, Duration.ofMinutes(minutes)));

        assertEachTestHasRunOnce(run());
    }

    @Test
    void aClockThatWasSetBackMakesTheAgeOfAKeyUncertain() throws IOException {
        run();
        keepUntil("\"begun\"");
        rewrite(line -> age(line, Duration.ofHours(-2)));

        List<BatchEvent> events = run();

        assertThat(only(OutcomeUnknown.class, events)).hasSize(1);
        assertThat(simulator.runs()).hasSize(SUITES.size() * TESTS);
    }

    @Test
    void aJournalOfAnotherAccountIsRefused() throws IOException {
        run();
        keepUntil("\"started\"");
        try (Simulator other = Simulator.builder().apiKey("KEY-other").port(0).start()) {
            SUITES.forEach(suite -> other.addSuite(suite, TESTS));
            try (TelnyxClient stranger = Clients.of(other).build()) {
                rewrite(line -> line.replace(simulator.baseUrl(), other.baseUrl()));

                StepVerifier.create(batch(stranger, options().build()))
                        .expectErrorSatisfies(error -> assertThat(error)
                                .isInstanceOf(JournalException.class)
                                .hasMessageContaining("not the one that the batch was started with"))
                        .verify();
                assertThat(other.runs()).isEmpty();
                List<BatchEvent> trusted = batch(
                                stranger, options().sameAccount(true).build())
                        .collectList()
                        .block();
                assertThat(only(BatchEvent.Abandoned.class, trusted)).hasSize(TESTS);
            }
        }
    }

    @Test
    void aJournalOfAnotherAddressIsRefused() throws IOException {
        run();
        rewrite(line -> line.replace(simulator.baseUrl(), "https://api.telnyx.com/v2"));

        StepVerifier.create(batch(client, options().build()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("https://api.telnyx.com/v2")
                        .hasMessageContaining(simulator.baseUrl()))
                .verify();
    }

    @Test
    void anotherKeyThatCanReadARunIsAccepted() throws IOException {
        run();
        keepUntil("\"started\"");
        rewrite(line -> line.replaceAll("\"fingerprint\":\"[0-9a-f]*\"", "\"fingerprint\":\"00\""));

        assertEachTestHasRunOnce(run());
        assertThat(lines()).anyMatch(line -> line.contains("\"entry\":\"account\""));
    }

    @Test
    void theKeyOfTheApiIsNotInTheJournal() throws IOException {
        run();

        assertThat(lines().get(0)).contains(simulator.baseUrl(), "fingerprint");
        assertThat(Files.readString(journal().path())).doesNotContain(simulator.apiKey());
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        run();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(journal().path())))
                .isEqualTo("rw-------");
    }

    @Test
    void onlyOneBatchAtATimeHasItOpen() {
        BatchJournal.Session held = journal().open().block();

        StepVerifier.create(batch(client, options().build()))
                .expectErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(JournalException.class).hasMessageContaining("another process"))
                .verify();
        held.close().block();
        assertEachTestHasRunOnce(run());
    }

    @Test
    void afterAnEntryThatCannotBeWrittenNothingIsBegun() {
        BatchJournal.Session session = journal().open().block();
        ItemId item = ItemId.of(BatchItem.suite("checkout"));
        TestRunDetailResult unwritable = new TestRunDetailResult(
                "Tone", TestRunStatus.PASSED, Map.of("odd", JsonNodeFactory.instance.pojoNode(new Unwritable())));
        RunState run = RunState.of(Runs.run("r", TestRunStatus.PASSED)).withRubric(List.of(unwritable));
        session.record(new JournalEntry.Ended(item, run, null));

        StepVerifier.create(
                        session.begin(new JournalEntry.Begun(item, null, "key", 3, OffsetDateTime.now(ZoneOffset.UTC))))
                .expectError(JournalException.class)
                .verify();
        StepVerifier.create(session.failure())
                .expectError(JournalException.class)
                .verify();
        session.close().onErrorComplete().block();
    }

    /** Throws when it is written as JSON. */
    public static final class Unwritable {

        public String getValue() {
            throw new IllegalStateException("no value");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void whatWasBegunStaysUnknownIfTheLimitInTotalRefusesIt(int limit) throws IOException {
        run(options -> options.maxConcurrentRuns(limit));
        keepUntil("\"begun\"");
        int before = simulator.runs().size();

        List<BatchEvent> events =
                run(options -> options.maxConcurrentRuns(limit).maxRuns(1).itemDeadline(Duration.ofMillis(500)));

        assertThat(only(OutcomeUnknown.class, events)).hasSize(1);
        assertThat(only(BatchEvent.TriggerFailed.class, events)).hasSize(2);
        assertThat(simulator.runs()).hasSize(before);
    }

    @Test
    void aClosedJournalTakesNothingMore() {
        BatchJournal.Session session = journal().open().block();
        session.close().block();
        JournalEntry.Begun late = new JournalEntry.Begun(
                ItemId.of(BatchItem.suite("checkout")), null, "key", 3, OffsetDateTime.now(ZoneOffset.UTC));

        StepVerifier.create(session.begin(late))
                .expectError(JournalException.class)
                .verify();
        StepVerifier.create(session.entries())
                .expectError(JournalException.class)
                .verify();
    }

    @Test
    void anInvalidLineInTheMiddleIsAnError() throws IOException {
        run();
        Files.writeString(journal().path(), "nonsense\n{\"entry\":\"completed\"}\n", StandardOpenOption.APPEND);

        StepVerifier.create(batch(client, options().build()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("is invalid, so it is not known what was done"))
                .verify();
    }

    @Test
    void nothingIsTriggeredThatTheJournalDoesNotSay() {
        BatchJournal full = () -> journal().open().map(Full::new);

        StepVerifier.create(client.ai()
                        .assistants()
                        .tests()
                        .batch(options().build())
                        .run(work(), full)
                        .ignoreElements())
                .expectErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(JournalException.class).hasMessage("no space"))
                .verify();
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertEachTestHasRunOnce(run());
    }

    @Test
    void testsWithoutARunAreNotForgotten() {
        try (Simulator unkind = Simulator.builder()
                        .outcomes(1, 0, 0)
                        .runDuration(Duration.ofMillis(10), Duration.ofMillis(30))
                        .unkindness(Unkindness.builder().missingRuns(0.5).build())
                        .start();
                TelnyxClient other = Clients.of(unkind).build()) {
            SUITES.forEach(suite -> unkind.addSuite(suite, TESTS));
            List<BatchEvent> first =
                    batch(other, options().build()).collectList().block();
            assertThat(only(BatchEvent.NotStarted.class, first)).isNotEmpty();
            TotalsCollector totals = new TotalsCollector();

            other.ai()
                    .assistants()
                    .tests()
                    .batch(options().build())
                    .run(Flux.empty(), journal(), totals)
                    .blockLast();

            assertThat(totals.totals().overall().notStarted())
                    .isEqualTo(only(BatchEvent.NotStarted.class, first).size());
            assertThat(totals.totals().overall().isAllPassed()).isFalse();
        }
    }

    @Test
    void whatWasRefusedIsTriggeredAgain() {
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.status(422, "{}", "application/json")));
        List<BatchEvent> first = run();
        assertThat(only(BatchEvent.TriggerFailed.class, first)).hasSize(1);

        List<BatchEvent> second = client.ai()
                .assistants()
                .tests()
                .batch(options().build())
                .run(Flux.empty(), journal())
                .collectList()
                .block();

        assertEachTestHasRunOnce(second);
    }

    @Test
    void aLargerSuiteIsTriggeredTestByTestAndKnownByItsTests() {
        assertEachTestHasRunOnce(run(options -> options.maxConcurrentRuns(2)));
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertThat(simulator.requestCount(TRIGGER_TEST)).isEqualTo(SUITES.size() * TESTS);
    }

    @Test
    void theLimitInTotalCountsWhatWasStartedBefore() {
        List<BatchEvent> first = run(options -> options.maxRuns(4));
        assertThat(simulator.runs()).hasSize(TESTS);
        assertThat(only(BatchEvent.TriggerFailed.class, first)).hasSize(2);

        List<BatchEvent> second = run(options -> options.maxRuns(6));

        assertThat(simulator.runs()).hasSize(2 * TESTS);
        assertThat(only(BatchEvent.TriggerFailed.class, second)).hasSize(1);
    }

    /** A session on a disk that is full. */
    private record Full(BatchJournal.Session session) implements BatchJournal.Session {

        @Override
        public Flux<JournalEntry> entries() {
            return session.entries();
        }

        @Override
        public Mono<Void> begin(JournalEntry.Begun entry) {
            return Mono.error(new JournalException(JournalException.Reason.UNWRITABLE, "no space"));
        }

        @Override
        public void record(JournalEntry entry) {
            session.record(entry);
        }

        @Override
        public Mono<Void> failure() {
            return session.failure();
        }

        @Override
        public Mono<Void> close() {
            return session.close();
        }
    }
}
