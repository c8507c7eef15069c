package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What every command does alike. */
class EveryCommandTest {

    private static final String WRONG_KEY = "KEY-wrong";

    @TempDir
    private Path folder;

    static List<String> calls() {
        return CommandExamples.calls();
    }

    static List<String> all() {
        return CommandExamples.all();
    }

    private Result run(Cli cli, String command) throws IOException {
        return cli.run(CommandExamples.arguments(command, folder));
    }

    private Result run(Simulator simulator, Cli cli, String command) throws IOException {
        return cli.run(CommandExamples.arguments(command, folder, simulator.baseUrl()));
    }

    /** Returns the one line that says what is wrong; the doctor says it in its table. */
    private static String message(String command, Result result) {
        List<String> lines = command.equals("doctor")
                ? result.outLines().stream()
                        .filter(line -> line.contains(" failed "))
                        .limit(1)
                        .toList()
                : result.errLines();
        assertThat(lines).as(command + ": " + result.out() + result.err()).hasSize(1);
        return lines.get(0);
    }

    @Test
    void everyCommandIsCovered() {
        Map<String, CommandLine> commands = CommandModel.of(new Cli()).commands();

        assertThat(commands.keySet().stream()
                        .filter(name -> commands.get(name).getSubcommands().isEmpty()))
                .as("commands; add those that are missing to CommandExamples")
                .containsExactlyInAnyOrderElementsOf(CommandExamples.names());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aWrongKeyIsTriedOnceAndNeverShown(String command) throws IOException {
        try (Simulator simulator = Simulator.start()) {
            Result result = run(simulator, Cli.to(simulator).with("TELNYX_API_KEY", WRONG_KEY), command);

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
            assertThat(message(command, result))
                    .contains(
                            "the API key was rejected (status 401); set TELNYX_API_KEY to a valid key of your account");
            assertThat(result.toString()).doesNotContain(WRONG_KEY).doesNotContain("Exception");
            assertThat(result.list()).isEmpty();
            assertThat(simulator.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCertificateThatIsNotTrustedIsTriedOnce(String command) throws IOException {
        try (Simulator simulator = Simulator.builder().tls(true).start()) {
            Result result = run(simulator, Cli.to(simulator), command);

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
            assertThat(message(command, result))
                    .contains(
                            "the server's certificate is not trusted (",
                            "check TELNYX_BASE_URL, or",
                            "trustStore=FILE");
            assertThat(result.toString()).doesNotContain("\tat ").doesNotContain("Exception");
            assertThat(simulator.requests()).isEmpty();
            assertThat(simulator.connectionCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aServiceThatCannotBeReachedIsNamed(String command) throws IOException {
        try (Simulator simulator = Simulator.start()) {
            simulator.suspend();

            Result result = run(simulator, Cli.to(simulator), command);

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
            assertThat(message(command, result))
                    .contains(
                            "the service cannot be reached (Connection refused",
                            "check TELNYX_BASE_URL and the network");
            assertThat(result.toString()).doesNotContain("Exception");
            assertThat(simulator.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aKeyThatIsNotSetIsAskedFor(String command) throws IOException {
        Result result = run(new Cli().with("TELNYX_BASE_URL", "http://127.0.0.1:1"), command);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().startsWith("telnyx-batch: TELNYX_API_KEY is not set");
        assertThat(result.out() + result.list()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutATerminalNothingIsDrawnOrAsked(String command) throws IOException {
        try (Simulator simulator = Simulator.builder()
                .runDuration(Duration.ofMillis(10), Duration.ofMillis(20))
                .start()) {
            simulator.addAssistants(1);
            simulator.addSuite("checkout", 2);

            Result result = run(
                    simulator,
                    Cli.to(simulator).asked(question -> {
                        throw new AssertionError(question);
                    }),
                    command);

            assertThat(result.out() + result.err() + result.list()).doesNotContain("\u001b", "\r", "Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare EARLIER LATER --json -", "doctor --simulate --json -"})
    void jsonThatNobodyReadsIsNoError(String command) throws IOException {
        Result closed = run(new Cli().listingTo(failing("Broken pipe")), command);
        Result full = run(new Cli().listingTo(failing("No space left on device")), command);

        assertThat(closed.exitCode()).as(closed.toString()).isZero();
        assertThat(closed.err()).doesNotContain("telnyx-batch:");
        assertThat(full.exitCode()).isEqualTo(2);
        assertThat(full.errLines())
                .filteredOn(line -> line.startsWith("telnyx-batch: "))
                .containsExactly("telnyx-batch: could not write - (IOException: No space left on device)");
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("all")
    void helpIsForEveryCommand(String command) {
        String name = CommandModel.of(new Cli()).commands().keySet().stream()
                .filter(candidate -> (command + " ").startsWith(candidate + " "))
                .max(Comparator.comparing(String::length))
                .orElseThrow();

        Result result = new Cli().run((name + " --help").split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Usage: telnyx-batch " + name);
    }
}
