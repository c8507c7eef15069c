package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evidence that a gate keeps in a file, and that a later one compares with. */
class GateEvidenceTest {

    private static final int TESTS = GateScene.TESTS;

    @TempDir
    Path directory;

    private final GateScene scene = new GateScene();
    private final Simulator simulator = scene.simulator;
    private final TelnyxClient client = scene.client;
    private Path file;

    @BeforeEach
    void start() {
        file = directory.resolve("evidence.json");
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    private String draft(String greeting) {
        return scene.draft(greeting);
    }

    private Result gate(String candidate, String... options) {
        return scene.gate(candidate, options);
    }

    private Result keep(String candidate, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--keep-evidence", file.toString()));
        return gate(candidate, all.toArray(String[]::new));
    }

    private Result useAndKeep(String candidate, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--baseline-file", file.toString()));
        return keep(candidate, all.toArray(String[]::new));
    }

    private List<String> versions() {
        return simulator.runs().stream()
                .map(run ->
                        run.additionalProperties().get("destination_version_id").stringValue())
                .distinct()
                .toList();
    }

    @Test
    void aReleaseIsComparedWithTheOneBefore() {
        String first = draft("Hello!");
        assertThat(keep(first).outLines()).contains("Promoted.");
        assertThat(simulator.runs()).hasSize(2 * TESTS);

        for (int release = 3; release <= 5; release++) {
            String next = draft("Hello " + release + "!");
            Result result = useAndKeep(next, "--max-age", "1h");

            assertThat(result.exitCode()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.outLines())
                    .contains("Promoted.", "Baseline: 5 runs, 5 passed, 0 failed, 0 error (100.0 %)")
                    .anyMatch(line -> line.matches("The baseline was kept from .*Z\\."))
                    .noneMatch(line -> line.contains("not used"));
            assertThat(simulator.runs()).hasSize(release * TESTS);
            assertThat(versions()).hasSize(release).contains(next);
        }
    }

    @Test
    void theBaselineIsKeptIfTheVersionIsNotPromoted() {
        String main = Objects.requireNonNull(client.ai()
                .assistants()
                .retrieve(scene.assistantId)
                .mapNotNull(Assistant::versionId)
                .block());
        keep(draft("Hello!"), "--decide-only");

        assertThat(file).content().contains("\"version_id\":\"" + main + "\"");
        assertThat(useAndKeep(draft("Good day!"), "--decide-only").outLines())
                .anyMatch(line -> line.startsWith("The baseline was kept from "));
        assertThat(simulator.runs()).hasSize(3 * TESTS);
    }

    @Test
    void evidenceDoesNotGetYoungerByUse() throws IOException {
        keep(draft("Hello!"), "--decide-only");
        String before = Files.readString(file);

        useAndKeep(draft("Good day!"), "--decide-only");

        assertThat(file).content().isEqualTo(before);
    }

    @Test
    void whatDoesNotHoldIsRunAgain() {
        keep(draft("Hello!"));
        String testId = Objects.requireNonNull(simulator.runs().get(0).testId());
        client.ai()
                .assistants()
                .tests()
                .update(
                        testId,
                        UpdateAssistantTestRequest.builder()
                                .instructions(Field.set("Ask for something else"))
                                .build())
                .block();

        Result result = useAndKeep(draft("Good day!"));

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .last()
                .asString()
                .startsWith(
                        "  the kept baseline was not used, and the suites were run against the main version: 1 test was"
                                + " changed in suite checkout since: \"")
                .endsWith("\" (" + testId + ")");
        assertThat(result.outLines()).noneMatch(line -> line.startsWith("The baseline was kept"));
        assertThat(simulator.runs()).hasSize(4 * TESTS);
    }

    @Test
    void whatIsOldIsRunAgain() throws IOException {
        keep(draft("Hello!"));
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst(
                                "(\"started_at\":\")[^\"]*",
                                "$1" + Instant.now().minus(Duration.ofDays(6))));

        assertThat(gate(draft("Good day!"), "--decide-only", "--baseline-file", file.toString())
                        .outLines())
                .noneMatch(line -> line.contains("was not used"));
        assertThat(useAndKeep(draft("Good evening!"), "--max-age", "5d").outLines())
                .last()
                .asString()
                .endsWith(", and older than 5 days");
    }

    @Test
    void garbageIsRunAgain() throws IOException {
        Files.writeString(file, "garbage");

        Result result = useAndKeep(draft("Hello!"));

        assertThat(result.exitCode()).isZero();
        assertThat(result.err())
                .contains(file + " is not used, and the suites are run against the baseline: This is not JSON");
        assertThat(simulator.runs()).hasSize(2 * TESTS);
        assertThat(useAndKeep(draft("Good day!")).err()).isEmpty();
    }

    @Test
    void aMissingFileIsAnError() {
        Result result = gate(draft("Hello!"), "--baseline-file", file.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly("telnyx-batch: there is no file " + file
                        + ": let a gate write it with --keep-evidence, or leave out --baseline-file");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void aDirectoryIsAnError() {
        Result result = gate(draft("Hello!"), "--baseline-file", directory.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("could not read " + directory);
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void incompleteEvidenceIsNotKept() throws IOException {
        Files.writeString(file, "of the last time");
        simulator.inject(FaultRule.on("assistants.tests.testSuites.runs.trigger")
                .after(1)
                .inject(Fault.status(403, "{}", "application/json")));

        Result result = keep(draft("Hello!"));

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.err()).contains("nothing was written to " + file + ": there is no complete evidence");
        assertThat(file).content().isEqualTo("of the last time");
    }

    @Test
    void theDecisionStandsIfItsEvidenceCannotBeWritten() {
        Result result = gate(draft("Hello!"), "--keep-evidence", directory.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Promoted.");
        assertThat(result.err()).contains("could not write " + directory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--max-age 7d | --max-age is the age of a --baseline-file, which is missing",
                "--baseline-file f --baseline none | --baseline-file and --baseline none contradict each other",
                "--baseline-file f --max-age 7 | '7' has no unit: write 7s, 7m or 7h",
                "--baseline-file f --max-age 0d | '0d' is not a duration between zero and one year"
            })
    void namesWhatIsInvalid(String options, String what) {
        Result result = gate("v", options.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).last().asString().contains(what);
    }
}
