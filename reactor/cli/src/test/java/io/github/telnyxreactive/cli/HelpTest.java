package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.telnyxreactive.cli.Cli.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that help with the other ones. */
class HelpTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "gate", "list", "list tests", "resolve", "help", "completion"})
    void helpIsThatOfTheOption(String command) {
        String path = command.isEmpty() ? "" : command + " ";

        Result help = new Cli().run(("help " + command).split(" "));

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: telnyx-batch " + path)
                .isEqualTo(new Cli().run((path + "--help").split(" ")).out());
    }

    private Path script() throws IOException {
        Result result = new Cli().run("completion");
        assertThat(result.exitCode()).isZero();
        return Files.writeString(folder.resolve("completion.sh"), result.out());
    }

    private String bash(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
        builder.environment().remove("BASH_ENV");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }

    private static void assumeBash() {
        assumeThat(Path.of("/bin/bash"))
                .as("there is no /bin/bash to complete anything")
                .isExecutable();
    }

    @Test
    void theScriptIsOneOfBash() throws IOException, InterruptedException {
        assumeBash();

        assertThat(bash("/bin/bash", "-n", script().toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            re                        | resolve
            com                       | compare completion
            list te                   | tests
            run --conc                | --concurrency
            resolve --not             | --not-started
            list tests --format ``    | ndjson table
            list runs --status f      | failed
            """)
    void completesCommandsAndOptions(String words, String expected) throws IOException, InterruptedException {
        assumeBash();
        String[] given = ("telnyx-batch " + words).split(" ");
        String line = String.join(" ", given);

        String completed = bash(
                "/bin/bash",
                "--norc",
                "-c",
                // Only Bash itself may call compopt.
                "compopt() { :; }; source " + script() + "; COMP_WORDS=(" + line.replace("``", "''") + "); COMP_CWORD="
                        + (given.length - 1) + "; _complete_telnyx-batch; echo \"${COMPREPLY[@]}\"");

        assertThat(completed).isEqualTo(expected);
    }
}
