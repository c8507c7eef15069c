package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The option {@code --definitions}: reports name the files in which the tests are defined. */
class DefinitionsOptionTest {

    private static final String NUMBER = "+12025550134";

    @TempDir
    private Path repository;

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(20))
            .outcomes(0, 1, 0)
            .start();

    private Path definitions;
    private Path junit;

    @BeforeEach
    void choose() throws IOException {
        repository = repository.toRealPath();
        definitions = repository.resolve("qa/definitions");
        junit = repository.resolve("junit.xml");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void define(String file, String name, String suite) {
        Definitions.write(
                definitions,
                file,
                "name: \"" + name + "\"\n" + (suite.isEmpty() ? "" : "test_suite: \"" + suite + "\"\n")
                        + "destination: x\ninstructions: Ask.\nrubric:\n  - name: kind\n    criteria: Is it kind?\n");
    }

    private AssistantTest test(String name, String suite) {
        return Definitions.test(simulator, name, suite, "x");
    }

    private Cli cli() {
        return Cli.to(simulator).in(repository);
    }

    private Result run(Cli cli, String... options) {
        return execute(cli, "run", options);
    }

    private Result execute(Cli cli, String command, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = command;
        arguments[1] = "--junit=" + junit;
        arguments[2] = "--definitions=" + definitions;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return cli.run(arguments);
    }

    private Map<String, String> files(Result result) {
        assertThat(result.exitCode()).as(result.err()).isOne();
        return JUnitFile.read(junit).files();
    }

    @Test
    void namesTheFilesOfAnExport() {
        test("Refund", "checkout");
        test("Rückgabe", "checkout");
        test("Refund", "support/1");
        test("Refund", "");
        AssistantTest alone = test("Alone", "");
        Result export = cli().run("export", definitions.toString());
        assertThat(export.exitCode()).as(export.err()).isZero();

        Map<String, String> files =
                files(run(cli(), "checkout", "support/1", "--tests=" + alone.testId(), "--concurrency=100"));

        assertThat(files)
                .containsOnlyKeys("checkout: Refund", "checkout: Rückgabe", "support/1: Refund", "Single tests: Alone")
                .containsEntry("checkout: Refund", "qa/definitions/tests/checkout/Refund.yaml");
        assertThat(files.values())
                .doesNotHaveDuplicates()
                .allSatisfy(file -> assertThat(repository.resolve(file)).isRegularFile());
        assertThat(repository.resolve(files.get("Single tests: Alone")))
                .content()
                .contains("name: Alone");
        assertThat(repository.resolve(files.get("checkout: Rückgabe")))
                .content()
                .contains("name: \"Rückgabe\"");
    }

    @Test
    void namesFilesThatWereWrittenByHand() {
        define("tests/deep/er/than/most.yml", "Grüße \\\"日本\\\"", "Kündigung & mehr");
        define("tests/a.yaml", "twice", "checkout");
        define("tests/b.yaml", "twice", "checkout");
        define("tests/c.yaml", "one file", "checkout");
        define("tests/d.yaml", "of another suite", "refunds");
        test("Grüße \"日本\"", "Kündigung & mehr");
        test("twice", "checkout");
        AssistantTest first = test("one file", "checkout");
        AssistantTest second = test("one file", "checkout");
        test("of another suite", "checkout");
        test("no file", "checkout");

        assertThat(files(run(cli(), "Kündigung & mehr", "checkout")))
                .isEqualTo(Map.of(
                        "Kündigung & mehr: Grüße \"日本\"",
                        "qa/definitions/tests/deep/er/than/most.yml",
                        "checkout: twice",
                        "",
                        "checkout: one file (" + first.testId() + ")",
                        "",
                        "checkout: one file (" + second.testId() + ")",
                        "",
                        "checkout: of another suite",
                        "",
                        "checkout: no file",
                        ""));
    }

    @Test
    void aSingleTestIsFoundByItsNameIfOnlyOneFileHasIt() {
        define("tests/a.yaml", "Refund", "checkout");
        define("tests/b.yaml", "Greets", "checkout");
        define("tests/c.yaml", "Greets", "support");
        AssistantTest refund = test("Refund", "checkout");
        AssistantTest greets = test("Greets", "checkout");

        assertThat(files(run(cli(), "--tests=" + refund.testId() + "," + greets.testId())))
                .isEqualTo(Map.of("Single tests: Refund", "qa/definitions/tests/a.yaml", "Single tests: Greets", ""));
    }

    @Test
    void aTestOfTheSuiteHasMoreRightToAFileThanASingleTest() {
        define("tests/a.yaml", "Refund", "checkout");
        test("Refund", "checkout");
        AssistantTest other = test("Refund", "support");

        assertThat(files(run(cli(), "checkout", "--tests=" + other.testId())))
                .isEqualTo(Map.of("checkout: Refund", "qa/definitions/tests/a.yaml", "Single tests: Refund", ""));
    }

    @Test
    void whatWasNotTriggeredHasItsFileToo() {
        define("tests/a.yaml", "Refund", "");
        AssistantTest refund = test("Refund", "");
        simulator.inject(FaultRule.on("assistants.tests.runs.trigger")
                .times(1)
                .inject(Fault.status(422, "{}", "application/json")));

        assertThat(run(cli(), "--tests=" + refund.testId()).exitCode()).isEqualTo(3);
        assertThat(JUnitFile.read(junit).files())
                .isEqualTo(Map.of("Single tests: Refund", "qa/definitions/tests/a.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_WORKSPACE, ., qa/definitions/tests/a.yaml",
        "GITHUB_WORKSPACE, qa, definitions/tests/a.yaml",
        "CI_PROJECT_DIR, qa/definitions, tests/a.yaml",
        "CI_PROJECT_DIR, qa/other, qa/definitions/tests/a.yaml",
        "CI_PROJECT_DIR, gone, qa/definitions/tests/a.yaml"
    })
    void pathsBeginWhereTheBuildServerHasTheRepository(String variable, String root, String file) throws IOException {
        define("tests/a.yaml", "Refund", "checkout");
        Files.createDirectories(repository.resolve("qa/other"));
        test("Refund", "checkout");

        assertThat(files(run(cli().with(variable, repository.resolve(root).toString()), "checkout")))
                .isEqualTo(Map.of("checkout: Refund", file));
    }

    @Test
    void annotationsNameThemToo() throws IOException {
        define("tests/a, b: 100%.yaml", "Refund", "checkout");
        test("Refund", "checkout");
        Path elsewhere = Files.createDirectories(repository.resolve("elsewhere"));

        Result result = Cli.to(simulator)
                .in(elsewhere)
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_WORKSPACE", repository.toString())
                .run("run", "checkout", "--definitions=" + definitions);

        assertThat(result.exitCode()).as(result.err()).isOne();
        assertThat(result.out())
                .contains("::error file=qa/definitions/tests/a%2C b%3A 100%25.yaml,title=checkout%3A Refund (");
    }

    @Test
    void aMaskedReportHasTheFilesWhosePathsHaveNoNumber() {
        define("tests/called.yaml", "Call " + NUMBER, "IVR " + NUMBER);
        define("tests/" + NUMBER + ".yaml", "Other", "IVR " + NUMBER);
        test("Call " + NUMBER, "IVR " + NUMBER);
        test("Other", "IVR " + NUMBER);

        Result result = run(cli().with("GITHUB_ACTIONS", "true"), "IVR " + NUMBER, "--mask");

        assertThat(files(result))
                .isEqualTo(Map.of(
                        "IVR +1202…34: Call +1202…34", "qa/definitions/tests/called.yaml", "IVR +1202…34: Other", ""));
        assertThat(result.out())
                .contains("::error file=qa/definitions/tests/called.yaml,title=IVR +1202…34%3A Call +1202…34 (")
                .doesNotContain(NUMBER);
    }

    @Test
    void theGateNamesThem() {
        Result plain = gate();
        assertThat(plain.exitCode()).as(plain.err()).isZero();
        Map<String, String> cases = JUnitFile.read(junit).files();
        assertThat(cases.values()).containsOnly("");
        String name = cases.keySet().stream()
                .filter(known -> known.startsWith("checkout"))
                .map(known -> known.substring(known.indexOf(": ") + 2))
                .min(String::compareTo)
                .orElseThrow();
        define("tests/it.yaml", name, "checkout");

        gate("--definitions=" + definitions);

        Map<String, String> files = JUnitFile.read(junit).files();
        assertThat(files.keySet()).isEqualTo(cases.keySet());
        files.forEach((known, file) -> assertThat(file)
                .as(known)
                .isEqualTo(known.endsWith(": " + name) ? "qa/definitions/tests/it.yaml" : ""));
        // Once for each version.
        assertThat(files.values())
                .filteredOn("qa/definitions/tests/it.yaml"::equals)
                .hasSize(2);
    }

    private Result gate(String... options) {
        String[] arguments = new String[options.length + 5];
        System.arraycopy(
                new String[] {"gate", "checkout", "--simulate", "--tests-per-suite=2", "--junit=" + junit},
                0,
                arguments,
                0,
                5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        return new Cli().accelerated().in(repository).run(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run checkout", "run checkout --dry-run", "gate checkout --assistant=a --version-id=v"})
    void nothingIsSentIfThereIsNoSuchFolder(String command) {
        assertRefused(command, "there is no folder " + definitions);
    }

    @Test
    void aFolderNeedsTests() throws IOException {
        Definitions.write(definitions, "assistants/a.yaml", "name: A");
        assertRefused("run checkout", definitions + " has no tests: they are in a folder named tests");

        definitions = Files.createFile(repository.resolve("file"));
        assertRefused("run checkout", definitions + " is not a folder");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        define("tests/a.yaml", "Refund", "checkout");
        Definitions.write(definitions, "tests/b.yaml", "name: B\nname: " + NUMBER + "\n");
        assertRefused("run checkout", "could not read the definitions in " + definitions + ": tests/b.yaml:2:1: ");

        Definitions.write(definitions, "tests/c.yaml", "");
        Definitions.write(definitions, "d.yaml", "name: D");
        assertRefused("gate checkout --assistant=a --version-id=v", "(and 2 more problems)");
    }

    @Test
    void aFolderOutsideOfTheRepositoryIsRefused() throws IOException {
        define("tests/a.yaml", "Refund", "checkout");
        Path other = Files.createDirectories(repository.resolve("other"));

        Result result = run(Cli.to(simulator).in(other).with("GITHUB_WORKSPACE", other.toString()), "checkout");

        assertRefused(result, definitions + " is not below " + other + ", so a build server would not find its files");
    }

    private void assertRefused(String command, String problem) {
        List<String> words = List.of(command.split(" "));
        String[] options = words.subList(1, words.size()).toArray(String[]::new);
        assertRefused(execute(cli(), words.get(0), options), problem);
    }

    private void assertRefused(Result result, String problem) {
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .startsWith("telnyx-batch: ")
                .contains(problem);
        assertThat(result.err()).doesNotContain(NUMBER);
        assertThat(simulator.requestCount()).isZero();
        assertThat(junit).doesNotExist();
    }

    @Test
    void theFolderIsNotReadIfNothingNamesItsFiles() {
        test("Refund", "checkout");

        Result result = cli().run("run", "checkout", "--json=" + repository.resolve("r.json"), "--definitions=gone");

        assertThat(result.exitCode()).as(result.err()).isOne();
    }

    @Test
    void aLinkToAFolderIsFollowed() throws IOException {
        define("tests/a.yaml", "Refund", "checkout");
        test("Refund", "checkout");
        definitions = Files.createSymbolicLink(repository.resolve("link"), definitions);

        assertThat(files(run(cli(), "checkout"))).isEqualTo(Map.of("checkout: Refund", "qa/definitions/tests/a.yaml"));
    }
}
