package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program in a virtual machine of its own, as its users do. */
class ProcessTest {

    private static final Duration FOREVER = Duration.ofHours(1);

    /** The bit of SIGINT, which is signal 2. */
    private static final long INTERRUPT = 1 << 1;

    @TempDir
    private Path folder;

    @Test
    void printsTheErrorAlone() throws Exception {
        Process process = new Program().command("run", "checkout").start();

        List<String> out = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        List<String> err = process.errorReader(StandardCharsets.UTF_8).lines().toList();

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).singleElement().asString().startsWith("telnyx-batch: TELNYX_API_KEY is not set");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void reportsTheBatchWhenItIsInterrupted() throws Exception {
        assumeThat(isInterruptIgnored())
                .as("the tests were started with interrupts ignored, which child processes inherit")
                .isFalse();
        assertReportsTheBatch("INT", ExitCode.INTERRUPTED);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void reportsTheBatchWhenItIsTerminated() throws Exception {
        assertReportsTheBatch("TERM", 130);
    }

    @Test
    void oneProcessAtATimeWritesAJournal() throws Exception {
        try (Simulator simulator =
                Simulator.builder().runDuration(FOREVER, FOREVER).start()) {
            simulator.addSuite("checkout", 3);
            Path journal = folder.resolve("journal");
            Process first = new Program()
                    .to(simulator)
                    .command("run", "checkout", "--journal", journal.toString())
                    .start();
            readUntil(first.inputReader(StandardCharsets.UTF_8), "3 pending");
            byte[] before = Files.readAllBytes(journal);

            Process second = new Program()
                    .to(simulator)
                    .command("run", "--resume", journal.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(second.waitFor()).as(output).isEqualTo(ExitCode.NOT_RUN);
            assertThat(output).contains("another process is running the batch of " + journal);
            assertThat(journal).hasBinaryContent(before);
            first.destroyForcibly().waitFor();
            assertThat(JournalReport.read(journal).isComplete()).isFalse();
            BatchJournal.Session session = FileJournal.at(journal).open().block();
            assertThat(session.entries().count().block()).isPositive();
            session.close().block();
            assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".lock"));
        }
    }

    private void assertReportsTheBatch(String signal, int exitCode) throws Exception {
        try (Simulator simulator =
                Simulator.builder().runDuration(FOREVER, FOREVER).start()) {
            simulator.addSuite("checkout", 3);
            Process process = new Program()
                    .to(simulator)
                    .command(
                            "run",
                            "checkout",
                            "--journal",
                            folder.resolve("journal").toString())
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            readUntil(out, "3 pending");

            assertThat(send(signal, process)).isZero();

            assertThat(out.lines())
                    .anyMatch(line -> line.startsWith("Interrupted. 3 runs of 1 suite in "))
                    .anyMatch(line -> line.equals("Runs that were started continue at Telnyx."))
                    .anyMatch(line -> line.startsWith("To resume this batch: telnyx-batch run --resume "));
            assertThat(process.errorReader(StandardCharsets.UTF_8).lines()).isEmpty();
            assertThat(process.waitFor()).isEqualTo(exitCode);
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
