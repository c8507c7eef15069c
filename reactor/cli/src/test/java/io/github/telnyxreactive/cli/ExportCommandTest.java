package io.github.telnyxreactive.cli;

import static io.github.telnyxreactive.cli.Definitions.assistant;
import static io.github.telnyxreactive.cli.Definitions.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class ExportCommandTest {

    @TempDir
    private Path directory;

    private Path folder;
    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.start();
        folder = directory.resolve("account");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Result run(Simulator account, String command, Path to, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = command;
        arguments[1] = to.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Cli.to(account).run(arguments);
    }

    private Map<String, String> export(String... options) {
        Result result = run(simulator, "export", folder, options);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return files(folder);
    }

    @Test
    void comesBackFromAnEmptyAccountAsItWas() {
        Definitions.fill(simulator);
        Map<String, String> files = export();
        Path again = directory.resolve("again");
        try (Simulator other = Simulator.start()) {
            Result applied = run(other, "apply", folder);
            assertThat(applied.exitCode()).as(applied.err()).isZero();
            assertThat(applied.err()).isEmpty();
            Result exported = run(other, "export", again);
            assertThat(exported.exitCode()).as(exported.err()).isZero();

            other.clearRequests();
            assertThat(run(other, "apply", folder).exitCode()).isZero();
            assertThat(Definitions.writes(other)).isEmpty();
        }

        assertThat(files(again)).isEqualTo(files);
    }

    @Test
    void isNoChangeToTheSameAccount() {
        Definitions.fill(simulator);
        Map<String, String> files = export();
        simulator.clearRequests();

        Result applied = run(simulator, "apply", folder, "--delete");

        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.out()).isEqualTo("0 to create, 0 to change, 0 to delete, " + files.size() + " unchanged\n");
        assertThat(run(simulator, "apply", folder, "--dry-run").exitCode()).isZero();
        assertThat(Definitions.writes(simulator)).isEmpty();
        assertThat(export()).isEqualTo(files);
    }

    @Test
    void hasNamesInPlaceOfIdsAndNothingThatOnlyTheServiceSets() {
        Definitions.fill(simulator);

        Map<String, String> files = export();

        assertThat(files.keySet())
                .contains(
                        "assistants/Full.yaml",
                        "assistants/Plain.yaml",
                        "tests/checkout/Refund.yaml",
                        "tests/support/Refund.yaml",
                        "tests/~no-suite/Alone.yaml",
                        "tools/Look up.yaml");
        assertThat(files.get("tests/checkout/Refund.yaml")).isEqualTo("""
                        name: Refund
                        test_suite: checkout
                        telnyx_conversation_channel: web_chat
                        destination: !assistant "Full"
                        instructions: |-
                          Ask for a refund.

                          Insist.
                        rubric:
                          - name: kind
                            criteria: Is it kind?
                        """);
        assertThat(files.get("assistants/Full.yaml"))
                .contains(
                        "tool_ids:\n  - !tool \"Look up\"\n",
                        "shared_tool_id: !tool \"Look up\"\n",
                        "assistant_id: !assistant \"Plain\"\n",
                        "id: !assistant \"Plain\"\n",
                        "greeting: \"on\"\n",
                        "a: 1.50\n",
                        "a_new_setting:\n")
                .doesNotContain("version_", "created_at", "import_metadata");
        assertThat(files.get("tools/Look up.yaml"))
                .contains("webhook:\n  name: l\n")
                .doesNotContain("tool_definition");
        assertThat(String.join("", files.values())).doesNotContain("assistant-");
    }

    @Test
    void keepsIdsOfWhatHasNoNameOfItsOwn() {
        Assistant first = assistant(simulator, "Twin", "one");
        assistant(simulator, "Twin", "two");
        Definitions.test(simulator, "t", "s", first.id());

        Result result = run(simulator, "export", folder);

        assertThat(result.err()).contains("several of assistant \"Twin\"");
        assertThat(files(folder)).containsKeys("assistants/Twin.yaml", "assistants/Twin~2.yaml");
        assertThat(files(folder).get("tests/s/t.yaml")).contains("destination: " + first.id() + "\n");
        simulator.clearRequests();
        assertThat(run(simulator, "apply", folder).exitCode()).isZero();
        assertThat(Definitions.writes(simulator)).isEmpty();
    }

    @Test
    void tellsThingsOfOneNameApart() {
        assistant(simulator, "Twin", "one");
        assistant(simulator, "Twin", "two");
        assistant(simulator, "Twin", "one");
        Map<String, String> files = export();
        try (Simulator other = Simulator.start()) {
            assertThat(run(other, "apply", folder).exitCode()).isZero();
            run(other, "export", directory.resolve("again"));
            assertThat(files(directory.resolve("again"))).isEqualTo(files);
        }
        Definitions.edit(folder, "assistants/Twin~2.yaml", "two", "three");
        simulator.clearRequests();

        assertThat(run(simulator, "apply", folder).exitCode()).isZero();

        assertThat(Definitions.writes(simulator))
                .singleElement()
                .satisfies(request -> assertThat(request.text()).isEqualTo("{\"instructions\":\"three\"}"));
        Definitions.edit(folder, "assistants/Twin~2.yaml", "three", "four");
        Definitions.edit(folder, "assistants/Twin~3.yaml", "one", "five");
        Result unclear = run(simulator, "apply", folder);
        assertThat(unclear.exitCode()).isEqualTo(2);
        assertThat(unclear.err())
                .contains("assistants/Twin~2.yaml:1:1: there are 3 of assistant \"Twin\"", "not clear");
    }

    @Test
    void takesAnyName() {
        List<String> names = List.of(
                "a/b",
                "..",
                "../../x",
                "\ud83d\ude00",
                "x".repeat(240),
                "Case",
                "case",
                "CASE",
                "CON",
                "nul.txt",
                "ends ",
                "a:b",
                "two\nlines",
                "",
                "~2",
                "yes",
                "!assistant x",
                "\u0000\u001b[31m",
                "a\\b",
                "é",
                "e\u0301");
        for (String name : names) {
            Assistant added = assistant(simulator, name, "i");
            Definitions.test(simulator, name.isEmpty() ? "-" : name, name.length() > 100 ? "s" : name, added.id());
        }
        Map<String, String> files = export();

        assertThat(files).hasSize(2 * names.size());
        assertThat(files.keySet().stream().map(file -> file.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(files.keySet()).allMatch(file -> file.matches("[A-Za-z0-9 _./~()-]+") && !file.contains(".."));
        try (Simulator other = Simulator.start()) {
            Result applied = run(other, "apply", folder);
            assertThat(applied.exitCode()).as(applied.err()).isZero();
            run(other, "export", directory.resolve("again"));
        }
        assertThat(files(directory.resolve("again"))).isEqualTo(files);
    }

    @Test
    void givesFilesToTheirOwnerAlone() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Definitions.fill(simulator);
        export();

        for (String file : List.of("assistants/Full.yaml", "assistants/Plain.yaml", "tests/support/Refund.yaml")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesAFolderOfOthers() {
        Definitions.write(folder, "README.md", "mine");
        assistant(simulator, "A", "i");

        Result refused = run(simulator, "export", folder);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("other files: README.md", "--force");
        assertThat(simulator.requestCount()).isZero();
        assertThat(export("--force")).containsOnlyKeys("README.md", "assistants/A.yaml");
    }

    @Test
    void deletesFilesOnlyIfAskedTo() {
        assistant(simulator, "A", "i");
        export();
        Definitions.write(folder, "assistants/Old.yaml", "name: Old\ninstructions: i\n");
        Definitions.write(folder, "tests/x.yml", "name: x\n");

        Result kept = run(simulator, "export", folder);
        assertThat(kept.err()).contains("assistants/Old.yaml, tests/x.yml", "--prune");
        assertThat(files(folder)).hasSize(3);
        assertThat(export("--prune", "--only", "assistants")).containsOnlyKeys("assistants/A.yaml", "tests/x.yml");
        assertThat(export("--prune")).containsOnlyKeys("assistants/A.yaml");
    }

    @Test
    void keepsTheFileOfAThing() {
        Definitions.write(folder, "assistants/my own name.yaml", "name: A\ninstructions: old\n");
        assistant(simulator, "A", "i");

        Map<String, String> files = export();

        assertThat(files).containsOnlyKeys("assistants/my own name.yaml");
        assertThat(files.get("assistants/my own name.yaml")).contains("instructions: i\n");
        Definitions.write(folder, "assistants/bad.yaml", "a: [");
        Result refused = run(simulator, "export", folder);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("assistants/bad.yaml:", "not YAML", "nothing was written");
    }

    @Test
    void writesNothingIfItCannotReadEverything() {
        Definitions.fill(simulator);
        simulator.inject(FaultRule.on("assistants.tests.list").inject(Fault.status(403, "{}", "application/json")));

        Result result = run(simulator, "export", folder);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("status 403");
        assertThat(folder).doesNotExist();
        Result interrupted = Cli.to(simulator).interruptedBy(Mono.empty()).run("export", folder.toString());
        assertThat(interrupted.exitCode()).isEqualTo(130);
        assertThat(folder).doesNotExist();
    }
}
