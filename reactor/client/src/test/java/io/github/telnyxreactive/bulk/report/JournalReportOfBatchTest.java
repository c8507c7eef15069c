package io.github.telnyxreactive.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchOptionsBuilder;
import io.github.telnyxreactive.bulk.BatchProgress;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.Unkindness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** The report of a batch from its journal is the one from its events. */
class JournalReportOfBatchTest {

    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    private static final String TRIGGER_TEST = "assistants.tests.runs.trigger";
    private static final String LIST = "assistants.tests.testSuites.runs.list";
    private static final int TESTS = 3;
    private static final List<String> SUITES = List.of("checkout", "refunds", "support");
    private static final Pattern RUN_ID = Pattern.compile("\"run_id\":\"[^\"]*\"");

    @TempDir
    private Path folder;

    private final List<BatchItem> work = new ArrayList<>();
    private Simulator simulator;
    private TelnyxClient client;

    /** Starts a service with suites and single tests. */
    private void start(int passed, int failed, Unkindness unkindness) {
        simulator = Simulator.builder()
                .outcomes(passed, failed, failed)
                .runDuration(Duration.ofMillis(5), Duration.ofMillis(20))
                .unkindness(unkindness)
                .start();
        client = Clients.of(simulator).build();
        for (String suite : SUITES) {
            List<AssistantTest> tests = simulator.addSuite(suite, TESTS);
            work.add(BatchItem.suite(suite));
            AssistantTest first = tests.get(0);
            work.add(BatchItem.test(first.testId()).named(first.name()).repetition(2));
        }
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private FileJournal journal() {
        return FileJournal.at(folder.resolve("batch.jsonl"));
    }

    private TestBatch batch(UnaryOperator<BatchOptionsBuilder> change) {
        BatchOptionsBuilder options = BatchOptions.builder()
                .maxLag(Duration.ZERO)
                .polling(new PollingSchedule(Duration.ofMillis(10), Duration.ofMillis(30), 1.5, 0.2));
        return client.ai().assistants().tests().batch(change.apply(options).build());
    }

    /** Plans the work, and records the plan. */
    private void plan() {
        TestBatch batch = batch(options -> options);
        batch.plan(work).flatMap(plan -> batch.record(plan, journal())).block();
    }

    private List<BatchEvent> run(UnaryOperator<BatchOptionsBuilder> change) {
        return batch(change).run(Flux.empty(), journal()).collectList().block();
    }

    private JournalReport read() throws IOException {
        return JournalReport.read(journal().path());
    }

    /** Asserts that the journal makes the same reports as the events of a batch that was planned. */
    private void assertSameReports(List<BatchEvent> events) throws IOException {
        JournalReport journal = read();
        BatchProgress progress = new BatchProgress();
        Map<String, String> names = new HashMap<>();
        work.forEach(item -> progress.expect(item.inBatch(journal.batch())));
        for (BatchEvent event : events) {
            progress.accept(event);
            if (event instanceof BatchEvent.Triggered triggered) {
                names.putAll(triggered.testNames());
            }
            if (event.item().testName() != null) {
                names.put(event.item().name(), event.item().testName());
            }
        }
        List<ReportedItem> items = progress.items().stream()
                .map(item -> ReportedItem.builder(item, names::get).build())
                .toList();
        BatchReport expected = BatchReport.builder(journal.batch(), journal.startedAt(), journal.elapsed(), items)
                .build();

        BatchReport report = journal.report(false, "not begun");

        assertThat(WrittenJournal.all(report.items())).isEqualTo(items);
        assertThat(written(report)).isEqualTo(written(expected));
        assertThat(report.elapsed()).isPositive();
    }

    private static List<String> written(BatchReport report) throws IOException {
        ByteArrayOutputStream junit = new ByteArrayOutputStream();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ByteArrayOutputStream markdown = new ByteArrayOutputStream();
        JUnitReport.write(report, junit);
        JsonReport.write(report, json);
        MarkdownReport.write(report, "https://portal.example/{conversation_id}", markdown);
        return Stream.of(junit, json, markdown)
                .map(out -> out.toString(StandardCharsets.UTF_8))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50})
    void runsThatPassAndFail(int limit) throws IOException {
        start(2, 1, Unkindness.none());
        plan();

        assertSameReports(run(options -> options.maxConcurrentRuns(limit)));

        assertThat(read().isComplete()).isTrue();
        assertSameReports(run(options -> options));
    }

