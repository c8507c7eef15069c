package io.github.telnyxreactive.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.Unkindness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The program is killed a number of times, at every stage of a batch; in the end nothing is lost and nothing is doubled. Every
 * other service is unkind as well.
 * {@code .ci/run} kills it more often.
 */
@DisabledOnOs(value = OS.MAC, disabledReason = "Java notices changes of files there only every few seconds")
class KillTest {

    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("KILLS", "2"));
    private static final int SUITES = 12;
    private static final int TESTS = 8;
    private static final long SEED = 20_261_120;

    /** How many more lines of the journal to await at most before a kill, so that there are many kills in a batch. */
    private static final int MAX_LINES = 14;

    /** After so many kills of one batch, there is another one. */
    private static final int MAX_KILLS = 10;

    /** What a service may do without keeping a batch from success. Its time passes with its requests. */
    private static final List<String> UNKINDNESS = List.of(
            "list-lag=200ms",
            "read-lag=100ms",
            "stale-reads=0.3/100ms",
            "ignored-filters=status+test_suite_run_id",
            "rejected-filters=test_suite",
            "total-results=-3",
            "partial-responses=0.5",
            "repeated-runs=0.3",
            "unreadable-runs=0.3",
            "unknown-statuses=0.3");

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    void losesAndDoublesNothing() throws Exception {
        int kills = 0;
        for (int batch = 0; kills < KILLS; batch++) {
            String unkindness = batch % 2 == 0 ? someUnkindness() : "none";
            kills += runKilled("batch-" + batch, unkindness, Math.min(MAX_KILLS, KILLS - kills));
        }
        assertThat(kills).isEqualTo(KILLS);
    }

    private String someUnkindness() {
        return UNKINDNESS.stream().filter(mode -> random.nextBoolean()).collect(Collectors.joining(","));
    }

    /** Runs a batch to completion, kills it up to a number of times on the way, and returns how often it was killed. */
    private int runKilled(String name, String unkindness, int maxKills) throws Exception {
        Path journal = folder.resolve(name + ".jsonl");
        Path summary = folder.resolve(name + ".json");
        try (Simulator simulator = simulator(Unkindness.parse(unkindness))) {
            int kills = 0;
            Process process = start(simulator, journal, summary);
            while (kills < maxKills && awaitLines(process, journal, lines(journal) + 1 + random.nextInt(MAX_LINES))) {
                process.destroyForcibly().waitFor();
                // A process that completed just before the kill was not killed.
                kills += process.exitValue() == 0 ? 0 : 1;
                process = start(simulator, journal, summary);
            }
            assertThat(process.waitFor())
                    .as("%s%n%s", unkindness, Files.readString(folder.resolve("output")))
                    .isZero();
            assertComplete(simulator, summary);
            return kills;
        }
    }

    /** Starts a simulator whose time passes with its requests, so that runs finish one by one under any load. */
    private static Simulator simulator(Unkindness unkindness) {
        AtomicLong reads = new AtomicLong();
        Instant start = Instant.now();
        InstantSource clock = () -> start.plusMillis(reads.incrementAndGet());
        Simulator simulator = Simulator.builder()
                .clock(clock)
                .runDuration(Duration.ofMillis(50), Duration.ofMillis(2_000))
                .outcomes(1, 0, 0)
                .seed(SEED)
                .unkindness(unkindness)
                .start();
        for (int suite = 0; suite < SUITES; suite++) {
            simulator.addSuite("suite-" + suite, TESTS);
        }
        for (String fault : List.of("reset-before", "reset-after", "bad-gateway", "truncated-body")) {
            simulator.inject(FaultRule.parse("*:" + fault + ":probability=0.03"));
        }
        return simulator;
    }

    private Process start(Simulator simulator, Path journal, Path summary) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", "--summary", summary.toString()));
        // Without its whole plan, nothing was triggered.
        if (hasPlan(journal)) {
            arguments.addAll(List.of("--resume", journal.toString()));
        } else {
            Files.deleteIfExists(journal);
            arguments.addAll(List.of("--all", "--journal", journal.toString()));
        }
        return new Program()
                .withMain(QuickProgram.class)
                .to(simulator)
                .command(arguments.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    /** Blocks until the journal has a number of lines, or returns false once the process has ended without them. */
    private boolean awaitLines(Process process, Path journal, int wanted) throws IOException, InterruptedException {
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, ENTRY_CREATE, ENTRY_MODIFY);
            process.onExit().thenRun(() -> close(changes));
            while (lines(journal) < wanted) {
                WatchKey key = changes.take();
                key.pollEvents();
                key.reset();
            }
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    private static void close(WatchService changes) {
        try {
            changes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasPlan(Path journal) throws IOException {
        return Files.exists(journal)
                && Files.readAllLines(journal).stream().anyMatch(line -> ResumeScene.isEntry(line, "plan_complete"));
    }

    private static int lines(Path journal) throws IOException {
        if (!Files.exists(journal)) {
            return 0;
        }
        int lines = 0;
        for (byte each : Files.readAllBytes(journal)) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static void assertComplete(Simulator simulator, Path file) throws IOException {
        assertThat(simulator.runs()).hasSize(SUITES * TESTS);
        assertThat(simulator.runs()).extracting(TestRun::testId).doesNotHaveDuplicates();
        JsonNode summary = TelnyxJson.read(Files.readAllBytes(file), JsonNode.class);
        assertThat(summary.get("runs_finished").intValue()).isEqualTo(SUITES * TESTS);
        assertThat(summary.get("runs_by_status").get("passed").intValue()).isEqualTo(SUITES * TESTS);
        assertThat(summary.get("runs_lost").intValue()).isZero();
        assertThat(summary.get("items_not_triggered").intValue()).isZero();
    }
}
