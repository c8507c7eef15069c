package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A batch of two suites, and its journal, which ends at any line as if the process had been killed after it. */
abstract class ResumeScene {

    static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    static final String LIST_RUNS = "assistants.tests.testSuites.runs.list";
    static final String RETRIEVE_RUN = "assistants.tests.runs.retrieve";
    static final String LIST_TESTS = "assistants.tests.list";

    final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(60))
            .outcomes(1, 0, 0)
            .start();

    @TempDir
    Path folder;

    Path journal;

    @BeforeEach
    void setUp() {
        simulator.addSuite("checkout", 3);
        simulator.addSuite("support", 2);
        journal = folder.resolve("journal.jsonl");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    Result begin(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("run", "checkout", "support", "--journal=" + journal), Stream.of(more))
                .toArray(String[]::new);
        return Cli.to(simulator).run(arguments);
    }

    Result resume(String... more) {
        return resume(InstantSource.system(), more);
    }

    Result resume(InstantSource clock, String... more) {
        String[] arguments = Stream.concat(Stream.of("run", "--resume=" + journal), Stream.of(more))
                .toArray(String[]::new);
        return Cli.to(simulator).at(clock).run(arguments);
    }

    /** Keeps some lines of the journal, as if the process had been killed after them. */
    void keep(Predicate<String> line) throws IOException {
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.stream().filter(line).toList());
    }

    void assertAllPassed(Result result) {
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines())
                .last()
                .asString()
                .matches("5 runs of 2 suites in .*: 5 passed, 0 failed, 0 error");
        assertThat(simulator.runs()).hasSize(5);
    }

    static boolean isOnlyBegun(String line) {
        return line.contains("\"format\"") || line.contains("\"begun\"");
    }

    void append(String... lines) throws IOException {
        Files.writeString(journal, String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
    }

    void edit(UnaryOperator<String> edit) throws IOException {
        Files.writeString(journal, edit.apply(Files.readString(journal)));
    }
}
