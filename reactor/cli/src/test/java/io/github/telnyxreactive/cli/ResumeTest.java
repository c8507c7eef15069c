package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch that ended at any line of its journal can be resumed, and nothing is triggered twice. */
class ResumeTest extends ResumeScene {

    @Test
    void reportsACompleteBatchWithoutRequests() {
        begin();
        simulator.clearRequests();

        Result result = Cli.to(simulator).with("TELNYX_API_KEY", "").run("run", "--resume=" + journal);

        assertAllPassed(result);
        assertThat(result.outLines()).anyMatch(line -> line.matches("  A calm caller: refund .* +passed .*"));
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void triggersWhatWasNotBegun() throws IOException {
        begin();
        keep(ResumeScene::isPlan);

        // The simulator still knows the idempotency keys, so these are the runs of the first time.
        assertAllPassed(resume());
    }

    @Test
    void triggersWhatWasBegunWithTheSameIdempotencyKey() throws IOException {
        begin();
        String key = simulator.requests(TRIGGER).get(0).header("idempotency-key");
        keep(ResumeScene::isOnlyBegun);
        simulator.clearRequests();

        assertAllPassed(resume());
        assertThat(simulator.requests(TRIGGER))
                .extracting(request -> request.header("idempotency-key"))
                .hasSize(2)
                .contains(key);
    }

    @Test
    void followsWhatWasTriggered() throws IOException {
        begin();
        keep(line -> isOnlyBegun(line) || isEntry(line, "started"));
        simulator.clearRequests();

        assertAllPassed(resume());
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertThat(simulator.requestCount(LIST_RUNS)).isPositive();
        assertThat(simulator.requestCount(LIST_TESTS)).isEqualTo(2);
    }

    @Test
    void continuesAfterAnyLineOfTheJournal() throws IOException {
        begin();
        List<String> all = Files.readAllLines(journal);
        assertThat(all).hasSizeGreaterThanOrEqualTo(12);

        long plan = all.stream().filter(ResumeScene::isPlan).count();
        for (long lines = plan; lines <= all.size(); lines++) {
            Files.writeString(journal, String.join("\n", all.subList(0, (int) lines)) + "\n{\"entry\":\"en");

            assertAllPassed(resume());
            assertAllPassed(resume());
        }
    }

    @Test
    void retriesWhatCouldNotBeTriggered() {
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.status(418, "tea", "text/plain")));
        Result first = begin();
        assertThat(first.exitCode()).isEqualTo(3);
        assertThat(first.outLines())
                .last()
                .asString()
                .isEqualTo("To resume this batch: telnyx-batch run --resume " + journal);

        assertAllPassed(resume());
    }

    @Test
    void followsAgainWhatWasGivenUp() {
        simulator.inject(FaultRule.on(LIST_RUNS).inject(Fault.status(418, "tea", "text/plain")));
        simulator.inject(FaultRule.on(RETRIEVE_RUN).inject(Fault.status(418, "tea", "text/plain")));
        assertThat(begin().exitCode()).isEqualTo(3);
        simulator.clearFaults();

        assertAllPassed(resume());
    }

    @Test
    void triggersWithoutFailFastWhatFailFastHasSkipped() {
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.status(418, "tea", "text/plain")));

        assertThat(begin("--fail-fast").exitCode()).isEqualTo(3);

        assertAllPassed(resume());
    }

    @Test
    void continuesWithTheLimitOfRunsUnderWayFromBefore() throws IOException {
        simulator.addSuite("large", 60);
        Cli.to(simulator).run("run", "large", "--concurrency=60", "--journal=" + journal);
        keep(ResumeScene::isOnlyBegun);

        Result result = resume();

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(simulator.runs()).hasSize(60);
    }

    @Test
    void aPlanThatIsNotCompleteIsNotRun() throws IOException {
        begin("--max-runs=5");
        keep(line -> isEntry(line, "batch") || isEntry(line, "planned"));
        simulator.clearRequests();

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .contains("does not have all of the work of a batch", "nothing was triggered", "as a new one");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void doesNotResumeARunningBatch() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        BatchJournal.Session held = FileJournal.at(journal).open().block();

        Result result = resume();

        held.close().block();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly("telnyx-batch: another process is running the batch of " + journal
                        + ": wait until it has ended, or stop it");
    }

    @Test
    void doesNotOverwriteAJournal() {
        begin();

        Result result = begin();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains("already exists", "--resume " + journal);
        assertThat(simulator.runs()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"support", "--all", "--tests=t", "--each-test", "--version-id=v", "--journal=other", "--simulate"
            })
    void cannotChangeWhatIsRun(String argument) {
        Result result = resume(argument);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines()).singleElement().asString().contains("--resume continues with", "leave out");
    }

    @Test
    void canChangeHowItIsRun() throws IOException {
        begin();
        keep(ResumeScene::isPlan);
        Path json = folder.resolve("report.json");

        assertAllPassed(resume("--rate=100", "--concurrency=3", "--deadline=1m", "--json=" + json));
        assertThat(json).content().contains("checkout", "support");
    }
}
