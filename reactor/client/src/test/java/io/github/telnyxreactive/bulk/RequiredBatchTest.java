package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.bulk.report.TestTotals;
import io.github.telnyxreactive.bulk.report.Verdict;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Batches that have to reach something other than that every run passes: it is kept in their journals. */
class RequiredBatchTest {

    private static final PassRequirement TWO_OF_THREE =
            new PassRequirement(Percentage.parse("66.5"), PassRule.of(2, 3));

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .outcomes(0, 1, 0)
            .runDuration(Duration.ofMillis(5), Duration.ofMillis(20))
            .start();

    private final TelnyxClient client = Clients.of(simulator).build();
    private final TestBatch batch = client.ai()
            .assistants()
            .tests()
            .batch(BatchOptions.builder()
                    .polling(new PollingSchedule(Duration.ofMillis(5), Duration.ofMillis(20), 1.5, 0.2))
                    .build());

    private FileJournal journal() {
        return FileJournal.at(folder.resolve("batch.jsonl"));
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private BatchPlan plan(int repetitions) {
        simulator.addSuite("checkout", 2);
        List<BatchItem> items = new ArrayList<>();
        for (int repeat = 1; repeat <= repetitions; repeat++) {
            items.add(BatchItem.suite("checkout").repetition(repeat));
        }
        return batch.plan(items).block();
    }

    private void resume() {
        batch.resume(journal(), new TotalsCollector()).blockLast();
    }

    private BatchReport report() throws IOException {
        return JournalReport.read(journal().path()).report(false, "not begun");
    }

    @Test
    void aResumedBatchHasTheSameRequirement() throws IOException {
        batch.record(plan(3), TWO_OF_THREE, journal()).block();
        assertThat(JournalReport.read(journal().path()).requirement()).isEqualTo(TWO_OF_THREE);

        batch.stoppedBy(Mono.just(StopSignal.TRIGGER_NO_MORE))
                .resume(journal(), new TotalsCollector())
                .blockLast();
        assertThat(report().verdict()).isEqualTo(Verdict.INCOMPLETE);
        resume();

        BatchReport report = report();
        assertThat(report.requirement()).isEqualTo(TWO_OF_THREE);
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.testTotals()).isEqualTo(new TestTotals(2, 0));
        assertThat(simulator.runs()).hasSize(6);
    }

    @Test
    void aBatchPassesByWhatItHasToReach() throws IOException {
        batch.record(plan(1), new PassRequirement(Percentage.ZERO, null), journal())
                .block();

        resume();

        assertThat(report().verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void theJournalSaysItInPlainJson() throws IOException {
        batch.record(plan(3), TWO_OF_THREE, journal()).block();

        List<String> lines = Files.readAllLines(journal().path());
        assertThat(lines.get(0)).contains("\"version\":5");
        assertThat(lines.get(2))
                .startsWith("{\"entry\":\"plan_complete\",\"items\":3,")
                .endsWith("\"min_pass_rate_percent\":66.5,\"pass_rule\":\"2/3\"}");
    }

    @Test
    void everyRunHasToPassByDefault() throws IOException {
        batch.record(plan(1), journal()).block();

        assertThat(journal().path()).content().doesNotContain("min_pass_rate", "pass_rule");
        assertThat(report().requirement()).isEqualTo(PassRequirement.EVERY_RUN);
    }

    @Test
    void anOlderJournalIsResumed() throws IOException {
        batch.record(plan(1), journal()).block();
        String content = Files.readString(journal().path());
        assertThat(content).contains("\"version\":5");
        Files.writeString(journal().path(), content.replace("\"version\":5", "\"version\":4"));

        resume();

        assertThat(simulator.runs()).hasSize(2);
        assertThat(report().requirement()).isEqualTo(PassRequirement.EVERY_RUN);
        assertThat(report().verdict()).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aPassRuleNeedsItsRepetitions(int repetitions) {
        BatchPlan plan = plan(repetitions);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.record(plan, TWO_OF_THREE, journal()))
                .withMessage("a pass rule of 2 of 3 needs 3 repetitions of \"checkout\": " + repetitions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"pass_rule\":\"3/2\"", "\"pass_rule\":\"x\"", "\"min_pass_rate_percent\":101"})
    void aRequirementThatCannotBeReadIsNoOther(String wrong) throws IOException {
        batch.record(plan(3), TWO_OF_THREE, journal()).block();
        String written = Files.readString(journal().path());
        String field = wrong.substring(0, wrong.indexOf(':') + 1);
        // Not the last line, which might be damaged by a power failure.
        Files.writeString(
                journal().path(),
                written.replaceAll(field + "[^,}]+", wrong)
                        + "{\"entry\":\"paused\",\"at\":\"2026-11-28T20:00:00Z\"}\n");

        StepVerifier.create(batch.resume(journal(), new TotalsCollector()))
                .expectErrorSatisfies(error ->
                        assertThat(((JournalException) error).reason()).isEqualTo(JournalException.Reason.UNREADABLE))
                .verify();
        assertThat(simulator.runs()).isEmpty();
    }
}
