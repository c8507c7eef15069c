package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a batch would run, and batches that are run from a plan in their journal. */
class PlannedBatchTest {

    private static final String TESTS = "assistants.tests.list";
    private static final String TEST = "assistants.tests.retrieve";

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .outcomes(1, 0, 0)
            .runDuration(Duration.ofMillis(5), Duration.ofMillis(20))
            .start();

    private final TelnyxClient client = Clients.of(simulator).build();
    private final List<AssistantTest> checkout = simulator.addSuite("checkout", 3);
    private final List<AssistantTest> support = simulator.addSuite("support", 120);

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private FileJournal journal() {
        return FileJournal.at(folder.resolve("batch.jsonl"));
    }

    private TestBatch batch(int maxConcurrentRuns) {
        return client.ai()
                .assistants()
                .tests()
                .batch(BatchOptions.builder()
                        .maxLag(Duration.ZERO)
                        .maxConcurrentRuns(maxConcurrentRuns)
                        .polling(new PollingSchedule(Duration.ofMillis(5), Duration.ofMillis(20), 1.5, 0.2))
                        .build());
    }

    private List<BatchItem> work() {
        return List.of(
                BatchItem.suite("checkout").againstVersion("v1"),
                BatchItem.test(support.get(7).testId()),
                BatchItem.suite("support"),
                BatchItem.suite("checkout").againstVersion("v1"));
    }

    @Test
    void saysWhatWouldRun() {
        BatchPlan plan = batch(50).plan(work()).block();

        assertThat(plan.items())
                .containsExactly(
                        new PlannedItem(ItemId.of(work().get(0)), null, 3),
                        new PlannedItem(ItemId.of(work().get(1)), support.get(7).name(), 1),
                        new PlannedItem(ItemId.of(work().get(2)), null, 120));
        assertThat(plan.suites()).isEqualTo(2);
        assertThat(plan.runs()).isEqualTo(124);
        assertThat(plan.channels().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(124);
        // A list, a trigger and a poll; a trigger and a poll; two lists, and 120 tests one by one.
        assertThat(plan.minRequests()).isEqualTo(3 + 2 + 2 + 240);
        assertThat(batch(120).plan(work()).block().minRequests()).isEqualTo(3 + 2 + 2 + 2);
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void everythingIsRepeatedInTurn() {
        BatchPlan once = batch(50).plan(work()).block();
        int requests = simulator.requestCount();

        BatchPlan thrice = once.repeated(3);

        assertThat(simulator.requestCount()).isEqualTo(requests);
        assertThat(thrice.items()).hasSize(9);
        assertThat(thrice.items().subList(0, 3)).isEqualTo(once.items());
        assertThat(thrice.items().subList(6, 9))
                .extracting(PlannedItem::item)
                .containsExactlyElementsOf(work().stream()
                        .limit(3)
                        .map(item -> ItemId.of(item.repetition(3)))
                        .toList());
        assertThat(thrice.items().get(4).testName()).isEqualTo(support.get(7).name());
        assertThat(thrice.runs()).isEqualTo(3 * once.runs());
        assertThat(thrice.calls()).isEqualTo(3 * once.calls());
        assertThat(thrice.minRequests()).isEqualTo(3 * once.minRequests());
        assertThat(once.repeated(1)).isEqualTo(once);
        assertThatIllegalArgumentException().isThrownBy(() -> once.repeated(0));
        assertThatIllegalArgumentException().isThrownBy(() -> thrice.repeated(2));
    }

    @Test
    void callsAreThoseOverVoiceChannels() {
        BatchPlan plan = new BatchPlan(
                List.of(),
                java.util.Map.of(
                        TelnyxConversationChannel.PHONE_CALL, 2,
                        TelnyxConversationChannel.WEB_CALL, 3,
                        TelnyxConversationChannel.SMS_CHAT, 4),
                0);

        assertThat(plan.calls()).isEqualTo(5);
    }

    @Test
    void eachSuiteIsReadOnceAndFewTestsAreRetrieved() {
        batch(50).plan(work()).block();

        assertThat(simulator.requestCount(TESTS)).isEqualTo(1 + 2);
        assertThat(simulator.requestCount(TEST)).isEqualTo(1);
        assertThat(simulator.requestCount()).isEqualTo(4);
    }

    @Test
    void manyTestsAreListed() {
        List<BatchItem> items = new ArrayList<>();
        support.forEach(test -> items.add(BatchItem.test(test.testId())));

        BatchPlan plan = batch(50).plan(items).block();

        assertThat(plan.items())
                .extracting(PlannedItem::testName)
                .containsExactlyElementsOf(
                        support.stream().map(AssistantTest::name).toList());
        assertThat(simulator.requestCount(TEST)).isZero();
    }

    @Test
    void namesThatDoNotExistAreAnError() {
        List<BatchItem> items = List.of(
                BatchItem.suite("suport"), BatchItem.test(checkout.get(0).testId() + "x"), BatchItem.test("t"));

        StepVerifier.create(batch(50).plan(items))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ItemRefusedException.class)
                        .hasMessage("nothing was triggered: there is no suite \"suport\" (did you mean \"support\"?);"
                                + " there is no test \"" + checkout.get(0).testId() + "x\" (did you mean \""
                                + checkout.get(0).testId() + "\"?); there is no test \"t\""))
                .verify();
    }

