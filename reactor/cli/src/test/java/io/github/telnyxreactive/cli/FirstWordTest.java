package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first word of a journal on an item stands, whatever later processes do and are told. */
class FirstWordTest extends ResumeScene {

    private static final Duration TOO_LONG = Duration.ofHours(25);

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 422})
    void noRefusalOfARepetitionShowsThatNothingRuns(int status) throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.status(status, "{\"errors\":[]}", "application/json")));
        Path json = folder.resolve("report.json");

        Result result = resume("--json=" + json);

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(json).content().contains("\"outcome\":\"unknown\"").doesNotContain("\"outcome\":\"not_triggered\"");

        simulator.clearFaults();
        simulator.clearRequests();
        String content = Files.readString(journal);
        age(TOO_LONG);
        Result tooLate = resume();
        assertThat(tooLate.exitCode()).isEqualTo(3);
        assertThat(tooLate.err()).contains("could run it twice");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        Files.writeString(journal, content);

        assertAllPassed(resume());
    }

    @Test
    void aResumeThatIsInterruptedItselfTakesNothingBack() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        age(TOO_LONG);
        // The second process has begun the same again, and was killed.
        edit(content -> content
                + content.lines()
                        .filter(line -> isEntry(line, "begun"))
                        .map(line -> line.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"" + Instant.now() + "\""))
                        .collect(Collectors.joining("\n", "", "\n")));
        simulator.clearRequests();

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("checkout", "support", "could run it twice");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void repeatsNothingIfTheJournalIsAheadOfTheClock() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        String content = Files.readString(journal);
        age(Duration.ofMinutes(-15));
        simulator.clearRequests();

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("checkout", "support", "could run it twice");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        Files.writeString(journal, content);
        assertAllPassed(resume());
    }

    @Test
    void continuesWithADeadlineThatIsLongerThanTheLifeOfAKey() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);

        assertAllPassed(resume("--deadline=48h"));
    }

    @Test
    void triggersNothingAgainOnceItsIdempotencyKeyHasExpired() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        age(Duration.ofHours(24));
        simulator.clearRequests();

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.errLines())
                .allMatch(line -> line.contains("it is not known whether it was") && line.contains("look at its runs"))
                .isNotEmpty();
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void followsWhatWasTriggeredEvenIfItsIdempotencyKeyHasExpired() throws IOException {
        begin();
        keep(line -> isOnlyBegun(line) || isEntry(line, "started"));
        age(Duration.ofDays(3));

        Result result = resume();

        assertAllPassed(result);
        assertThat(result.outLines()).last().asString().doesNotContain("72 h");
    }

    @Test
    void theLimitOfRunsCountsThoseBefore() {
        assertThat(begin("--max-runs=3").exitCode()).isEqualTo(3);
        assertThat(simulator.runs()).hasSizeLessThanOrEqualTo(3);
        int before = simulator.runs().size();

        assertThat(resume().exitCode()).isEqualTo(3);
        assertThat(simulator.runs()).hasSize(before);

        assertAllPassed(resume("--max-runs=5"));
    }

    @Test
    void theLimitOfRunsCountsThoseThatMayExist() throws IOException {
        begin("--max-runs=5");
        keep(line -> isPlan(line) || isEntry(line, "begun") && line.contains("checkout"));
        age(TOO_LONG);
        simulator.clearRequests();

        Result result = resume("--max-runs=4");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("checkout: it was about to be triggered at", "support: it was not triggered");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }
}
