package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.operation.Catalogue;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.HttpMethod;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The doctor, in front of a service that is as it should be. */
class DoctorCommandTest {

    private static final String GOLDEN = """
            CHECK                                  RESULT   DETAILS
            address                                ok       HTTP/1.1, cleartext
            key                                    ok       accepted
            assistants.list                        ok       -
            assistants.tests.list                  ok       -
            assistants.tests.testSuites.list       ok       -
            assistants.tags.list                   ok       -
            tools.list                             ok       -
            mcpServers.list                        ok       -
            integrations.list                      ok       -
            integrations.connections.list          ok       -
            assistants.retrieve                    ok       -
            assistants.versions.list               ok       -
            assistants.versions.retrieve           ok       -
            assistants.canaryDeploys.retrieve      ok       none is set (status 404)
            assistants.scheduledEvents.list        ok       -
            assistants.scheduledEvents.retrieve    ok       -
            assistants.getTexml                    ok       -
            assistants.tests.retrieve              ok       -
            assistants.tests.runs.list             ok       -
            assistants.tests.testSuites.runs.list  ok       -
            assistants.tests.runs.retrieve         ok       -
            tools.retrieve                         ok       -
            mcpServers.retrieve                    ok       -
            integrations.retrieve                  ok       -
            integrations.connections.retrieve      ok       -
            paging                                 ok       11 pages
            values                                 ok       all known
            fields                                 ok       all known
            rate limit headers                     note     no response has any
            request id header                      ok       x-request-id
            clock                                  note     no response has a date
            Everything is as expected: 23 of 23 operations read, 0 failed, 0 skipped.
            """;

    @TempDir
    private Path folder;

    private DoctorScene scene;

    @BeforeEach
    void start() {
        scene = DoctorScene.kind();
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void saysThatEverythingIsAsExpected() {
        Result result = scene.doctor();

        assertThat(result.out()).isEqualToNormalizingNewlines(GOLDEN);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void sendsOneRequestForEachOperationThatReads() {
        scene.doctor();

        assertThat(scene.simulator.requests())
                .extracting(RecordedRequest::operation)
                .containsExactlyInAnyOrderElementsOf(Catalogue.endpoints().stream()
                        .filter(endpoint -> endpoint.method() == HttpMethod.GET)
                        .map(Endpoint::name)
                        .toList());
        assertThat(scene.simulator.requests("assistants.tests.list"))
                .singleElement()
                .satisfies(request -> assertThat(request.uri()).endsWith("?page%5Bsize%5D=1"));
    }

    @Test
    void onlyReadsAndStartsNothing() {
        int runs = scene.simulator.runs().size();

        scene.doctor();

        assertThat(scene.simulator.requests())
                .extracting(RecordedRequest::method)
                .containsOnly("GET");
        assertThat(scene.simulator.runs()).hasSize(runs);
    }

    @Test
    void writesJsonToTheStandardOutputInPlaceOfTheTable() {
        Result result = scene.doctor("--json", "-");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEqualToNormalizingNewlines(GOLDEN);
        assertThat(result.outLines()).hasSize(1);
        assertThat(DoctorScene.json(result).get("format").stringValue()).isEqualTo("telnyx-batch-doctor");
        assertThat(DoctorScene.json(result).get("version").intValue()).isEqualTo(1);
        assertThat(DoctorScene.json(result).get("exit_code").intValue()).isZero();
        assertThat(DoctorScene.json(result).get("address").toString())
                .isEqualTo("{\"result\":\"ok\",\"problem\":null,\"protocol\":\"HTTP/1.1\",\"secure\":false,"
                        + "\"tls\":null,\"cipher\":null}");
        assertThat(DoctorScene.json(result).get("operations")).hasSize(23);
        assertThat(DoctorScene.json(result).get("operations").get(11).toString())
                .isEqualTo("{\"operation\":\"assistants.canaryDeploys.retrieve\",\"result\":\"ok\",\"status\":404,"
                        + "\"reason\":\"none is set\",\"problems\":[]}");
        assertThat(DoctorScene.json(result).get("paging").toString()).isEqualTo("{\"result\":\"ok\",\"problems\":[]}");
        assertThat(DoctorScene.json(result).get("headers").toString())
                .isEqualTo("{\"responses\":22,\"x-ratelimit-limit\":0,\"x-ratelimit-remaining\":0,"
                        + "\"x-ratelimit-reset\":0,\"x-request-id\":22,\"clock_ahead_seconds\":null}");
    }

    @Test
    void writesJsonToAFile() throws IOException {
        Path file = folder.resolve("doctor.json");

        Result result = scene.doctor("--json", file.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualToNormalizingNewlines(GOLDEN);
        assertThat(Files.readString(file)).startsWith("{\"format\":\"telnyx-batch-doctor\",\"version\":1,");
    }

    @Test
    void exitsWith2IfTheFileCannotBeWritten() {
        Result result = scene.doctor("--json", folder.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEqualToNormalizingNewlines(GOLDEN);
        assertThat(result.errLines()).singleElement().asString().contains("could not write", "FileSystemException");
    }

    @Test
    void saysWhyItSkips() {
        try (Simulator empty = Simulator.start()) {
            Result result = DoctorScene.doctor(Cli.to(empty));

            assertThat(result.exitCode()).isZero();
            assertThat(result.outLines())
                    .anyMatch(line -> line.matches("assistants\\.retrieve +skipped +there is no assistant"))
                    .anyMatch(line -> line.matches("assistants\\.tests\\.runs\\.retrieve +skipped +there is no run"))
                    .anyMatch(line -> line.matches("tools\\.retrieve +skipped +there is no shared tool"));
            assertThat(empty.requestCount()).isEqualTo(10);
        }
    }

    @Test
    void examinesASimulator() {
        Result result = new Cli().run("doctor", "--simulate");

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.outLines()).hasSize(33).last().asString().startsWith("Everything is as expected: 21 of 23");
        assertThat(result.errLines()).containsExactly("This is a simulation: nothing is sent to Telnyx.");
    }

    @Test
    void countsTheHeadersOfTheRateLimit() {
        try (DoctorScene limited = DoctorScene.limited()) {
            Result result = limited.doctor();

            assertThat(result.exitCode()).as(result.out()).isZero();
            assertThat(result.outLines())
                    .contains("rate limit headers                     ok       "
                            + "x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset");
        }
    }

    @Test
    void stopsWhenItIsInterrupted() {
        Result result = DoctorScene.doctor(scene.cli().interruptedByResponse(3));

        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void saysWhatItKnowsAtTheDeadline() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();

        Result result = DoctorScene.doctor(
                scene.cli()
                        .timedBy((Scheduler) time)
                        .onResponseTo("assistants.tags.list", () -> time.advanceTimeBy(Duration.ofMinutes(1))),
                "--deadline=1m");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.outLines())
                .anyMatch(line -> line.matches("assistants\\.tests\\.list +ok +-"))
                .anyMatch(line -> line.matches("tools\\.list +skipped +the deadline has passed"));
        assertThat(scene.simulator.requestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"--rate=0, is not greater than 0", "--deadline=soon, is not a duration", "--fix, Unknown option"})
    void explainsInvalidOptionsInOneLine(String option, String reason) {
        Result result = scene.doctor(option);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains(reason);
        assertThat(scene.simulator.requestCount()).isZero();
    }

    @Test
    void helpSaysThatItPlacesNoCall() {
        assertThat(new Cli().run("doctor", "--help").out())
                .contains("places no call", "--json=FILE", "--deadline=DURATION", "TELNYX_API_KEY", "Exit codes:");
    }
}
