package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch is resumed in the account in which it was started, and nowhere else. */
class ResumeAccountTest extends ResumeScene {

    private static String withAnotherKey(String content) {
        return content.replaceFirst("\"fingerprint\":\"[0-9a-f]{8}", "\"fingerprint\":\"00000000");
    }

    @Test
    void doesNotResumeAtAnotherAddress() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        try (Simulator other = Simulator.start()) {
            other.addSuite("checkout", 3);
            other.addSuite("support", 2);

            Result result = Cli.to(other).run("run", "--resume=" + journal, "--same-account");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.errLines())
                    .singleElement()
                    .asString()
                    .contains(
                            "the batch was started at " + simulator.baseUrl(),
                            other.baseUrl(),
                            "nothing was triggered");
            assertThat(other.runs()).isEmpty();
        }
    }

    @Test
    void doesNotResumeWithAKeyOfAnotherAccount() throws IOException {
        begin();
        keep(line -> isOnlyBegun(line) || isEntry(line, "started"));
        edit(content -> withAnotherKey(content).replaceAll("\"run_?[iI]d\":\"[^\"]{8}", "$0x"));
        simulator.clearRequests();

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .contains(
                        "the API key is not the one", "cannot read the run", "nothing was triggered", "--same-account");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertThat(simulator.requestCount(RETRIEVE_RUN)).isEqualTo(1);
    }

    @Test
    void resumesWithAnotherKeyThatCanReadARun() throws IOException {
        begin();
        keep(line -> isOnlyBegun(line) || isEntry(line, "started"));
        edit(ResumeAccountTest::withAnotherKey);

        assertAllPassed(resume());
    }

    @Test
    void withoutARunAnotherKeyNeedsTheWordOfTheUser() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        edit(ResumeAccountTest::withAnotherKey);
        simulator.clearRequests();

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains("there is no run yet", "--same-account");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertAllPassed(resume("--same-account"));
    }

    @Test
    void theJournalDoesNotContainTheKey() {
        begin();

        assertThat(journal).content().contains(simulator.baseUrl()).doesNotContain(simulator.apiKey());
    }

    @Test
    void sameAccountIsForResuming() {
        Result result = begin("--same-account");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).first().asString().contains("--same-account is for --resume");
    }

    @ParameterizedTest
    @ValueSource(strings = {TRIGGER, LIST_RUNS})
    void survivesAKeyThatIsRevoked(String operation) {
        FaultRule.Builder rule = FaultRule.on(operation);
        simulator.inject((operation.equals(TRIGGER) ? rule.after(1) : rule)
                .inject(Fault.status(401, "{\"errors\":[]}", "application/json")));
        Path json = folder.resolve("report.json");

        Result result = begin("--json=" + json);

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.errLines())
                .contains("telnyx-batch: the API key is not accepted any more: set TELNYX_API_KEY to a key that is,"
                        + " then continue with: telnyx-batch run --resume " + journal);
        assertThat(json).content().contains("checkout", "support", "run_id");
        simulator.clearFaults();
        assertAllPassed(resume());
    }

    @Test
    void takesAUrlForTheSameHoweverItIsWritten() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        String url = simulator.baseUrl().replace("http://", "HTTP://") + "/";

        assertAllPassed(Cli.to(simulator).with("TELNYX_BASE_URL", url).run("run", "--resume=" + journal));
    }
}
