package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The journal cannot be written any more, in the middle of a batch. A limit of the size of files stands for a full disk. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such limit")
class FullDiskTest {

    private static final int TESTS = 40;

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(60))
            .outcomes(1, 0, 0)
            .start();

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void setUp() {
        simulator.addSuite("checkout", TESTS);
        simulator.addSuite("support", TESTS);
        journal = folder.resolve("journal.jsonl");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private record Output(int exitCode, String out, String err) {}

    /** Runs the program, which cannot write files of more than a number of KiB. */
    private Output run(int limit, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + limit + "; exec \"$@\"", "bash"));
        command.addAll(
                new Program().withOption("-XX:-UsePerfData").command(arguments).command());
        Path err = folder.resolve("err");
        ProcessBuilder builder = new Program().to(simulator).command();
        Process process = builder.command(command).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), out, Files.readString(err));
    }

    @Test
    void reportsWhatIsKnownAndHowToGoOn() throws Exception {
        // Nothing can be written below a file, as if the disk had no room for the report either.
        Path json = Files.createFile(folder.resolve("file")).resolve("report.json");
        // Enough for the plan and the runs of the first suite, and not for all that becomes known.
        Output output = run(16, "run", "checkout", "support", "--journal=" + journal, "--json=" + json);

        assertThat(output.exitCode()).as(output.out() + output.err()).isEqualTo(3);
        assertThat(output.err())
                .contains("could not write the journal " + journal)
                .contains("free space on the disk, then continue with: telnyx-batch run --resume " + journal)
                .contains("could not write " + json);
        assertThat(output.out().lines().filter(line -> line.startsWith("{")))
                .as("the report in place of the file")
                .singleElement()
                .asString()
                .contains("\"batch_id\"", "\"run_id\"");
        assertThat(simulator.runs()).hasSizeGreaterThanOrEqualTo(TESTS);

        Cli.Result resumed = Cli.to(simulator).run("run", "--resume=" + journal);

        assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
        assertThat(simulator.runs()).hasSize(2 * TESTS);
    }
}
