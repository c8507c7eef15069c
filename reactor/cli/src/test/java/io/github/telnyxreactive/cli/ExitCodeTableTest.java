package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exit code of the table in the README, reached by the program in a virtual machine of its own. */
class ExitCodeTableTest {

    private static final int INTERRUPTED = 130;

    /** A command for each exit code. */
    private static final List<String> CASES = List.of(
            "0 run checkout --simulate --tests-per-suite 2 --run-duration 50ms-60ms",
            "0 run checkout --simulate --tests-per-suite 2 --run-duration 50ms-60ms --simulate-failures 100 --pass-rule 1/2"
                    + " --min-pass-rate 0",
            "1 run checkout --simulate --tests-per-suite 2 --run-duration 50ms-60ms --simulate-failures 100",
            "2 run --simulate",
            "3 run checkout --simulate --tests-per-suite 2 --run-duration 50ms-60ms --max-runs 1 --each-test",
            "0 gate checkout --simulate --tests-per-suite 2 --run-duration 50ms-60ms",
            "2 gate checkout --simulate --min-pass-rate 0.95",
            "4 gate checkout --simulate --tests-per-suite 2 --run-duration 50ms-60ms --simulate-failures 100",
            "5 gate checkout --simulate --tests-per-suite 2 --run-duration 50ms-60ms --min-runs 1000",
            "0 list suites --simulate --elements 3",
            "2 list",
            "0 doctor --simulate",
            "2 doctor --rate x",
            "0 compare EARLIER LATER",
            "1 compare EARLIER WORSE",
            "2 compare EARLIER MISSING",
            "2 export",
            "2 apply MISSING",
            "2 resolve MISSING");

    /** Those that need an account. One of its operations always fails. */
    private static final List<String> CASES_WITH_SERVICE = List.of(
            "1 doctor",
            "0 export FOLDER",
            "1 apply DEFINITIONS --dry-run",
            "0 apply DEFINITIONS",
            "0 resolve KNOWN --same-account",
            "3 resolve UNKNOWN --same-account");

    /** Those that are terminated while they wait for a response. */
    private static final List<String> CASES_WITHOUT_RESPONSE = List.of(
            "130 run checkout --journal JOURNAL",
            "130 gate checkout --assistant assistant-1 --version-id 00000000-0000-4000-8000-000000000009",
            "130 list tests",
            "130 doctor",
            "130 export FOLDER",
            "130 apply DEFINITIONS",
            "130 resolve UNKNOWN --same-account");

    /** One that is terminated while it waits for a file. */
    private static final String CASE_WITHOUT_FILE = "130 compare EARLIER PIPE";

    @TempDir
    private Path folder;

    static List<String> cases() {
        return CASES;
    }

    static List<String> casesWithService() {
        return CASES_WITH_SERVICE;
    }

    static List<String> casesWithoutResponse() {
        return CASES_WITHOUT_RESPONSE;
    }

    private static int exitCode(String exits) {
        return Integer.parseInt(exits.substring(0, exits.indexOf(' ')));
    }

    private Process start(Program program, String exits) throws IOException {
        return start(program, exits, "https://api.example/v2");
    }

    private Process start(Program program, String exits, String baseUrl) throws IOException {
        String command = exits.substring(exits.indexOf(' ') + 1);
        return program.command(CommandExamples.arguments(command, folder, baseUrl))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static void assertExits(Process process, int code) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isEqualTo(code);
        assertThat(output).doesNotContain("Exception");
    }

    @Test
    void everyCodeOfEveryCommandIsReached() {
        Map<String, Set<Integer>> reached = new TreeMap<>();
        List<String> all = new ArrayList<>(CASES);
        all.addAll(CASES_WITH_SERVICE);
        all.addAll(CASES_WITHOUT_RESPONSE);
        all.add(CASE_WITHOUT_FILE);
        all.forEach(exits -> reached.computeIfAbsent(exits.split(" ")[1], name -> new TreeSet<>())
                .add(exitCode(exits)));

        assertThat(reached).isEqualTo(CommandModel.of(new Cli()).exitCodes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exitsWithTheCodeOfTheOutcome(String exits) throws Exception {
        assertExits(start(new Program(), exits), exitCode(exits));
    }

    @ParameterizedTest
    @MethodSource("casesWithService")
    void exitsWithTheCodeOfWhatTheServiceHas(String exits) throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.inject(FaultRule.on("assistants.tags.list").inject(Fault.status(422, "{}", "application/json")));

            assertExits(start(new Program().to(simulator), exits, simulator.baseUrl()), exitCode(exits));
        }
    }

    @ParameterizedTest
    @MethodSource("casesWithoutResponse")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void exitsWithTheCodeOfAnInterruptionWhenItIsTerminated(String exits) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String baseUrl = "http://127.0.0.1:" + silent.getLocalPort();
            Process process =
                    start(new Program().with("TELNYX_API_KEY", "KEY").with("TELNYX_BASE_URL", baseUrl), exits, baseUrl);
            try (Socket connection = silent.accept()) {
                assertThat(connection.getInputStream().read()).isEqualTo('G');
                process.toHandle().destroy();

                assertExits(process, INTERRUPTED);
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void exitsWithTheCodeOfAnInterruptionWhileItReads() throws Exception {
        Process process = start(new Program(), CASE_WITHOUT_FILE);
        // Opened by the reader, too.
        try (OutputStream pipe = new FileOutputStream(folder.resolve("PIPE").toFile())) {
            pipe.write('{');
            process.toHandle().destroy();

            assertExits(process, INTERRUPTED);
        }
    }
}
