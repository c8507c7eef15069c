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
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first word of a journal on an item stands, whatever later processes do and are told. */
class FirstWordTest extends ResumeScene {

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 422})
    void noRefusalOfARepetitionShowsThatNothingRuns(int status) throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.status(status, "{\"errors\":[]}", "application/json")));
        Path json = folder.resolve("report.json");

        Result result = resume("--json=" + json);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("it is not known whether it was triggered at 20");
        assertThat(json).content().contains("it is not known whether it was triggered at 20");

        simulator.clearFaults();
        simulator.clearRequests();
        String content = Files.readString(journal);
        Result tooLate = resume(InstantSource.offset(InstantSource.system(), Duration.ofHours(25)));
        assertThat(tooLate.exitCode()).isEqualTo(2);
        assertThat(tooLate.err()).contains("could run it twice");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        Files.writeString(journal, content);

        assertAllPassed(resume());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'entry':'withdrawn','item':0}",
                "{'entry':'trigger_failed','item':0,'problem':'no such suite','unknown':false}"
            })
    void aLaterProcessTakesNothingBack(String later) throws IOException {
        begin("--fail-fast");
        keep(ResumeScene::isOnlyBegun);
        String now = Instant.now().toString();
        append("{\"entry\":\"begun\",\"item\":0,\"at\":\"" + now + "\"}", later.replace('\'', '"'));
        simulator.clearRequests();

        Result result = resume(InstantSource.offset(InstantSource.system(), Duration.ofHours(25)));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("checkout", "support", "could run it twice");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void repeatsNothingIfTheJournalIsAheadOfTheClock() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        simulator.clearRequests();

        Result result = resume(InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-15)));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .contains("checkout", "support", "is ahead of the clock of this machine");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
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
        keep(line -> line.contains("\"format\"") || line.contains("\"begun\""));
        simulator.clearRequests();

        Result result = resume(InstantSource.offset(InstantSource.system(), Duration.ofHours(24)));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .allMatch(line -> line.contains("it is not known whether it was") && line.contains("look at its runs"))
                .hasSize(1);
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void followsWhatWasTriggeredEvenIfItsIdempotencyKeyHasExpired() throws IOException {
        begin();
        keep(line -> !line.contains("\"ended\""));

        Result result = resume(InstantSource.offset(InstantSource.system(), Duration.ofDays(3)));

        assertAllPassed(result);
        assertThat(result.outLines()).last().asString().contains("in 72 h 00 min");
    }

    @Test
    void theLimitOfRunsCountsThoseBefore() {
        assertThat(begin("--max-runs=3").exitCode()).isEqualTo(2);
        assertThat(simulator.runs()).hasSizeLessThanOrEqualTo(3);
        int before = simulator.runs().size();

        assertThat(resume().exitCode()).isEqualTo(2);
        assertThat(simulator.runs()).hasSize(before);

        assertAllPassed(resume("--max-runs=5"));
    }

    @Test
    void theLimitOfRunsCountsThoseThatMayExist() throws IOException {
        begin("--max-runs=5");
        keep(line -> line.contains("\"format\"") || line.contains("\"begun\"") && line.contains("\"item\":0"));
        simulator.clearRequests();

        Result result = resume(InstantSource.offset(InstantSource.system(), Duration.ofHours(25)), "--max-runs=4");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("checkout: it was about to be triggered at", "support: it was not triggered");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }
}
