package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.UnresolvedItem.FoundRun;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.CreatedRun;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.Unkindness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Items of a journal whose outcome is not known, what exists for them, and what is decided about them. */
class ResolvedBatchTest {

    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    private static final String LIST = "assistants.tests.testSuites.runs.list";
    private static final String RETRIEVE = "assistants.tests.runs.retrieve";
    private static final ItemId CHECKOUT = ItemId.of(BatchItem.suite("checkout"));

    @TempDir
    private Path folder;

    /** By how much the clock of the service is ahead. */
    private volatile Duration ahead = Duration.ZERO;

    private Simulator simulator = simulator(Unkindness.builder().build());
    private TelnyxClient client = Clients.of(simulator).build();
    private List<AssistantTest> tests = simulator.addSuite("checkout", 2);

    private Simulator simulator(Unkindness unkindness) {
        return Simulator.builder()
                .outcomes(1, 0, 0)
                .runDuration(Duration.ofMillis(5), Duration.ofMillis(20))
                .clock(() -> Instant.now().plus(ahead))
                .unkindness(unkindness)
                .start();
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private void replace(Unkindness unkindness) {
        close();
        simulator = simulator(unkindness);
        client = Clients.of(simulator).build();
        tests = simulator.addSuite("checkout", 2);
    }

    private BatchJournal journal() {
        return FileJournal.at(folder.resolve("batch.jsonl"));
    }

    private TestBatch batch() {
        return client.ai()
                .assistants()
                .tests()
                .batch(BatchOptions.builder()
                        .maxLag(Duration.ZERO)
                        .polling(new PollingSchedule(Duration.ofMillis(5), Duration.ofMillis(20), 1.5, 0.2))
                        .build());
    }

    private List<BatchEvent> run(BatchItem... work) {
        return batch().run(Flux.just(work), journal()).collectList().block();
    }

    private List<UnresolvedItem> unresolved() {
        return batch().unresolved(journal()).block();
    }

    private void resolve(ItemResolution... resolutions) {
        batch().resolve(List.of(resolutions), journal()).block();
    }

    /** Keeps what was begun, as if the process had been killed before the responses. */
    private void loseResponses() throws IOException {
        keep("batch", "begun");
        simulator.clearRequests();
    }

    private void keep(String... entries) throws IOException {
        Path file = folder.resolve("batch.jsonl");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line ->
                                Stream.of(entries).anyMatch(entry -> line.startsWith("{\"entry\":\"" + entry + "\"")))
                        .toList());
    }

    @Test
    void findsTheRunOfASingleTest() throws IOException {
        String testId = tests.get(0).testId();
        run(BatchItem.suite("checkout"), BatchItem.test(testId).named("Card"));
        loseResponses();
        CreatedRun single = simulator.createdRuns().stream()
                .filter(run -> run.suiteRunId() == null)
                .findFirst()
                .orElseThrow();

        List<UnresolvedItem> items = unresolved();

        assertThat(items).extracting(UnresolvedItem::number).containsExactly(1, 2);
        UnresolvedItem test = items.stream()
                .filter(item -> item.item().kind() == BatchItem.Kind.TEST)
                .findFirst()
                .orElseThrow();
        // The runs of the suite are no runs of the single test.
        assertThat(test.found()).singleElement().satisfies(found -> {
            assertThat(found.run().runId()).isEqualTo(single.runId());
            assertThat(found.testName()).isEqualTo("Card");
            assertThat(found.owner()).isNull();
        });
        assertThat(test.repeatableUntil()).isEqualTo(test.from().plusHours(23));
        assertThat(test.from()).isBeforeOrEqualTo(test.to());
        assertThat(simulator.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void aRunOfAnotherTimeIsFoundByItsId() throws IOException {
        ahead = Duration.ofHours(3);
        run(BatchItem.suite("checkout"));
        run(BatchItem.test(tests.get(0).testId()));
        loseResponses();
        String suiteRun = simulator.createdRuns().get(0).suiteRunId();
        String single = simulator.createdRuns().get(2).runId();

        assertThat(unresolved()).allSatisfy(item -> assertThat(item.found()).isEmpty());
        simulator.clearRequests();
        resolve(
                ItemResolution.runs(CHECKOUT, List.of(suiteRun)),
                ItemResolution.runs(ItemId.of(BatchItem.test(tests.get(0).testId())), List.of(single)));

        assertThat(simulator.requestCount(LIST)).isEqualTo(2);
        assertThat(simulator.requestCount(RETRIEVE)).isEqualTo(1);
        assertThat(simulator.requests()).extracting(RecordedRequest::method).containsOnly("GET");
        assertThat(unresolved()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 5})
    void clocksMayDifferByMinutes(long minutes) throws IOException {
        ahead = Duration.ofMinutes(minutes);
        run(BatchItem.suite("checkout"));
        loseResponses();

        assertThat(unresolved()).singleElement().satisfies(item -> {
            assertThat(item.found()).hasSize(2);
            assertThat(item.unread()).isNull();
        });
    }

    @Test
    void settlesWhatMayHaveRunTwice() {
        replace(Unkindness.builder().forgottenKeys(Duration.ZERO).build());
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.resetAfterProcessing()));
        run(BatchItem.suite("checkout"));

        UnresolvedItem doubled = unresolved().get(0);

        assertThat(doubled.problem()).contains("it may have run twice");
        assertThat(doubled.known()).hasSize(2);
        assertThat(doubled.repeatableUntil()).isNull();
        assertThat(doubled.found()).hasSize(4);
        assertThat(doubled.found()).extracting(FoundRun::owner).containsOnly(CHECKOUT, null);
        String other = doubled.found().stream()
                .filter(found -> found.owner() == null)
                .map(found -> found.run().suiteRunId())
                .findFirst()
                .orElseThrow();

        resolve(ItemResolution.runs(CHECKOUT, List.of(other)));

        assertThat(unresolved()).isEmpty();
        TotalsCollector totals = new TotalsCollector();
        batch().resume(journal(), totals).blockLast();
        assertThat(totals.totals().overall().finished()).isEqualTo(4);
        assertThat(unresolved()).isEmpty();
    }

    @Test
    void theOtherRunsMayBeOfSomebodyElse() {
        replace(Unkindness.builder().forgottenKeys(Duration.ZERO).build());
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.resetAfterProcessing()));
        run(BatchItem.suite("checkout"));

        resolve(ItemResolution.notStarted(CHECKOUT));

        TotalsCollector totals = new TotalsCollector();
        batch().resume(journal(), totals).blockLast();
        assertThat(totals.totals().overall().finished()).isEqualTo(2);
        assertThat(totals.totals().overall().isAllPassed()).isTrue();
        assertThat(unresolved()).isEmpty();
        assertThat(simulator.requestCount(TRIGGER)).isEqualTo(2);
    }

    @Test
    void runsThatWereDecidedToBeOfOthersRaiseNoDoubt() throws IOException {
        replace(Unkindness.builder().forgottenKeys(Duration.ZERO).build());
        ahead = Duration.ofMinutes(-1);
        run(BatchItem.suite("checkout"));
        loseResponses();
        age(Duration.ofMinutes(1));
        ahead = Duration.ZERO;
        assertThat(unresolved().get(0).found()).hasSize(2);

        resolve(ItemResolution.notStarted(CHECKOUT));

        TotalsCollector totals = new TotalsCollector();
        batch().resume(journal(), totals).blockLast();
        assertThat(simulator.createdRuns()).hasSize(4);
        assertThat(totals.totals().overall().finished()).isEqualTo(2);
        assertThat(unresolved()).isEmpty();
    }

    @Test
    void runsThatWereDecidedToBeOfOthersRaiseNoDoubtAfterACrash() throws IOException {
        replace(Unkindness.builder().forgottenKeys(Duration.ZERO).build());
        ahead = Duration.ofMinutes(-1);
        run(BatchItem.suite("checkout"));
        loseResponses();
        age(Duration.ofMinutes(1));
        ahead = Duration.ZERO;
        resolve(ItemResolution.notStarted(CHECKOUT));
        batch().resume(journal(), new TotalsCollector()).blockLast();
        keep("batch", "begun", "resolved", "started");

        TotalsCollector totals = new TotalsCollector();
        batch().resume(journal(), totals).blockLast();

        assertThat(totals.totals().overall().finished()).isEqualTo(2);
        assertThat(totals.totals().overall().isAllPassed()).isTrue();
        assertThat(unresolved()).isEmpty();
        assertThat(simulator.createdRuns()).hasSize(4);
    }

    /** Makes what was begun older, as if it had been begun so long ago. */
    private void age(Duration by) throws IOException {
        Path file = folder.resolve("batch.jsonl");
        Files.writeString(
                file,
                Pattern.compile("(\"(?:at|started_at)\":\")([^\"]*)\"")
                        .matcher(Files.readString(file))
                        .replaceAll(time -> time.group(1)
                                + OffsetDateTime.parse(time.group(2)).minus(by) + "\""));
    }

    @Test
    void saysIfTheServiceDoesNotListRuns() throws IOException {
        run(BatchItem.suite("checkout"));
        loseResponses();
        simulator.inject(FaultRule.on(LIST).inject(Fault.status(404, "{\"errors\":[]}", "application/json")));

        assertThat(unresolved()).singleElement().satisfies(item -> {
            assertThat(item.found()).isEmpty();
            assertThat(item.unread()).contains("the service does not list its runs", "404");
        });
    }

    @Test
    void refusesWhatIsKnown() {
        run(BatchItem.suite("checkout"));

        assertThatExceptionOfType(ResolutionException.class)
                .isThrownBy(() -> resolve(ItemResolution.notStarted(CHECKOUT)))
                .withMessageContaining("the outcome of the suite \"checkout\" is known");
        assertThatThrownBy(() -> ItemResolution.runs(CHECKOUT, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneRunIsOfOneItem() throws IOException {
        run(BatchItem.suite("checkout"), BatchItem.suite("checkout").repetition(2));
        loseResponses();
        String suiteRun = simulator.createdRuns().get(0).suiteRunId();

        assertThatExceptionOfType(ResolutionException.class)
                .isThrownBy(() -> resolve(
                        ItemResolution.runs(CHECKOUT, List.of(suiteRun)),
                        ItemResolution.runs(
                                ItemId.of(BatchItem.suite("checkout").repetition(2)), List.of(suiteRun))))
                .withMessageContaining(
                        "cannot belong to both the suite \"checkout\" and the suite \"checkout\" (repeat 2)");
    }

    @Test
    void aRunOfASuiteIsNoRunOfATestOnItsOwn() throws IOException {
        AssistantTest test = tests.get(0);
        run(BatchItem.test(test.testId()));
        run(BatchItem.suite("checkout"));
        loseResponses();
        String ofSuite = simulator.createdRuns().stream()
                .filter(run -> run.suiteRunId() != null && run.testId().equals(test.testId()))
                .map(CreatedRun::runId)
                .findFirst()
                .orElseThrow();

        assertThatExceptionOfType(ResolutionException.class)
                .isThrownBy(
                        () -> resolve(ItemResolution.runs(ItemId.of(BatchItem.test(test.testId())), List.of(ofSuite))))
                .withMessageContaining("the run " + ofSuite + " is of the suite run ")
                .withMessageContaining("was triggered on its own");
    }

    @Test
    void aRunOfAnotherVersionIsOfAnotherItem() throws IOException {
        BatchItem second = BatchItem.suite("checkout").againstVersion("v2");
        run(BatchItem.suite("checkout").againstVersion("v1"));
        run(second);
        loseResponses();
        CreatedRun first = simulator.createdRuns().get(0);

        UnresolvedItem item = unresolved().get(1);
        assertThat(item.item()).isEqualTo(ItemId.of(second));
        assertThat(item.found()).extracting(FoundRun::versionId).containsOnly("v1", "v2");
        assertThatExceptionOfType(ResolutionException.class)
                .isThrownBy(() -> resolve(ItemResolution.runs(ItemId.of(second), List.of(first.runId()))))
                .withMessageContaining("is of the version v1, and not of the suite \"checkout\" (version v2)");
        resolve(ItemResolution.runs(
                ItemId.of(second), List.of(simulator.createdRuns().get(2).runId())));
        assertThat(unresolved()).hasSize(1);
    }

    @Test
    void aRunOfASuiteOfAnotherTimeIsFoundByItsOwnId() throws IOException {
        ahead = Duration.ofHours(3);
        run(BatchItem.suite("checkout"));
        loseResponses();

        resolve(ItemResolution.runs(
                CHECKOUT, List.of(simulator.createdRuns().get(1).runId())));

        TotalsCollector totals = new TotalsCollector();
        batch().resume(journal(), totals).blockLast();
        assertThat(totals.totals().overall().finished()).isEqualTo(2);
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void needsABatch() {
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(this::unresolved)
                .withMessageContaining("there is no journal ");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> resolve(ItemResolution.notStarted(CHECKOUT)))
                .withMessageContaining("there is no journal ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEmptyFileHasNoBatch() throws IOException {
        Files.createFile(folder.resolve("batch.jsonl"));

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(this::unresolved)
                .withMessageContaining("the journal has no batch");
    }

    @Test
    void onlyADecisionRecordsAnotherKey() throws IOException {
        run(BatchItem.suite("checkout"));
        loseResponses();
        Path file = folder.resolve("batch.jsonl");
        String content =
                Files.readString(file).replaceFirst("\"fingerprint\":\"[0-9a-f]{8}", "\"fingerprint\":\"00000000");
        Files.writeString(file, content);

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(this::unresolved)
                .withMessageContaining(": nothing was recorded, since another account has other runs");
        TestBatch same = client.ai()
                .assistants()
                .tests()
                .batch(BatchOptions.builder().sameAccount(true).build());
        assertThat(same.unresolved(journal()).block()).hasSize(1);
        assertThat(file).hasContent(content);
        same.resolve(List.of(ItemResolution.notStarted(CHECKOUT)), journal()).block();
        assertThat(Files.readString(file)).contains("{\"entry\":\"account\"", "{\"entry\":\"resolved\"");
    }
}