    @Test
    void aNameThatDoesNotExistIsSaidEvenIfNoOtherNamesCanBeRead() {
        simulator.inject(
                FaultRule.on("assistants.tests.testSuites.list").inject(Fault.status(403, "{}", "application/json")));

        StepVerifier.create(batch(50).plan(List.of(BatchItem.suite("suport"))))
                .expectErrorMessage("nothing was triggered: there is no suite \"suport\"")
                .verify();
    }

    @Test
    void whatWasTriggeredBeforeCannotBePlanned() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch(50).plan(List.of(BatchItem.suite("a").alreadyTriggered(List.of()))));
    }

    private void record(TestBatch batch) {
        batch.plan(work()).flatMap(plan -> batch.record(plan, journal())).block();
    }

    private List<BatchEvent> resume(TestBatch batch) {
        return batch.resume(journal(), new TotalsCollector()).collectList().block();
    }

    private static long finished(List<BatchEvent> events) {
        return events.stream().filter(BatchEvent.Finished.class::isInstance).count();
    }

    @Test
    void runsThePlanOfItsJournalOnce() {
        TestBatch batch = batch(50);
        record(batch);
        assertThat(simulator.runs()).isEmpty();

        List<BatchEvent> events = resume(batch);
        List<BatchEvent> again = resume(batch);

        assertThat(finished(events)).isEqualTo(124);
        assertThat(finished(again)).isEqualTo(124);
        assertThat(simulator.runs()).hasSize(124);
        assertThat(events)
                .filteredOn(event -> event.item().kind() == BatchItem.Kind.TEST)
                .allSatisfy(event -> assertThat(event.item().testName())
                        .isEqualTo(support.get(7).name()));
        assertThat(again)
                .filteredOn(BatchEvent.Finished.class::isInstance)
                .allSatisfy(event ->
                        assertThat(((BatchEvent.Finished) event).testName()).isNotNull());
    }

    @Test
    void eventsAreNotEmittedOnTheThreadOfTheJournal() {
        TestBatch batch = recorded(batch(50));

        List<String> threads = batch.resume(journal(), new TotalsCollector())
                .map(event -> Thread.currentThread().getName())
                .collectList()
                .block();

        assertThat(threads).isNotEmpty().doesNotContain("telnyx-journal");
    }

    @Test
    void aSuiteThatWasSplitAndHasEndedNeedsNoRequest() {
        resume(recorded(batch(50)));
        simulator.clearRequests();

        resume(batch(50));

        assertThat(simulator.requestCount()).isZero();
    }

    private TestBatch recorded(TestBatch batch) {
        record(batch);
        return batch;
    }

    @Test
    void goesOnWithThePlanAfterItWasStopped() {
        TestBatch batch = recorded(batch(50));
        long first = finished(batch.stoppedBy(Flux.never())
                .resume(journal(), new TotalsCollector())
                .takeUntil(BatchEvent.Finished.class::isInstance)
                .collectList()
                .block());
        assertThat(first).isEqualTo(1);
        awaitClosed();

        List<BatchEvent> stopped = batch.stoppedBy(Mono.just(StopSignal.LEAVE))
                .resume(journal(), new TotalsCollector())
                .collectList()
                .block();
        assertThat(stopped).isNotEmpty();

        assertThat(finished(resume(batch))).isEqualTo(124);
        assertThat(simulator.runs()).hasSize(124);
    }

    /** A batch that is cancelled closes its journal soon afterwards. */
    private void awaitClosed() {
        journal()
                .open()
                .retryWhen(reactor.util.retry.Retry.fixedDelay(Long.MAX_VALUE, Duration.ofMillis(5)))
                .flatMap(BatchJournal.Session::close)
                .block();
    }

    @Test
    void aPlanIsRecordedOnce() {
        TestBatch batch = recorded(batch(50));

        StepVerifier.create(batch.plan(work()).flatMap(plan -> batch.record(plan, journal())))
                .expectErrorSatisfies(error ->
                        assertThat(((JournalException) error).reason()).isEqualTo(JournalException.Reason.OTHER_BATCH))
                .verify();
    }

    @Test
    void aPlanThatWasNotCompletedIsReplaced() throws IOException {
        TestBatch batch = batch(BatchOptions.UNLIMITED);
        List<BatchItem> many = IntStream.range(0, 120)
                .mapToObj(number -> BatchItem.test(support.get(number).testId()))
                .toList();
        batch.plan(many).flatMap(plan -> batch.record(plan, journal())).block();
        List<String> lines = Files.readAllLines(journal().path());
        Files.write(
                journal().path(),
                lines.subList(0, 3).stream()
                        .filter(line -> !line.contains("plan_complete"))
                        .toList());

        batch.plan(List.of(BatchItem.suite("checkout")))
                .flatMap(plan -> batch.record(plan, journal()))
                .block();

        assertThat(finished(resume(batch))).isEqualTo(3);
        assertThat(simulator.runs()).hasSize(3);
    }

    @Test
    void aPlanOfWhichItemsAreMissingIsNotRun() throws IOException {
        record(batch(50));
        List<String> lines = Files.readAllLines(journal().path());
        Files.write(
                journal().path(),
                lines.stream()
                        .filter(line -> !line.contains("\"entry\":\"planned\""))
                        .toList());

        StepVerifier.create(batch(50).resume(journal(), new TotalsCollector()))
                .expectErrorSatisfies(error -> {
                    assertThat(((JournalException) error).reason()).isEqualTo(JournalException.Reason.UNREADABLE);
                    assertThat(error).hasMessageContaining("of which the journal has 0");
                })
                .verify();
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void aBatchWithoutAPlanFollowsWhatWasBegun() {
        assertThat(resume(batch(50))).isEmpty();
    }

    @Test
    void aPlanIsOfOneAccount() {
        record(batch(50));
        try (TelnyxClient stranger = Clients.of(simulator).apiKey("another").build()) {
            StepVerifier.create(stranger.ai()
                            .assistants()
                            .tests()
                            .batch(BatchOptions.defaults())
                            .resume(journal(), new TotalsCollector()))
                    .expectErrorSatisfies(error -> assertThat(((JournalException) error).reason())
                            .isEqualTo(JournalException.Reason.OTHER_ACCOUNT))
                    .verify();
        }
        assertThat(simulator.runs()).isEmpty();
    }
}
