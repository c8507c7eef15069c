package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program in a virtual machine of its own, as its users do. */
@Timeout(60)
class ProcessTest {

    private static final Duration AGES = Duration.ofHours(1);

    /** The bit of SIGINT, which is signal 2. */
    private static final long INTERRUPT = 1 << 1;

    @TempDir
    private Path folder;

    static ProcessBuilder program(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        if (Runtime.version().feature() >= 24) {
            // As in the manifest of the jar.
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("--class-path", classPath(), TelnyxBatch.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TELNYX_") || name.startsWith("JAVA_TOOL"));
        return builder;
    }

    /** The jar has no logging of its own either. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("logback") && !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void whatIsWrongIsAllThatIsPrinted() throws Exception {
        Process process = program("run", "checkout").start();

        List<String> out = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        List<String> err = process.errorReader(StandardCharsets.UTF_8).lines().toList();

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).singleElement().asString().startsWith("telnyx-batch: TELNYX_API_KEY is not set");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interruptEndsItWithWhatIsKnown() throws Exception {
        assumeThat(isInterruptIgnored())
                .as("whoever started the tests has them ignore interrupts, and so does what they start")
                .isFalse();
        assertEnds("INT", ExitCode.INTERRUPTED);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void terminationEndsItWithWhatIsKnown() throws Exception {
        assertEnds("TERM", 143);
    }

    private void assertEnds(String signal, int exitCode) throws Exception {
        try (Simulator simulator = Simulator.builder().runDuration(AGES, AGES).start()) {
            simulator.addSuite("checkout", 3);
            ProcessBuilder builder = program(
                    "run", "checkout", "--journal", folder.resolve("journal").toString());
            builder.environment().put("TELNYX_API_KEY", simulator.apiKey());
            builder.environment().put("TELNYX_BASE_URL", simulator.baseUrl());
            Process process = builder.start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            readUntil(out, "3 pending");

            assertThat(send(signal, process)).isZero();

            assertThat(out.lines())
                    .anyMatch(line -> line.startsWith("Interrupted. 3 runs of 1 suite in "))
                    .anyMatch(line -> line.equals("What was started goes on at Telnyx."))
                    .anyMatch(line -> line.startsWith("To go on with this batch: telnyx-batch run --resume "));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(exitCode);
            assertThat(process.errorReader(StandardCharsets.UTF_8).lines()).isEmpty();
        }
    }

    private static void readUntil(BufferedReader lines, String part) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(part)) {
                return;
            }
        }
        throw new AssertionError("the output ended before \"" + part + "\"");
    }

    private static int send(String signal, Process process) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> line.substring("SigIgn:".length()).strip())
                        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & INTERRUPT) != 0);
    }
}
