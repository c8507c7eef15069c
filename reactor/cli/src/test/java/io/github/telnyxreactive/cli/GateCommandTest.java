package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate, against a simulator whose state is checked. */
class GateCommandTest {

    private static final String PROMOTE = "assistants.versions.promote";
    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    private static final String CREATE_CANARY = "assistants.canaryDeploys.create";

    private static final Duration FOREVER = Duration.ofHours(1);

    private static String main = "";
    private static String firstCandidate = "";

    private Simulator simulator;
    private TelnyxClient client;
    private String assistantId;
    private String candidate;

    /** Ids follow from the seed, so every simulator of this test has the same. */
    @BeforeAll
    static void determineVersions() {
        try (Simulator other = Simulator.start()) {
            main = Objects.requireNonNull(other.addAssistant(assistant()).versionId());
            firstCandidate =
                    Objects.requireNonNull(other.addAssistant(assistant()).versionId());
        }
    }

    @BeforeEach
    void start() {
        candidate = firstCandidate;
        start(Simulator.builder().outcomes(1, 0, 0).runDuration(Duration.ofMillis(20), Duration.ofMillis(80)));
    }

    private void start(SimulatorBuilder builder) {
        simulator = builder.start();
        client = TelnyxClient.builder()
                .apiKey(simulator.apiKey())
                .baseUrl(simulator.baseUrl())
                .build();
        simulator.addSuite("checkout", 5);
        assistantId = simulator.addAssistant(assistant()).id();
        draft("Hello!");
        simulator.clearRequests();
    }

    private String draft(String greeting) {
        UpdateAssistantRequestWithPromotion draft = UpdateAssistantRequestWithPromotion.builder()
                .greeting(Field.set(greeting))
                .promoteToMain(false)
                .build();
        return client.ai()
                .assistants()
                .update(assistantId, draft)
                .mapNotNull(Assistant::versionId)
                .block();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private static CreateAssistantRequest assistant() {
        return CreateAssistantRequest.builder()
                .name("Front desk")
                .instructions("Answer kindly.")
                .build();
    }

    private Result gate(String... options) {
        return gate(Cli.to(simulator), options);
    }

    private Result gate(Cli cli, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("gate", "checkout", "--assistant", assistantId, "--version-id", candidate));
        arguments.addAll(List.of(options));
        return cli.run(arguments.toArray(String[]::new));
    }

    private String mainVersion() {
        return client.ai()
                .assistants()
                .retrieve(assistantId)
                .mapNotNull(Assistant::versionId)
                .block();
    }

    @Test
    void promotesAGoodVersion() {
        Result result = gate();

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Promoted.", "Candidate: 5 runs, 5 passed, 0 failed, 0 error (100.0 %)");
        assertThat(mainVersion()).isEqualTo(candidate);
        assertThat(simulator.runs()).hasSize(10);
    }

