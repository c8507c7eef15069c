package io.github.telnyxreactive.cli;

import static io.github.telnyxreactive.cli.Definitions.write;
import static io.github.telnyxreactive.cli.Definitions.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of definitions, and the account that they are applied to. */
abstract class ApplyScene {
    static final String SALES = """
            name: Sales
            instructions: |
              Be kind.
              Sell.
            """;

    @TempDir
    Path folder;

    Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    Result run(Cli cli, String command, String... options) {
        return cli.run(Stream.concat(Stream.of(command, folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    Result apply(String... options) {
        return run(Cli.to(simulator), "apply", options);
    }

    void export() {
        assertThat(run(Cli.to(simulator), "export").exitCode()).isZero();
        simulator.clearRequests();
    }

    static List<String> operations(Simulator simulator) {
        return writes(simulator).stream()
                .map(request -> String.valueOf(request.operation()))
                .toList();
    }

    void writeByHand() {
        write(folder, "README.md", "Not a definition.");
        write(
                folder,
                "tools/lookup.yaml",
                "display_name: Look up\ntype: webhook\nwebhook: {url: https://example.com, name: l}\n");
        write(
                folder,
                "assistants/sales.yml",
                SALES + "greeting: \"Hello\"\nvoice_settings:\n  voice: a\ntool_ids: [!tool Look up]\n"
                        + "tools:\n  - type: handoff\n    handoff:\n      ai_assistants:\n"
                        + "        - {id: !assistant Support, name: Support}\n");
        write(
                folder,
                "assistants/support.yaml",
                "name: Support\ninstructions: Help.\ntools:\n  - type: handoff\n    handoff:\n      ai_assistants:\n"
                        + "        - {id: !assistant Sales, name: Sales}\n        - {id: !assistant Support, name: Me}\n");
        write(
                folder,
                "tests/any/where/refund.yaml",
                "name: Refund\ntest_suite: checkout\ndestination: !assistant Sales\ninstructions: Ask.\n"
                        + "rubric:\n  - {name: kind, criteria: Is it kind}\n");
    }
}
