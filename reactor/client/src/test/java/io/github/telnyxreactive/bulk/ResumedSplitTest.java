package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** A suite that is triggered test by test, in a batch that is resumed. */
class ResumedSplitTest {

    private static final String LIST_TESTS = "assistants.tests.list";
    private static final int TESTS = 4;

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .outcomes(1, 0, 0)
            .runDuration(Duration.ofMillis(5), Duration.ofMillis(20))
            .start();

    private final TelnyxClient client = Clients.of(simulator).build();

    ResumedSplitTest() {
        simulator.addSuite("checkout", TESTS);
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private Path path() {
        return folder.resolve("batch.jsonl");
    }

    private List<BatchEvent> run() {
        return client.ai()
                .assistants()
                .tests()
                .batch(BatchOptions.builder()
                        .maxLag(Duration.ZERO)
                        .maxConcurrentRuns(2)
                        .polling(new PollingSchedule(Duration.ofMillis(5), Duration.ofMillis(20), 1.5, 0.2))
                        .build())
                .run(Flux.just(BatchItem.suite("checkout")), FileJournal.at(path()))
                .collectList()
                .block();
    }

    private void keep(Predicate<String> line) throws IOException {
        Files.write(path(), Files.readAllLines(path()).stream().filter(line).toList());
    }

    private static boolean is(String line, String entry) {
        return line.startsWith("{\"entry\":\"" + entry + "\"");
    }

    private static <E extends BatchEvent> List<E> only(Class<E> type, List<BatchEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void isCompleteAlthoughTheProcessWasKilledBeforeItSaidSo() throws IOException {
        run();
        keep(line -> !is(line, "paused") && (!is(line, "completed") || line.contains("test_id")));
        assertThat(JournalReport.read(path()).isComplete()).isFalse();

        run();

        assertThat(JournalReport.read(path()).isComplete()).isTrue();
        simulator.clearRequests();
        assertThat(only(BatchEvent.Finished.class, run())).hasSize(TESTS);
        assertThat(simulator.requestCount()).isZero();
        assertThat(simulator.runs()).hasSize(TESTS);
    }

    @Test
    void whatRunsIsFollowedEvenIfTheTestsCannotBeRead() throws IOException {
        run();
        String ended = Files.readAllLines(path()).stream()
                .filter(line -> is(line, "ended"))
                .findFirst()
                .orElseThrow();
        String first = ended.substring(ended.indexOf("\"test_id\""), ended.indexOf("\"test_id\"") + 40);
        keep(line -> is(line, "batch") || line.contains(first) && (is(line, "begun") || is(line, "started")));
        simulator.inject(FaultRule.on(LIST_TESTS).inject(Fault.status(418, "tea", "text/plain")));

        List<BatchEvent> events = run();

        assertThat(only(BatchEvent.Triggered.class, events)).hasSize(1);
        assertThat(only(BatchEvent.Finished.class, events)).hasSize(1);
        assertThat(only(BatchEvent.TriggerFailed.class, events)).isEmpty();
        assertThat(only(BatchEvent.OutcomeUnknown.class, events))
                .singleElement()
                .satisfies(event -> assertThat(event.isPartial()).isTrue());
        assertThat(simulator.runs()).hasSize(TESTS);

        simulator.clearFaults();
        assertThat(only(BatchEvent.Finished.class, run())).hasSize(TESTS);
        assertThat(JournalReport.read(path()).isComplete()).isTrue();
    }

    @Test
    void whatMayRunIsUnknownIfTheTestsCannotBeReadAndItIsTooLate() throws IOException {
        run();
        keep(line -> is(line, "batch") || is(line, "begun"));
        Files.writeString(path(), Files.readString(path()).replaceAll("\"at\":\"20..", "\"at\":\"2020"));
        simulator.inject(FaultRule.on(LIST_TESTS).inject(Fault.status(418, "tea", "text/plain")));
        simulator.clearRequests();

        List<BatchEvent> events = run();

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        BatchEvent.OutcomeUnknown.class,
                        event -> assertThat(event.isPartial()).isFalse());
        assertThat(simulator.requestCount("assistants.tests.runs.trigger")).isZero();
    }

    @Test
    void testsWithoutARunAreThoseOfTheProcessThatHasCompletedTheSuite() throws IOException {
        run();
        List<String> lines = Files.readAllLines(path());
        String item = "\"item\":{\"kind\":\"suite\",\"name\":\"checkout\",\"repeat\":1}";
        String one = notStarted(item, "t1");
        String two = notStarted(item, "t2");
        String resumed = "{\"entry\":\"resumed\",\"at\":\"" + OffsetDateTime.now(ZoneOffset.UTC) + "\"}";
        int end = lines.size() - 2;
        assertThat(lines.get(end)).startsWith("{\"entry\":\"completed\"").contains(item);
        lines.addAll(end, List.of(one, two, resumed, one));
        Files.write(path(), lines);

        List<BatchEvent> events = run();

        assertThat(only(BatchEvent.NotStarted.class, events))
                .singleElement()
                .satisfies(event -> assertThat(event.testId()).isEqualTo("t1"));
    }

    private static String notStarted(String item, String testId) {
        return "{\"entry\":\"not_started\"," + item + ",\"test\":{\"testId\":\"" + testId + "\"}}";
    }
}
