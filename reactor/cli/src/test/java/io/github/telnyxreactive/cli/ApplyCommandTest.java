package io.github.telnyxreactive.cli;

import static io.github.telnyxreactive.cli.Definitions.assistant;
import static io.github.telnyxreactive.cli.Definitions.edit;
import static io.github.telnyxreactive.cli.Definitions.write;
import static io.github.telnyxreactive.cli.Definitions.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class ApplyCommandTest {

    private static final String SALES = """
            name: Sales
            instructions: |
              Be kind.
              Sell.
            """;

    @TempDir
    private Path folder;

    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Result run(Cli cli, String command, String... options) {
        return cli.run(Stream.concat(Stream.of(command, folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private Result apply(String... options) {
        return run(Cli.to(simulator), "apply", options);
    }

    private void export() {
        assertThat(run(Cli.to(simulator), "export").exitCode()).isZero();
        simulator.clearRequests();
    }

    private static List<String> operations(Simulator simulator) {
        return writes(simulator).stream()
                .map(request -> String.valueOf(request.operation()))
                .toList();
    }

    private void writeByHand() {
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

    @Test
    void createsWhatIsWrittenByHandInTheOrderOfReferences() {
        writeByHand();

        Result result = apply();

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines())
                .contains(
                        "create assistants/sales.yml:",
                        "  instructions: \"Be kind.\\nSell.\\n\"",
                        "  destination: !assistant Sales",
                        "4 to create, 0 to change, 0 to delete, 0 unchanged",
                        "Done.");
        assertThat(operations(simulator))
                .containsExactly(
                        "tools.create",
                        "assistants.create",
                        "assistants.create",
                        "assistants.tests.create",
                        "assistants.update");
        simulator.clearRequests();
        assertThat(apply("--delete").out()).isEqualTo("0 to create, 0 to change, 0 to delete, 4 unchanged\n");
        assertThat(writes(simulator)).isEmpty();
    }

    @Test
    void writesNothingInADryRun() {
        writeByHand();

        Result result = apply("--dry-run");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("create tools/lookup.yaml:", "4 to create");
        assertThat(writes(simulator)).isEmpty();
    }

    @Test
    void sendsOnlyWhatHasChanged() {
        Definitions.fill(simulator);
        export();
        edit(folder, "assistants/Full.yaml", "greeting: \"on\"", "greeting: null");
        edit(folder, "assistants/Full.yaml", "data_retention: false", "data_retention: true");
        edit(folder, "tools/Look up.yaml", "timeout_ms: 700", "timeout_ms: 800");
        edit(folder, "tests/support/Refund.yaml", "\"+13125550001\"", "\"+13125550002\"");
        edit(folder, "tests/checkout/Refund.yaml", "!assistant \"Full\"", "!assistant \"Bare\"");

        Result result = apply();

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines())
                .contains(
                        "  greeting: \"on\" -> (none)",
                        "  privacy_settings.data_retention: false -> true",
                        "  timeout_ms: 700 -> 800",
                        "  destination: \"+1312…01\" -> \"+1312…02\"",
                        "  destination: !assistant Full -> !assistant Bare",
                        "0 to create, 4 to change, 0 to delete, 13 unchanged");
        assertThat(writes(simulator).stream().map(RecordedRequest::text))
                .hasSize(4)
                .contains(
                        "{\"timeout_ms\":800}",
                        "{\"greeting\":null,\"privacy_settings\":{\"data_retention\":true}}",
                        "{\"destination\":\"+13125550002\"}")
                .filteredOn(text -> text.matches("\\{\"destination\":\"assistant-[-0-9a-f]+\"}"))
                .hasSize(1);
        simulator.clearRequests();
        assertThat(apply().exitCode()).isZero();
        assertThat(writes(simulator)).isEmpty();
    }

    @Test
    void leavesAloneWhatTheFileLeavesOut() {
        assistant(
                simulator,
                "{\"name\": \"Sales\", \"instructions\": \"Be kind.\\nSell.\\n\", \"greeting\": \"Hi\", \"voice_settings\":"
                        + " {\"voice\": \"a\", \"speed\": 1.5}, \"dynamic_variables\": {\"a\": 1, \"b\": 2}}");
        write(folder, "assistants/sales.yaml", SALES + "voice_settings: {voice: b}\ndynamic_variables: {a: 1}\n");

        Result result = apply();

        assertThat(result.outLines())
                .contains("  voice_settings.voice: \"a\" -> \"b\"", "  dynamic_variables.b: 2 -> (none)");
        assertThat(writes(simulator))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.text())
                                .isEqualTo(
                                        "{\"dynamic_variables\":{\"a\":1},\"voice_settings\":{\"voice\":\"b\",\"speed\":1.5}}"));
    }

    @Test
    void shortensWhatItShows() {
        assistant(simulator, "Sales", "x".repeat(500) + " old " + "y".repeat(500));
        write(
                folder,
                "assistants/s.yaml",
                "name: Sales\ninstructions: " + "x".repeat(500) + " new " + "y".repeat(500) + "\n");

        assertThat(apply("--dry-run").outLines())
                .contains("  instructions: …xxxxxxxxxxx old " + "y".repeat(44) + "… -> …xxxxxxxxxxx new "
                        + "y".repeat(44) + "…");
    }

    @Test
    void showsNoSecrets() {
        write(
                folder,
                "assistants/s.yaml",
                SALES + "tools:\n  - type: refer\n    refer:\n      targets:\n"
                        + "        - {name: n, sip_address: \"sip:a@b\", sip_auth_password: hush}\n");

        assertThat(apply().out()).contains("tools: ").doesNotContain("hush");
        edit(folder, "assistants/s.yaml", "hush", "quiet");
        assertThat(apply().out())
                .contains("tools[0].refer.targets[0].sip_auth_password: (hidden) -> (hidden)")
                .doesNotContain("hush", "quiet");
    }

    @Test
    void stopsAtWhatWasChangedMeanwhile() {
        Definitions.fill(simulator);
        export();
        edit(folder, "assistants/Plain.yaml", "Be kind", "Be very kind");
        edit(folder, "tests/support/Refund.yaml", "criteria: Is it kind?", "criteria: Kind");
        Assistant plain = Cli.to(simulator).run("list", "assistants").listLines().stream()
                .map(line -> TelnyxJson.read(line, Assistant.class))
                .filter(assistant -> "Plain".equals(assistant.name()))
                .findFirst()
                .orElseThrow();

        Result result = conflict(plain.toBuilder().description("new").build());
        assertThat(result.errLines())
                .containsExactly(
                        "telnyx-batch: not done: change assistants/Plain.yaml",
                        "telnyx-batch: not done: change tests/support/Refund.yaml",
                        "telnyx-batch: conflict: change assistants/Plain.yaml: it was changed on the service since it was"
                                + " compared (description changed); nothing more was written");
        Result other = conflict(plain.toBuilder().versionId("other").build());
        assertThat(other.err()).contains("it has another version, other");
    }

    private Result conflict(Assistant now) {
        return conflict(Fault.status(200, TelnyxJson.writeToString(now), "application/json"));
    }

    /** Applies while the assistant is changed between the comparison and the write. */
    private Result conflict(Fault secondReading) {
        simulator.inject(FaultRule.on("assistants.retrieve").inject(secondReading));
        Result result = apply();
        simulator.clearFaults();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(writes(simulator)).isEmpty();
        return result;
    }

    @Test
    void stopsAtWhatWasDeletedMeanwhile() {
        assistant(simulator, "Sales", "old");
        write(folder, "assistants/sales.yaml", SALES);

        assertThat(conflict(Fault.status(404, "{}", "application/json")).err()).contains("it is no longer there");
    }

    @Test
    void deletesOnlyIfAskedTo() {
        SharedTool tool =
                Definitions.tool(simulator, "{\"display_name\": \"Old\", \"type\": \"webhook\", \"webhook\": {}}");
        Assistant old = assistant(simulator, "Old", "i");
        Definitions.test(simulator, "Old", "s", old.id());
        write(folder, "assistants/sales.yaml", SALES);
        write(folder, "tools/new.yaml", "display_name: New\ntype: webhook\n");

        assertThat(apply().out()).contains("2 to create, 0 to change, 0 to delete");
        simulator.clearRequests();
        Result dry = apply("--delete", "--dry-run");
        assertThat(dry.exitCode()).isEqualTo(1);
        assertThat(dry.outLines())
                .startsWith("delete assistant \"Old\" (" + old.id() + ")", "delete tool \"Old\" (" + tool.id() + ")");
        assertThat(writes(simulator)).isEmpty();

        assertThat(apply("--delete").exitCode()).isZero();

        // There is no folder of tests, so the test stays.
        assertThat(operations(simulator)).containsExactly("assistants.delete", "tools.delete");
        assertThat(Cli.to(simulator).run("list", "tests").listLines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    assistants/a.yaml | name: A@instructions: [  | assistants/a.yaml:3:1: not YAML
                    assistants/a.yaml | instructions: i          | assistants/a.yaml:1:1: the field "name" is required
                    assistants/a.yaml | name: 5@instructions: i  | assistants/a.yaml:1:1: the field "name" must be a string
                    assistants/a.yaml | name: A                  | assistants/a.yaml:1:1: the field "instructions" is required
                    assistants/a.yaml | name: A@instructions: i@tool_ids:@- !tool Lok up | assistants/a.yaml:4:3: there is no tool "Lok up"; the closest name is "Look up"
                    assistants/a.yaml | name: A@instructions: i@tool_ids: [Look up] | assistants/a.yaml:3:12: no tool has the id "Look up"; to refer to one by its name, write !tool
                    assistants/a.yaml | name: A@instructions: i@dynamic_variables_webhook_timeout_ms: 0 | assistants/a.yaml:3:1: dynamic_variables_webhook_timeout_ms
                    assistants/a.yaml | name: A@instructions: i@tags: vip | assistants/a.yaml:3:1: tags must be of another type
                    tests/t.yaml      | name: T@destination: +13125550001 | tests/t.yaml:2:14: write "+13125550001" in quotes
                    tests/t.yaml      | name: T@destination: !assistant Sal@instructions: i@rubric: [{name: n, criteria: c}] | there is no assistant "Sal"; the closest name is "Sales"
                    tests/t.yaml      | name: T@destination: d@instructions: i@rubric: [] | tests/t.yaml:4:1: rubric
                    tests/t.yaml      | name: T@destination: d@instructions: i@test_suite: 1 | tests/t.yaml:4:1: the field "test_suite" must be a string
                    other.yaml        | a: b                     | other.yaml: is in none of the folders
                    """)
    void checksEverythingBeforeItWritesAnything(String file, String text, String problem) {
        write(folder, "assistants/sales.yaml", SALES);
        write(folder, "tools/lookup.yaml", "display_name: Look up\ntype: webhook\n");
        write(folder, file, text.replace('@', '\n') + "\n");

        Result result = apply();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(problem, "nothing was changed: 1 problem");
        assertThat(writes(simulator)).isEmpty();
    }

    @Test
    void refusesReferencesThatAreNotClear() {
        assistant(simulator, "Twin", "1");
        assistant(simulator, "Twin", "2");
        assistant(simulator, "Gone", "3");
        write(folder, "assistants/twin.yaml", "name: Twin\ninstructions: \"1\"\n");
        write(
                folder,
                "tests/a.yaml",
                "name: a\ndestination: !assistant Twin\ninstructions: i\nrubric: [{name: n, criteria: c}]\n");
        write(
                folder,
                "tests/b.yaml",
                "name: b\ndestination: !assistant Gone\ninstructions: i\nrubric: [{name: n, criteria: c}]\n");

        Result result = apply("--delete");

        assertThat(result.err())
                .contains("tests/a.yaml:2:1: there are several of assistant \"Twin\"")
                .contains("tests/b.yaml:2:1: --delete would delete assistant \"Gone\"");
        assertThat(writes(simulator)).isEmpty();
        assertThat(apply("--only", "tests").err()).contains("several of").doesNotContain("Gone");
    }

    @Test
    void refusesAFolderWithoutDefinitions() {
        assertThat(apply().err()).contains("has no definitions");
        assertThat(Cli.to(simulator)
                        .run("apply", folder.resolve("none").toString(), "--delete")
                        .exitCode())
                .isEqualTo(2);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void saysWhatWasDoneIfAWriteFails() {
        writeByHand();
        simulator.inject(FaultRule.on("assistants.create").inject(Fault.status(422, "{}", "application/json")));

        Result result = apply();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .startsWith(
                        "telnyx-batch: done: create tools/lookup.yaml",
                        "telnyx-batch: not done: create assistants/support.yaml",
                        "telnyx-batch: not done: create assistants/sales.yml")
                .last()
                .asString()
                .contains("status 422");
        simulator.clearFaults();
        assertThat(apply().exitCode()).isZero();
        simulator.clearRequests();
        assertThat(apply().exitCode()).isZero();
        assertThat(writes(simulator)).isEmpty();
    }

    @Test
    void saysIfItIsNotKnownWhetherAWriteWasDone() {
        writeByHand();
        assertThat(apply().exitCode()).isZero();
        edit(folder, "assistants/sales.yml", "Hello", "Good morning");
        simulator.inject(FaultRule.on("assistants.update").inject(Fault.resetAfterProcessing()));

        Result result = apply();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).startsWith("telnyx-batch: unknown whether done: change assistants/sales.yml");
        simulator.clearFaults();
        assertThat(apply().outLines()).contains("0 to create, 0 to change, 0 to delete, 4 unchanged");
    }

    @Test
    void canBeInterrupted() {
        writeByHand();
        Result before = run(Cli.to(simulator).interruptedBy(Mono.empty()), "apply");
        assertThat(before.exitCode()).isEqualTo(130);
        assertThat(before.out()).isEqualTo("Interrupted. Nothing was changed.\n");

        simulator.inject(FaultRule.on("assistants.create").inject(Fault.silence()));
        Result between = run(Cli.to(simulator).interruptedByResponseTo("tools.create"), "apply");

        assertThat(between.exitCode()).isEqualTo(130);
        assertThat(between.err())
                .contains(
                        "create tools/lookup.yaml",
                        "not done: create assistants/sales.yml",
                        "not done: create tests/any");
        assertThat(between.out()).contains("Interrupted. Apply again");
        simulator.clearFaults();
        assertThat(apply().exitCode()).isZero();
        assertThat(apply().out()).isEqualTo("0 to create, 0 to change, 0 to delete, 4 unchanged\n");
    }
}
