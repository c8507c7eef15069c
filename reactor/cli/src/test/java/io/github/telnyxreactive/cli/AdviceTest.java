package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a batch that is not complete advises. The cases one by one are in {@code RemainderTest}. */
class AdviceTest extends ResumeScene {

    private static final String CORRECT =
            "What was refused would be refused again: correct that, and run it in a new batch.";

    private void refuse(int status, int times) {
        simulator.inject(
                FaultRule.on(TRIGGER).times(times).inject(Fault.status(status, "{\"errors\":[]}", "application/json")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 422})
    void whatIsRefusedIsNotResumed(int status) {
        refuse(status, 2);

        Result result = begin();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.outLines()).last().isEqualTo(CORRECT);
        assertThat(result.out() + result.err()).doesNotContain("resume");
    }

    @Test
    void norIfOtherSuitesHavePassed() {
        refuse(422, 1);

        Result result = begin();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(simulator.runs()).isNotEmpty();
        assertThat(result.outLines()).last().isEqualTo(CORRECT);
        assertThat(result.out() + result.err()).doesNotContain("resume");
    }

    @Test
    void aKeyThatTriggersNothingIsNotResumed() {
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.status(401, "{\"errors\":[]}", "application/json")));

        Result result = begin();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.errLines())
                .contains(
                        "telnyx-batch: the API key is not accepted any more: set TELNYX_API_KEY to a key that is, and run"
                                + " this as a new batch");
        assertThat(result.out() + result.err()).doesNotContain("resume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "checkout"})
    void aWrongNameOrKeyIsNotResumed(String suite) {
        if (suite.equals("checkout")) {
            simulator.inject(FaultRule.on("assistants.tests.testSuites.list")
                    .inject(Fault.status(401, "{\"errors\":[]}", "application/json")));
        }

        Result result = Cli.to(simulator).run("run", suite, "--journal=" + journal);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out() + result.err()).doesNotContain("resume");
    }

    @Test
    void whatIsUnknownForEverIsDecidedByAPerson() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        age(Duration.ofHours(25));

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.outLines())
                .last()
                .isEqualTo("What became of 2 items can only be decided by a person: telnyx-batch resolve " + journal);
        assertThat(result.out() + result.err()).doesNotContain("To resume", "--resume");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 422})
    void whatIsUnknownWhileItsRepetitionIsRefusedIsCorrectedOrDecided(int status) throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        refuse(status, 4);
        String advice =
                "What became of 2 items is not known while the service refuses them: correct that and resume the"
                        + " batch, or decide it: telnyx-batch resolve " + journal;

        for (int time = 0; time < 2; time++) {
            Result result = resume();

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.outLines()).last().isEqualTo(advice);
            assertThat(result.out() + result.err()).doesNotContain("To resume", "--resume");
        }
        assertAllPassed(resume());
    }

    @Test
    void whatAPersonHasDecidedAboutThatIsRefusedLikeAnythingElse() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        refuse(422, 4);
        resume();

        Result decided = Cli.to(simulator)
                .run("resolve", journal.toString(), "--item=1", "--not-started", "--item=2", "--not-started");
        Result result = resume();

        assertThat(decided.exitCode()).as(decided.err()).isZero();
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.outLines()).last().isEqualTo(CORRECT);
    }

    @Test
    void moreRunsThanAllowedNeedAHigherLimit() {
        Result result = begin("--each-test", "--max-runs=3");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.outLines())
                .last()
                .isEqualTo("To resume this batch, raise --max-runs: telnyx-batch run --resume " + journal
                        + " --max-runs NUMBER");
        assertThat(resume("--max-runs=5").exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(5);
    }

    @Test
    void aFastFailureSaysHowToRunTheRest() {
        simulator.inject(FaultRule.on("assistants.tests.runs.trigger")
                .times(1)
                .inject(Fault.status(422, "{\"errors\":[]}", "application/json")));

        Result result = begin("--fail-fast", "--each-test", "--concurrency=1");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.outLines())
                .last()
                .isEqualTo("Stopped because of --fail-fast. To run the rest: telnyx-batch run --resume " + journal);
    }

    @Test
    void anotherAccountAndAnInvalidJournalAreNotResumed() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        Result other =
                Cli.to(simulator).with("TELNYX_BASE_URL", "http://127.0.0.1:1").run("run", "--resume=" + journal);
        Files.write(journal, List.of("{\"entry\":\"batch\"}"));
        Result invalid = resume();

        for (Result result : List.of(other, invalid)) {
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.out() + result.err()).doesNotContain("To resume", "continue with");
        }
    }
}