    @Test
    void allRunsPass() throws IOException {
        start(1, 0, Unkindness.none());
        plan();

        assertSameReports(run(options -> options));

        assertThat(read().report(false, "not begun").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void workWithoutAPlan() throws IOException {
        start(1, 1, Unkindness.none());

        List<BatchEvent> events = batch(options -> options.maxConcurrentRuns(1))
                .run(Flux.fromIterable(work), journal())
                .collectList()
                .block();

        // One at a time, so that the events are in the order of the work.
        assertSameReports(events);
        assertThat(read().isComplete()).isTrue();
        assertThat(read().hasPlan()).isFalse();
    }

    @Test
    void testsWithoutARun() throws IOException {
        start(1, 0, Unkindness.builder().missingRuns(0.5).build());
        plan();

        List<BatchEvent> events = run(options -> options);

        assertThat(events).anyMatch(BatchEvent.NotStarted.class::isInstance);
        assertSameReports(events);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50})
    void whatIsRefusedAndWhatIsUnknown(int limit) throws IOException {
        start(1, 0, Unkindness.none());
        plan();
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.status(422, "{}", "application/json")));
        simulator.inject(FaultRule.on(TRIGGER_TEST).times(1).inject(Fault.status(422, "{}", "application/json")));
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.resetAfterProcessing()));

        assertSameReports(run(options -> options.maxConcurrentRuns(limit).maxAttempts(2)));

        simulator.clearFaults();
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.status(403, "{}", "application/json")));
        run(options -> options.maxConcurrentRuns(limit));
        simulator.clearFaults();
        assertSameReports(run(options -> options.maxConcurrentRuns(limit)));
        assertThat(read().isComplete()).isTrue();
    }

    @Test
    void runsThatAreAbandonedAndFollowedAgain() throws IOException {
        start(1, 0, Unkindness.none());
        plan();
        for (String reading : List.of(LIST, "assistants.tests.runs.retrieve")) {
            simulator.inject(FaultRule.on(reading).inject(Fault.status(418, "tea", "text/plain")));
        }

        run(options -> options);
        BatchReport report = read().report(true, "not begun");
        assertThat(written(report).get(0)).contains("given_up");

        simulator.clearFaults();
        assertSameReports(run(options -> options));
        assertThat(read().report(false, "not begun").verdict()).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50})
    void aKilledBatchAfterAnyEntry(int limit) throws IOException {
        start(1, 0, Unkindness.none());
        plan();
        run(options -> options.maxConcurrentRuns(limit).maxRuns(8));
        run(options -> options.maxConcurrentRuns(limit));
        List<String> all = Files.readAllLines(journal().path());
        int runs = SUITES.size() * (TESTS + 1);
        for (int lines = 1; lines <= all.size(); lines++) {
            List<String> kept = all.subList(0, lines);
            Files.writeString(journal().path(), String.join("\n", kept) + "\n{\"entry\":\"en");

            assertTellsTheTruth(kept, read(), runs);
        }
    }

    private void assertTellsTheTruth(List<String> lines, JournalReport journal, int all) throws IOException {
        BatchReport report = journal.report(false, "not begun");
        Set<String> started = new HashSet<>();
        lines.stream()
                .filter(line -> line.startsWith("{\"entry\":\"started\""))
                .map(RUN_ID::matcher)
                .forEach(ids -> ids.results().forEach(id -> started.add(id.group())));
        Set<String> reported = new HashSet<>();
        int passed = 0;
        boolean isOpen = false;
        for (ReportedItem item : report.items()) {
            for (ReportedRun run : item.runs()) {
                assertThat(reported.add("\"run_id\":\"" + run.runId() + "\"")).isTrue();
                passed += run.outcome() == RunOutcome.PASSED ? 1 : 0;
            }
            isOpen |= ItemDoubt.of(item, false) != null;
        }
        assertThat(reported).isEqualTo(started);
        assertThat(journal.items()).isEqualTo(journal.hasPlan() ? work.size() : 0);
        // Nothing that is missing may look complete.
        assertThat(report.verdict() == Verdict.PASSED).isEqualTo(passed == all);
        assertThat(isOpen || reported.size() == all || !journal.hasPlan()).isTrue();
        assertThat(written(report).get(1)).contains("\"runs\":" + reported.size());
        assertThat(journal.isComplete()).isEqualTo(completed(lines) == work.size());
    }

    private static long completed(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("{\"entry\":\"completed\"")
                        && !line.contains("testId")
                        && !line.contains("test_id"))
                .count();
    }
}
