package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Sinks;

/** Looking at a batch before it runs, and running a part of it. */
class SelectionTest {

    private static final String RETRIEVE_TEST = "assistants.tests.retrieve";

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(60))
            .outcomes(1, 0, 0)
            .start();
    private final List<AssistantTest> checkout = simulator.addSuite("checkout", 12);
    private final List<AssistantTest> support = simulator.addSuite("support", 2);

    @AfterEach
    void close() {
        simulator.close();
    }

    private Result run(String... arguments) {
        return Cli.to(simulator)
                .run(Stream.concat(Stream.of("run"), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> ran() {
        return simulator.runs().stream().map(TestRun::testId).toList();
    }

    private static List<String> ids(List<AssistantTest> tests) {
        return tests.stream().map(AssistantTest::testId).toList();
    }

    @Test
    void aDryRunSaysWhatWouldRun() {
        Result result =
                run("checkout", "--tests=" + support.get(0).testId(), "--dry-run", "--rate=10", "--version-id=v7");

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .containsExactly(
                        "  suite checkout, version v7: 12 tests",
                        "  test " + support.get(0).testId() + " ("
                                + support.get(0).name() + "), version v7",
                        "",
                        "Would run 1 suite and 1 test: 13 runs, 13 of which are calls",
                        "Channels: 13 phone_call",
                        "At least 5 requests, which take at least 0.5 s, at most 50 runs under way",
                        "Nothing was triggered.");
        assertThat(simulator.runs()).isEmpty();
        assertThat(simulator.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void aDryRunCountsWhatIsSelected() {
        Result result = run(
                "checkout",
                "--tests=" + support.get(0).testId() + "," + support.get(1).testId(),
                "--grep=^" + Pattern.quote(support.get(1).name()) + "$",
                "--exclude=^" + Pattern.quote(checkout.get(5).name()) + "$",
                "--dry-run");

        long runs = Stream.concat(checkout.stream(), support.stream())
                .filter(test -> support.get(1).name().equals(test.name()))
                .count();
        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .contains("Channels: " + runs + " phone_call")
                .anyMatch(line -> line.startsWith("At least " + 2 * runs + " requests"));
    }

    @Test
    void aDryRunNamesWhatDoesNotExist() {
        Result result = run("chekout", "--dry-run");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("chekout").contains("checkout");
    }

    @Test
    void aDryRunIsOfANewBatch() {
        Result result = run("--resume=journal", "--dry-run");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--dry-run is for a new batch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"--grep=^NAME$ | 1", "--exclude=^NAME$ | 13", "--grep=. | 14", "--grep=^NAME$ --exclude=. | 0"})
    void testsAreSelectedByTheirNames(String options, int runs) {
        String name = checkout.get(3).name();
        String[] arguments = Stream.concat(
                        Stream.of("checkout", "support"),
                        Stream.of(options.split(" ")).map(option -> option.replace("NAME", Pattern.quote(name))))
                .toArray(String[]::new);

        Result result = run(arguments);

        assertThat(result.exitCode()).isEqualTo(runs == 0 ? 2 : 0);
        assertThat(ran()).hasSize(runs);
        if (runs == 0) {
            assertThat(result.err()).contains("there is nothing to run: no test is selected");
        }
        if (runs == 1) {
            assertThat(ran()).containsExactly(checkout.get(3).testId());
        }
    }

    @Test
    void everyTestIsInOneShard() {
        IntStream.rangeClosed(1, 3).forEach(shard -> {
            int exitCode = run("checkout", "support", "--shard=" + shard + "/3").exitCode();
            assertThat(exitCode).isIn(0, 2);
        });

        List<String> all = new ArrayList<>(ids(checkout));
        all.addAll(ids(support));
        assertThat(ran()).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--shard=0/3", "--shard=4/3", "--shard=1", "--shard=1/0", "--grep=(", "--exclude=["})
    void aSelectionThatMakesNoSenseIsRefused(String option) {
        Result result = run("checkout", option);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(option.substring(0, option.indexOf('=')));
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void idsComeFromAFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("ids"),
                "\n\n  " + checkout.get(2).testId() + "  \n" + checkout.get(5).testId() + "\r\n");

        Result result = run("--tests-from=" + file);

        assertThat(result.exitCode()).isZero();
        assertThat(ran())
                .containsExactlyInAnyOrder(
                        checkout.get(2).testId(), checkout.get(5).testId());
        assertThat(simulator.requestCount(RETRIEVE_TEST)).isEqualTo(2);
    }

    @Test
    void idsComeFromTheStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(
                ids(support).stream().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("--tests-from=-").exitCode()).isZero();
        } finally {
            System.setIn(before);
        }

        assertThat(ran()).containsExactlyInAnyOrderElementsOf(ids(support));
    }

    @Test
    void aFileWithoutIdsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("ids"), "\n \n");

        assertThat(run("--tests-from=" + file).err()).contains("there are no ids or names of tests in " + file);
        assertThat(run("--tests-from=" + folder.resolve("other")).err()).contains("could not read ");
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "Yes", " YES "})
    void manyRunsAreStartedAfterAQuestion(String answer) {
        simulator.addSuite("large", 101);

        Result result = Cli.to(simulator).answering(answer).run("run", "large", "--concurrency=200");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("Start 101 runs, 101 of which are calls? [y/N]");
        assertThat(simulator.runs()).hasSize(101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "yesterday"})
    void nothingIsTriggeredWithoutAYes(String answer) {
        simulator.addSuite("large", 101);

        Result result = Cli.to(simulator).answering(answer).run("run", "large");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).last().isEqualTo("telnyx-batch: nothing was triggered");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void manyRunsNeedAWordIfNobodyCanBeAsked() {
        simulator.addSuite("large", 101);

        Result refused = run("large", "--concurrency=200");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("this would start 101 runs").contains("--yes");
        assertThat(simulator.runs()).isEmpty();

        assertThat(run("large", "--concurrency=200", "--yes").exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(101);
    }

    @Test
    void aQuestionCanBeInterrupted() {
        simulator.addSuite("large", 101);
        Sinks.Empty<Void> signal = Sinks.empty();

        Result result = Cli.to(simulator)
                .asked(question -> {
                    signal.tryEmitEmpty();
                    return null;
                })
                .interruptedBy(signal.asMono())
                .run("run", "large");

        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.outLines()).contains("Interrupted. Nothing was triggered.");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void aPartWithoutTestsIsNoError() {
        AssistantTest only = support.get(0);
        int part = IntStream.rangeClosed(1, 2)
                .filter(number -> run("--tests=" + only.testId(), "--shard=" + number + "/2", "--dry-run")
                        .out()
                        .contains("nothing was run"))
                .findFirst()
                .orElseThrow();

        Result result = run("--tests=" + only.testId(), "--shard=" + part + "/2");

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).containsExactly("No test is in part " + part + "/2: nothing was run.");
        assertThat(run("--tests=" + only.testId(), "--grep=nobody", "--shard=" + part + "/2")
                        .exitCode())
                .isEqualTo(2);
        assertThat(simulator.runs()).isEmpty();
    }
}
