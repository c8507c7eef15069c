package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The program is killed twenty times in the middle of its work, and in the end nothing is lost and nothing doubled. */
@Timeout(240)
class KillTest {

    private static final int KILLS = 20;
    private static final int SUITES = 12;
    private static final int TESTS = 8;
    private static final long SEED = 20_261_120;

    /** At the most so many further lines of the journal are awaited before a kill, so that many fit into a batch. */
    private static final int STEP = 14;

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingIsDoubled() throws Exception {
        int kills = 0;
        for (int batch = 0; kills < KILLS; batch++) {
            kills += runKilled("batch-" + batch, KILLS - kills);
        }
        assertThat(kills).isEqualTo(KILLS);
    }

    /** Runs a batch to its end, killing it on the way up to a number of times, and returns how often it was killed. */
    private int runKilled(String name, int mostKills) throws Exception {
        Path journal = folder.resolve(name + ".jsonl");
        Path summary = folder.resolve(name + ".json");
        try (Simulator simulator = simulator()) {
            int kills = 0;
            Process process = start(simulator, journal, summary);
            while (kills < mostKills && awaitLines(process, journal, lines(journal) + 1 + random.nextInt(STEP))) {
                process.destroyForcibly().waitFor();
                // A process that was complete just before the kill has not been killed.
                kills += process.exitValue() == 0 ? 0 : 1;
                process = start(simulator, journal, summary);
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("output")))
                    .isZero();
            assertComplete(simulator, summary);
            return kills;
        }
    }

    private Simulator simulator() {
        Simulator simulator = Simulator.builder()
                .runDuration(Duration.ofMillis(700), Duration.ofMillis(1300))
                .outcomes(1, 0, 0)
                .seed(SEED)
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
        if (lines(journal) > 0) {
            arguments.addAll(List.of("--resume", journal.toString()));
        } else {
            Files.deleteIfExists(journal);
            arguments.addAll(List.of("--all", "--journal", journal.toString()));
        }
        ProcessBuilder builder = ProcessTest.program(arguments.toArray(String[]::new));
        builder.environment().put("TELNYX_API_KEY", simulator.apiKey());
        builder.environment().put("TELNYX_BASE_URL", simulator.baseUrl());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    /** Waits until the journal has a number of lines; tells that it never will if the process ends first. */
    private static boolean awaitLines(Process process, Path journal, int wanted)
            throws IOException, InterruptedException {
        while (lines(journal) < wanted) {
            if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
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
