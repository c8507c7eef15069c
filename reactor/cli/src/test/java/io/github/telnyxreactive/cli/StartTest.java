package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import reactor.core.publisher.Mono;

/** What the program does not need is not built and not loaded. */
class StartTest {

    private final Terminal terminal = new Terminal(
            new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false, Style.PLAIN);
    private final AtomicInteger environments = new AtomicInteger();

    private CommandLine commandLine(String... arguments) {
        return TelnyxBatch.commandLine(terminal, this::environment, OutputStream.nullOutputStream(), arguments);
    }

    private Environment environment() {
        environments.incrementAndGet();
        return Environment.system(terminal, variable -> null, Mono.never());
    }

    /** Returns the subcommands that can be executed. */
    private static List<String> built(CommandLine parent) {
        return parent.getSubcommands().entrySet().stream()
                .filter(command -> !command.getValue().getCommandSpec().args().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"--help,'',0", "run a --dry-run,run,1", "list tests,list,1", "help gate,'gate help',1", "--version,'',0"
    })
    void onlyTheCommandsThatAreNamedAreBuilt(String arguments, String built, int expected) {
        CommandLine program = commandLine(arguments.split(" "));

        assertThat(String.join(" ", built(program))).isEqualTo(built);
        assertThat(environments).hasValue(expected);
    }

    @Test
    void onlyTheListThatIsNamedIsBuilt() {
        CommandLine list = commandLine("list", "tests").getSubcommands().get("list");

        assertThat(built(list)).containsExactly("tests");
        assertThat(list.getSubcommands()).hasSize(11);
    }

    @Test
    void theHelpTextIsThatOfAllCommands() {
        CommandLine all = commandLine("completion");

        assertThat(built(all)).hasSameSizeAs(all.getSubcommands().keySet());
        assertThat(commandLine("--help").getUsageMessage()).isEqualTo(all.getUsageMessage());
        assertThat(commandLine("list", "--help").getSubcommands().get("list").getUsageMessage())
                .isEqualTo(all.getSubcommands().get("list").getUsageMessage());
    }

    @Test
    void theHelpTextLoadsNeitherTheClientNorWhatItNeeds() throws IOException, InterruptedException {
        Process process = new Program()
                .withOption("-verbose:class")
                .command("--help")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor()).isZero();
        assertThat(lines).anyMatch(line -> line.contains("Usage: telnyx-batch"));
        String loaded = lines.stream()
                .filter(line -> line.contains(" source: "))
                .filter(line -> !line.contains("io.github.telnyxreactive.cli"))
                .collect(Collectors.joining("\n"));
        assertThat(loaded)
                .contains("picocli.CommandLine")
                .doesNotContain(" reactor.", " io.netty.", " tools.jackson.", "TelnyxClient", ".simulator.");
    }
}
