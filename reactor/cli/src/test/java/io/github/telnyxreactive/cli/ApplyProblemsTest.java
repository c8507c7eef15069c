package io.github.telnyxreactive.cli;

import static io.github.telnyxreactive.cli.Definitions.assistant;
import static io.github.telnyxreactive.cli.Definitions.edit;
import static io.github.telnyxreactive.cli.Definitions.write;
import static io.github.telnyxreactive.cli.Definitions.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class ApplyProblemsTest extends ApplyScene {

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

    @Test
    void deletesNothingThatWasChangedMeanwhile() {
        write(folder, "assistants/sales.yaml", SALES);
        assertThat(apply().exitCode()).isZero();
        Assistant old = assistant(simulator, "Old", "i");
        simulator.clearRequests();
        simulator.inject(FaultRule.on("assistants.retrieve")
                .inject(Fault.status(
                        200,
                        TelnyxJson.writeToString(old.toBuilder().greeting("new").build()),
                        "application/json")));

        Result result = apply("--delete");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("not done: delete assistant \"Old\"", "greeting changed");
        assertThat(writes(simulator)).isEmpty();
    }

    @Test
    void stopsAtWhatWasDeletedMeanwhile() {
        assistant(simulator, "Sales", "old");
        write(folder, "assistants/sales.yaml", SALES);

        assertThat(conflict(Fault.status(404, "{}", "application/json")).err()).contains("it is no longer there");
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
                    tests/t.yaml      | name: T@destination: +13125550001 | tests/t.yaml:2:14: write "+1312…01" in quotes
                    tests/t.yaml      | name: T@destination: !assistant Sal@instructions: i@rubric: [{name: n, criteria: c}] | there is no assistant "Sal"; the closest name is "Sales"
                    tests/t.yaml      | name: T@destination: d@instructions: i@rubric: [] | tests/t.yaml:4:1: rubric
                    tests/t.yaml      | name: T@destination: d@instructions: i@test_suite: 1 | tests/t.yaml:4:1: the field "test_suite" must be a string
                    assistants/a.yaml | name: A@instructions: i@version_name: v | assistants/a.yaml:3:1: the field "version_name" is set by the service alone
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
    void pointsOutWhatLooksMisspelled() {
        write(folder, "assistants/sales.yaml", SALES + "greating: Hello\nsomething_new: 1\n");

        Result result = apply("--dry-run");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines())
                .containsExactly(
                        "telnyx-batch: assistants/sales.yaml:5:1: the field \"greating\" is not known; \"greeting\" is");
    }

    @Test
    void endsAtTheDeadline() {
        write(folder, "assistants/sales.yaml", SALES);
        simulator.inject(FaultRule.on("tools.list").inject(Fault.silence()));

        Result result = apply("--deadline", "1s");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("the deadline has passed");
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
}
