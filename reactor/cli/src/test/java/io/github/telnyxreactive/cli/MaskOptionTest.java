package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.util.Lists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The option {@code --mask}: what is written has no phone numbers, and can still be joined, compared and run again. */
class MaskOptionTest {

    private static final String NUMBER = "+12025550134";
    private static final String MASKED = "+1202…34";
    private static final String SUITE = "IVR " + NUMBER;
    private static final String TRIGGER_SUITE = "assistants.tests.testSuites.runs.trigger";

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(20))
            .outcomes(0, 1, 0)
            .start();
    private final AssistantTest test = Definitions.test(simulator, "Call " + NUMBER, SUITE, "x");

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String content(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private Result run(Cli cli, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "run";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return cli.run(arguments);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reportsAndTheTerminalHaveNoNumber(boolean isInteractive) throws IOException {
        Cli cli = isInteractive ? Cli.to(simulator).onATerminalOf(80) : Cli.to(simulator);
        Result result = run(
                cli.with("GITHUB_ACTIONS", "true"),
                SUITE,
                "--mask",
                "--journal=" + file("journal"),
                "--junit=" + file("junit"),
                "--json=" + file("json"),
                "--markdown=" + file("markdown"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains(MASKED, "::error ").doesNotContain("+12025");
        assertThat(result.err()).doesNotContain("+12025");
        for (String report : List.of("junit", "json", "markdown")) {
            assertThat(content(report)).as(report).contains(MASKED).doesNotContain("+12025");
        }
        assertThat(content("journal")).contains(SUITE).doesNotContain(MASKED);
        TestRun run = simulator.runs().get(0);
        try (InputStream json = Files.newInputStream(folder.resolve("json"))) {
            assertThat(JsonReport.read(json).items())
                    .flatExtracting(item -> Lists.newArrayList(item.runs()))
                    .singleElement()
                    .returns(run.runId(), ReportedRun::runId)
                    .returns(test.testId(), ReportedRun::testId)
                    .returns(run.conversationId(), ReportedRun::conversationId);
        }
    }

    @Test
    void withoutItNumbersStay() throws IOException {
        Result result = run(Cli.to(simulator), SUITE, "--json=" + file("json"));

        assertThat(result.out()).contains(NUMBER);
        assertThat(content("json")).contains(NUMBER);
    }

    @Test
    void problemsHaveNoNumber() {
        simulator.inject(FaultRule.on(TRIGGER_SUITE).times(1).inject(Fault.status(422, "{}", "application/json")));

        Result result = run(Cli.to(simulator), SUITE, "--mask");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("IVR " + MASKED + ": ").doesNotContain("+12025");
    }

    @Test
    void stackTracesOfProblemsHaveNoNumber() {
        simulator.inject(FaultRule.on(TRIGGER_SUITE)
                .times(1)
                .inject(Fault.status(
                        422, "{\"errors\":[{\"detail\":\"no call to " + NUMBER + "\"}]}", "application/json")));

        Result result = run(Cli.to(simulator), SUITE, "--mask", "--verbose");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .contains("no call to " + MASKED, "UnprocessableEntityException", "\tat ")
                .doesNotContain("+12025");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --mask --suite=+12025550134",
                "run --suite=+12025550134 --mask",
                "run --mask a --rerun=+12025550134",
                "run --mask --resume=+12025550134 +12025550134 --deadline=+12025550134"
            })
    void refusedArgumentsHaveNoNumber(String command) {
        Result result = new Cli().run(command.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(MASKED).doesNotContain("+12025");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run IVR_+12025550134 --mask",
                "run IVR_+12025550134 --mask --verbose",
                "list tests --suite IVR --mask --format ndjson"
            })
    void theClosestNamesHaveNoNumber(String command) {
        Result result = Cli.to(simulator).run(command.split(" "));

        assertThat(result.err()).contains("IVR " + MASKED).doesNotContain("+12025");
    }

    @Test
    void aPlanHasNoNumber() {
        assertThat(run(Cli.to(simulator), SUITE, "--tests=" + test.testId(), "--mask", "--dry-run")
                        .outLines())
                .contains("  suite IVR " + MASKED + ": 1 test", "  test " + test.testId() + " (Call " + MASKED + ")");
    }

    @Test
    void aMaskedReportIsComparedWithOneThatIsNot() {
        run(Cli.to(simulator), SUITE, "--json=" + file("a"));
        run(Cli.to(simulator), SUITE, "--mask", "--json=" + file("b"));

        assertThat(new Cli().run("compare", file("a"), file("b")).out())
                .contains("Still failed: 1 test", "0 new, 0 gone, 1 still failed, 0 still passed.");
    }

    @Test
    void testsOfAMaskedReportAreRunAgain() {
        run(Cli.to(simulator), SUITE, "--mask", "--json=" + file("json"));

        Result result = run(Cli.to(simulator), "--rerun=failed", "--from=" + file("json"));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(simulator.runs()).extracting(TestRun::testId).containsExactly(test.testId(), test.testId());
    }

    @Test
    void aSuiteOfAMaskedReportIsRunAgain() {
        simulator.inject(FaultRule.on(TRIGGER_SUITE).times(1).inject(Fault.status(422, "{}", "application/json")));
        run(Cli.to(simulator), SUITE, "--mask", "--json=" + file("json"), "--version-id=v");

        Result result = run(Cli.to(simulator), "--rerun=not_started", "--from=" + file("json"));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(simulator.runs()).extracting(TestRun::testId).containsExactly(test.testId());
        assertThat(simulator.requests(TRIGGER_SUITE))
                .last()
                .extracting(RecordedRequest::text)
                .asString()
                .contains("\"v\"");
    }

    @Test
    void aSuiteThatCouldBeSeveralIsNotRunAgain() {
        simulator.inject(FaultRule.on(TRIGGER_SUITE).times(1).inject(Fault.status(422, "{}", "application/json")));
        run(Cli.to(simulator), SUITE, "--mask", "--json=" + file("json"));
        simulator.addSuite("IVR +12029999934", 1);

        Result result = run(Cli.to(simulator), "--rerun=not_started", "--from=" + file("json"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("\"IVR " + MASKED + "\"", "2 suites of the account look like that");
        assertThat(simulator.runs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list tests --format table", "list tests --format ndjson", "list suites --format table"})
    void listsHaveNoNumber(String command) {
        Result result = Cli.to(simulator).run((command + " --mask").split(" "));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.list()).contains(MASKED).doesNotContain("+12025");
        assertThat(Cli.to(simulator).run(command.split(" ")).list()).contains(NUMBER);
        assertThat(result.list().contains(test.testId())).isEqualTo(command.contains("tests"));
    }

    @Test
    void exportedFilesHaveNoNumberAndCannotBeApplied() {
        Definitions.assistant(simulator, "Desk " + NUMBER, "Call " + NUMBER + ".");
        Path definitions = folder.resolve("definitions");

        Result exported = Cli.to(simulator).run("export", definitions.toString(), "--mask");

        assertThat(exported.exitCode()).as(exported.err()).isZero();
        assertThat(exported.errLines())
                .containsExactly(
                        "telnyx-batch: phone numbers are masked, so these files are to be read: apply refuses them");
        Map<String, String> files = Definitions.files(definitions);
        assertThat(files).hasSize(2);
        files.forEach((name, text) -> {
            assertThat(name).doesNotContain("2025550134");
            assertThat(text).contains(MASKED).doesNotContain("+12025");
        });
        simulator.clearRequests();
        Result applied = Cli.to(simulator).run("apply", definitions.toString());
        assertThat(applied.exitCode()).isEqualTo(2);
        assertThat(applied.err())
                .contains(
                        ":1:1: has a masked phone number: apply what was exported without --mask",
                        "nothing was changed: 4 problems in the definitions");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void definitionsAreNotReplacedByMaskedOnes() throws IOException {
        Cli.to(simulator).run("export", folder.toString());
        Map<String, String> files = Definitions.files(folder);

        Result result = Cli.to(simulator).run("export", folder.toString(), "--mask", "--force");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("has files: --mask writes to a new folder");
        assertThat(Definitions.files(folder)).isEqualTo(files);
    }
}
