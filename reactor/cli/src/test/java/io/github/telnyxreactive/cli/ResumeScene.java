package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A batch of two suites, and its journal, which ends at any line as if the process had been killed after it. */
abstract class ResumeScene {

    private static final Pattern TIME = Pattern.compile("(\"(?:at|started_at)\":\")([^\"]*)\"");

    static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    static final String LIST_RUNS = "assistants.tests.testSuites.runs.list";
    static final String RETRIEVE_RUN = "assistants.tests.runs.retrieve";
    static final String LIST_TESTS = "assistants.tests.list";

    /** By how much the clock of the service is behind, as if what it does now had been done so long ago. */
    volatile Duration ago = Duration.ZERO;

    final Simulator simulator = Simulator.builder()
            .clock(() -> Instant.now().minus(ago))
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
        String[] arguments = Stream.concat(Stream.of("run", "--resume=" + journal), Stream.of(more))
                .toArray(String[]::new);
        return Cli.to(simulator).run(arguments);
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

    /** Returns whether a line is of the plan, before anything was done. */
    static boolean isPlan(String line) {
        return Stream.of("batch", "planned", "plan_complete").anyMatch(entry -> isEntry(line, entry));
    }

    static boolean isOnlyBegun(String line) {
        return isPlan(line) || isEntry(line, "begun");
    }

    static boolean isEntry(String line, String entry) {
        return line.startsWith("{\"entry\":\"" + entry + "\"");
    }

    /** Makes everything in the journal older, as if the batch had been run so long ago. */
    void age(Duration by) throws IOException {
        edit(content -> TIME.matcher(content)
                .replaceAll(time ->
                        time.group(1) + OffsetDateTime.parse(time.group(2)).minus(by) + "\""));
    }

    void append(String... lines) throws IOException {
        Files.writeString(journal, String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
    }

    void edit(UnaryOperator<String> edit) throws IOException {
        Files.writeString(journal, edit.apply(Files.readString(journal)));
    }
}
