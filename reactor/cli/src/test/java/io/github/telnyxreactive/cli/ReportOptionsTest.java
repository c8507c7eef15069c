package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files for results that cannot be written as asked are refused before anything is sent. */
class ReportOptionsTest {

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder().start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void assertRefused(String arguments, String reason) {
        String inFolder = folder + "/";
        String gate = "gate checkout --assistant=a --version-id=b ";
        for (String command : new String[] {"run checkout ", gate}) {
            Result result = Cli.to(simulator).run((command + arguments.replace("FOLDER/", inFolder)).split(" +"));

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.errLines())
                    .singleElement()
                    .asString()
                    .contains("Invalid value for option " + reason.replace("FOLDER/", inFolder));
        }
        assertThat(simulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --json=-                                   | '--json': the progress is printed to the standard output, so name a file
            --junit=-                                  | '--junit': the progress is printed
            --markdown=-                               | '--markdown': the progress is printed
            --summary=-                                | '--summary': the progress is printed
            --json=FOLDER/a --junit=FOLDER/a           | '--json': FOLDER/a is the file of --junit too: name another
            --markdown=FOLDER/a --summary=FOLDER/./a   | '--summary': FOLDER/./a is the file of --markdown too
            --journal=FOLDER/a --json=FOLDER/a         | '--json': FOLDER/a is the file of the journal too
            """)
    void refusesFilesThatAreNotTheirOwn(String arguments, String reason) {
        assertRefused(arguments, reason);
    }

    @Test
    void refusesADirectoryAndOtherNamesOfAFile() throws IOException {
        Files.createDirectory(folder.resolve("results"));
        Files.createSymbolicLink(folder.resolve("link"), Files.createFile(folder.resolve("file")));

        assertRefused("--json=FOLDER/results", "'--json': FOLDER/results is a directory: name a file");
        assertRefused("--junit=FOLDER/link --json=FOLDER/file", "'--json': FOLDER/file is the file of --junit too");
    }
}