    @Test
    void refusesABadVersion() {
        stop();
        start(Simulator.builder()
                .outcomes(1, 0, 0)
                .outcomes(candidate, 0, 1, 0)
                .runDuration(Duration.ofMillis(20), Duration.ofMillis(80)));

        Result result = gate("--min-pass-rate", "50");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.outLines())
                .contains(
                        "Refused; nothing was changed.", "checkout, version " + candidate, "checkout, version " + main)
                .filteredOn(line -> line.contains("failed") && line.contains(" "))
                .as("the tests that did not pass, by their names")
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(mainVersion()).isEqualTo(main);
        assertThat(simulator.requestCount(PROMOTE)).isZero();
    }

    @Test
    void startsACanary() {
        Result result = gate("--canary", "10", "--baseline", "none");

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Canary started.");
        assertThat(simulator.requestCount(CREATE_CANARY)).isOne();
        assertThat(client.ai()
                        .assistants()
                        .canaryDeploys()
                        .retrieve(assistantId)
                        .block())
                .asString()
                .contains(candidate);
        assertThat(mainVersion()).isEqualTo(main);
        assertThat(simulator.runs()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--min-pass-rate 95",
                "--min-pass-rate 95%",
                "--min-pass-rate 0.5%",
                "--min-pass-rate 1%",
                "--min-pass-rate 0",
                "--min-pass-rate 100",
                "--max-drop 0.5%",
                "--baseline main",
                "--confidence 99.9% --allow-insignificant-drop"
            })
    void takesRatesInPerCent(String options) {
        Result result = gate(options.split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(10);
        assertThat(mainVersion()).isEqualTo(candidate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1%", "0.5%", "10%"})
    void takesTheShareOfACanaryInPerCent(String share) {
        assertThat(gate("--canary", share, "--baseline", "none").outLines()).contains("Canary started.");
    }

    @Test
    void runsEachTestAsOftenAsThePassRuleSays() {
        assertThat(gate("--pass-rule", "2/3").exitCode()).isZero();

        assertThat(simulator.runs()).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({"none, 5", "NAMED, 10"})
    void comparesWithTheBaseline(String baseline, int runs) {
        String named = draft("Good day!");

        Result result = gate("--repeat", "1", "--baseline", baseline.equals("NAMED") ? named : baseline);

        assertThat(result.exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(runs);
        assertThat(simulator.runs())
                .extracting(run ->
                        run.additionalProperties().get("destination_version_id").stringValue())
                .doesNotContain(main)
                .contains(runs == 5 ? candidate : named);
    }

    @Test
    void isInconclusiveIfEvidenceIsMissing() {
        simulator.inject(FaultRule.on(TRIGGER).after(1).inject(Fault.status(403, "{}", "application/json")));

        Result result = gate("--min-pass-rate", "0");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.outLines())
                .contains("Inconclusive; nothing was changed. Missing:")
                .anyMatch(line -> line.matches(
                        "  suite checkout against the (candidate|main version) could not be triggered: .*403.*"));
        assertThat(mainVersion()).isEqualTo(main);
        assertThat(simulator.requestCount(PROMOTE)).isZero();
    }

    @Test
    void isInconclusiveWithoutRunsIfTheyCouldNotBeEnough() {
        String missing = "each version would be run 5 times; at least 6 are required";

        Result result = gate("--min-runs", "6");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.outLines()).last().asString().contains(missing);
        assertThat(simulator.runs()).isEmpty();
        assertThat(mainVersion()).isEqualTo(main);
    }

    @Test
    void changesNothingInADryRun() {
        Result result = gate("--decide-only");

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Passed; nothing was changed.");
        assertThat(mainVersion()).isEqualTo(main);
        assertThat(simulator.requestCount(PROMOTE)).isZero();
    }

    @Test
    void aGateOfTheSameNameTriggersNothingAgain() {
        gate("--decide-only", "--batch", "release 7");
        Result result = gate("--batch", "release 7");

        assertThat(result.exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(10);
    }

    @Test
    void reportsAMissingVersionBeforeItRunsAnything() {
        candidate = "no-such-version";

        Result result = gate();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("there is no version with the id \"no-such-version\" (status 404)");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void decidesNothingIfItIsInterrupted() {
        stop();
        start(Simulator.builder().runDuration(FOREVER, FOREVER));

        Result result = gate(Cli.to(simulator).interruptedByResponseTo(TRIGGER));

        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.out()).contains("Interrupted without a decision; nothing was changed.");
        assertThat(simulator.runs()).isNotEmpty();
        assertThat(mainVersion()).isEqualTo(main);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate checkout | --assistant",
                "gate checkout --assistant a | --version-id",
                "gate --assistant a --version-id b | Nothing to run",
                "gate checkout --assistant a --version-id b --min-pass-rate 101 | '--min-pass-rate': a percentage must be from 0 to 100",
                "gate checkout --assistant a --version-id b --min-pass-rate 0.95 | --min-pass-rate': a rate is in per cent: 95, not 0.95",
                "gate checkout --assistant a --version-id b --min-pass-rate 1 | per cent: 100, not 1",
                "gate checkout --assistant a --version-id b --max-drop 0.5 | --max-drop': a rate is in per cent: 50, not 0.5",
                "gate checkout --assistant a --version-id b --confidence 0.95 | --confidence': a rate is in per cent",
                "gate checkout --assistant a --version-id b --canary 0.1 | --canary': a rate is in per cent: 10, not 0.1",
                "gate checkout --assistant a --version-id b --pass-rule 3/2 | --pass-rule",
                "gate checkout --assistant a --version-id b --pass-rule 2 | '2' is not a pass rule such as 2/3",
                "gate checkout --assistant a --version-id b --pass-rule 2/3 --repeat 4 | is about 3 runs of each test: leave out --repeat 4",
                "gate checkout --assistant a --version-id b --repeat 0 | 0 is not from 1 to 1000",
                "gate checkout --assistant a --version-id b --min-runs 0 | minRuns must be at least 1",
                "gate checkout --assistant a --version-id b --confidence 100 | confidence",
                "gate checkout --assistant a --version-id b --baseline b | the baseline is the candidate itself",
                "gate checkout --assistant a --version-id b --canary 100 | '--canary': percentage must be above 0 and below 100: 100.0",
                "gate checkout --assistant a --version-id b --canary 0 | '--canary': percentage must be above 0",
                "gate checkout --assistant a --version-id b --rate 0 | --rate",
                "gate checkout --simulate --assistant a | --assistant",
                "gate checkout --simulate --simulate-failures 101 | --simulate-failures"
            })
    void namesWhatIsInvalid(String command, String what) {
        Result result = Cli.to(simulator).run(command.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).last().asString().contains(what);
        assertThat(simulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, Promoted.", "100, 4, Refused; nothing was changed."})
    void simulatesWithoutAnAccount(String failures, int exitCode, String verdict) {
        Result result = new Cli()
                .accelerated()
                .run("gate", "checkout", "--simulate", "--simulate-failures", failures, "--tests-per-suite", "2");

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.outLines()).contains(verdict);
    }
}
