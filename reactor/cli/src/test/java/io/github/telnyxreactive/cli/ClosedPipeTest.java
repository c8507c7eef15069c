package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CommandExamples in a virtual machine of their own, whose output nobody reads, as behind {@code | head}. */
class ClosedPipeTest {

    @TempDir
    private static Path folder;

    /** Starts the program with a pipe that is closed before anything can have been written. */
    private static Process start(String command) throws IOException {
        Process process = new Program()
                .command(CommandExamples.arguments(command, folder))
                .start();
        process.getInputStream().close();
        return process;
    }

    @ParameterizedTest
    @CsvSource({
        "0, --help",
        "1, run checkout --simulate --simulate-failures 100 --run-duration 1ms-2ms",
        "0, gate checkout --simulate --tests-per-suite 2 --run-duration 1ms-2ms",
        "0, list tests --simulate --elements 100000 --format table",
        "0, doctor --simulate --json -",
        "0, compare EARLIER LATER --json -"
    })
    void theExitCodeIsThatOfTheResult(int exitCode, String command) throws Exception {
        Process process = start(command);

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(err).isEqualTo(exitCode);
        assertThat(err).doesNotContain("Exception", "telnyx-batch:");
    }
}
