package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** The gate from the command line, against a simulator whose state is looked at. */
@Timeout(60)
class GateCommandTest {

    private static final String PROMOTE = "assistants.versions.promote";
    private static final String CREATE_CANARY = "assistants.canaryDeploys.create";

    private Simulator simulator;
    private TelnyxClient client;
    private String assistantId;
    private String main;
    private String candidate;

    @BeforeEach
    void start() {
        List<String> versions = firstVersions();
        main = versions.get(0);
        candidate = versions.get(1);
        begin(Simulator.builder().outcomes(1, 0, 0));
    }

    private void begin(SimulatorBuilder builder) {
        simulator = builder.runDuration(Duration.ofMillis(20), Duration.ofMillis(80))
                .start();
        assistantId = scene(simulator);
        client = TelnyxClient.builder()
                .apiKey(simulator.apiKey())
                .baseUrl(simulator.baseUrl())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private static String scene(Simulator simulator) {
        simulator.addSuite("checkout", 5);
        String id = simulator.addAssistant(assistant()).id();
        try (TelnyxClient client = TelnyxClient.builder()
                .apiKey(simulator.apiKey())
                .baseUrl(simulator.baseUrl())
                .build()) {
            UpdateAssistantRequestWithPromotion draft = UpdateAssistantRequestWithPromotion.builder()
                    .greeting(Field.set("Hello!"))
                    .promoteToMain(false)
                    .build();
            client.ai().assistants().update(id, draft).block();
        }
        simulator.clearRequests();
        return id;
    }

    private static CreateAssistantRequest assistant() {
        return CreateAssistantRequest.builder()
                .name("Front desk")
                .instructions("Answer kindly.")
                .build();
    }

    /** Ids follow from the seed. */
    private static List<String> firstVersions() {
        List<String> versions = new ArrayList<>();
        try (Simulator other = Simulator.start()) {
            versions.add(Objects.requireNonNull(other.addAssistant(assistant()).versionId()));
            versions.add(Objects.requireNonNull(other.addAssistant(assistant()).versionId()));
        }
        return versions;
    }

    private Result gate(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("gate", "checkout", "--assistant", assistantId, "--version-id", candidate));
        arguments.addAll(List.of(options));
        return Cli.to(simulator).call(arguments.toArray(String[]::new));
    }

    private String mainVersion() {
        return client.ai()
                .assistants()
                .retrieve(assistantId)
                .mapNotNull(Assistant::versionId)
                .block();
    }

    @Test
    void aGoodVersionIsPromoted() {
        Result result = gate();

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Promoted.", "Candidate: 5 runs, 5 passed, 0 failed, 0 error (100.0 %)");
        assertThat(mainVersion()).isEqualTo(candidate);
        assertThat(simulator.runs()).hasSize(10);
    }

    @Test
    void aBadVersionIsRefused() {
        stop();
        begin(Simulator.builder().outcomes(1, 0, 0).outcomes(candidate, 0, 1, 0));

        Result result = gate("--min-pass-rate", "50");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.outLines()).contains("Refused; nothing was changed.");
        assertThat(mainVersion()).isEqualTo(main);
        assertThat(simulator.requestCount(PROMOTE)).isZero();
    }

    @Test
    void aCanaryIsStarted() {
        Result result = gate("--canary", "10", "--no-baseline");

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

    @Test
    void aDryRunChangesNothing() {
        Result result = gate("--dry-run");

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Passed; nothing was changed.");
        assertThat(mainVersion()).isEqualTo(main);
        assertThat(simulator.requestCount(PROMOTE)).isZero();
    }

    @Test
    void theSameGateTriggersNothingTwice() {
        gate("--dry-run", "--batch", "release 7");
        Result result = gate("--batch", "release 7");

        assertThat(result.exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(10);
    }

    @Test
    void aMissingVersionIsReportedBeforeAnythingIsRun() {
        candidate = "no-such-version";

        Result result = gate();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("404");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void anInterruptedGateDecidesNothing() {
        Result result = Cli.to(simulator)
                .interruptedBy(Mono.delay(Duration.ofMillis(1)).then())
                .call("gate", "checkout", "--assistant", assistantId, "--version-id", candidate);

        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.out()).contains("Interrupted without a decision.");
        assertThat(mainVersion()).isEqualTo(main);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate checkout | --assistant",
                "gate checkout --assistant a | --version-id",
                "gate --assistant a --version-id b | SUITE",
                "gate checkout --assistant a --version-id b --min-pass-rate 101 | minPassRate",
                "gate checkout --assistant a --version-id b --canary 100 | percentage",
                "gate checkout --assistant a --version-id b --rate 0 | --rate",
                "gate checkout --simulate --assistant a | --assistant",
                "gate checkout --simulate --simulate-failures 101 | weights"
            })
    void whatIsWrongIsNamed(String command, String what) {
        Result result = Cli.to(simulator).call(command.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).last().asString().contains(what);
        assertThat(simulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, Promoted.", "100, 1, Refused; nothing was changed."})
    void itCanBeTriedOutWithoutAnAccount(String failures, int exitCode, String verdict) {
        Result result = new Cli()
                .call("gate", "checkout", "--simulate", "--simulate-failures", failures, "--tests-per-suite", "2");

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.outLines()).contains(verdict);
    }
}
