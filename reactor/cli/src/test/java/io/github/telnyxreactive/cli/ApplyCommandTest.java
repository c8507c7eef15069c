package io.github.telnyxreactive.cli;

import static io.github.telnyxreactive.cli.Definitions.assistant;
import static io.github.telnyxreactive.cli.Definitions.edit;
import static io.github.telnyxreactive.cli.Definitions.write;
import static io.github.telnyxreactive.cli.Definitions.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.simulator.RecordedRequest;
import org.junit.jupiter.api.Test;

class ApplyCommandTest extends ApplyScene {

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
    void appliesSomeKindsAndRefersToOthersInTheAccount() {
        Assistant sales = assistant(simulator, "Sales", "old");
        writeByHand();

        Result result = apply("--only", "tests");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(writes(simulator))
                .singleElement()
                .satisfies(request -> assertThat(request.text()).contains("\"destination\":\"" + sales.id() + "\""));
    }

    @Test
    void saysWhatTheServiceKeepsOtherwise() {
        writeByHand();
        assertThat(apply().exitCode()).isZero();
        edit(
                folder,
                "tests/any/where/refund.yaml",
                "name: Refund\n",
                "name: Refund\ntelnyx_conversation_channel: null\n");

        Result result = apply();

        assertThat(result.exitCode()).isZero();
        assertThat(result.errLines())
                .containsExactly(
                        "telnyx-batch: tests/any/where/refund.yaml: the service keeps something else than it was"
                                + " sent, in telnyx_conversation_channel; export takes over what it keeps");
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
}
