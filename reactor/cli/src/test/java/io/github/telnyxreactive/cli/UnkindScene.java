package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.CreatedRun;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.Unkindness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service that is unkind at random, and a batch of random work that is interrupted and resumed there. */
final class UnkindScene implements AutoCloseable {

    /** How much faster time passes. */
    private static final int SPEED = 200;

    private static final int MIN_TESTS = 20;
    private static final int MAX_TESTS = 100;

    /** How many responses a process gets at most before it is interrupted. */
    private static final int MAX_RESPONSES = 150;

    /** When all outages of the service are over. What is refused later is refused for good. */
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(3);

    private final Random random;
    private final FastTime time = new FastTime(SPEED);
    private final Instant begin = time.instant();
    private final Path folder;
    private final Path journal;
    private final Simulator simulator;
    private final Set<String> intended = new HashSet<>();
    private final List<String> work = new ArrayList<>();
    private final int concurrency;
    private final @Nullable String version;
    private final String description;
    private final List<String> history = new ArrayList<>();
    private String output = "";

    UnkindScene(long seed, Path folder) {
        random = new Random(seed);
        this.folder = folder;
        journal = folder.resolve("journal.jsonl");
        Unkindness unkindness = Unkindness.random(seed).toBuilder()
                .forgottenKeys(seed % 3 == 0 ? Duration.ZERO : Duration.ofHours(24))
                .build();
        boolean allPass = random.nextBoolean();
        simulator = Simulator.builder()
                .seed(seed)
                .outcomes(9, allPass ? 0 : 1, 0)
                .runDuration(Duration.ofSeconds(4), Duration.ofSeconds(20))
                .clock(time)
                .unkindness(unkindness)
                .start();
        int tests = MIN_TESTS + random.nextInt(MAX_TESTS - MIN_TESTS + 1);
        addWork(tests);
        concurrency = random.nextBoolean() ? 50 : 8 + random.nextInt(20);
        work.add("--concurrency=" + concurrency);
        version = random.nextInt(4) == 0 ? "version-7" : null;
        if (version != null) {
            work.add("--version-id=" + version);
        }
        if (random.nextInt(5) == 0) {
            work.add("--max-runs=" + (1 + random.nextInt(tests)));
        }
        description = "seed " + seed + ", " + unkindness + ", " + work;
    }

    /** Adds suites of 1 to 30 tests, and single tests. */
    private void addWork(int tests) {
        int singles = random.nextInt(3) * random.nextInt(6);
        for (int left = tests - singles; left > 0; ) {
            int size = Math.min(left, 1 + random.nextInt(30));
            String suite = "suite-" + work.size();
            simulator.addSuite(suite, size).forEach(test -> intended.add(test.testId()));
            work.add(suite);
            left -= size;
        }
        if (singles > 0) {
            List<String> ids = simulator.addSuite("singles", singles).stream()
                    .map(test -> test.testId())
                    .toList();
            intended.addAll(ids);
            work.add("--tests=" + String.join(",", ids));
        }
        if (random.nextInt(4) == 0) {
            work.add("--each-test");
        }
    }

    @Override
    public String toString() {
        return description + ", processes " + history + ", output of the last:\n" + output + "\n";
    }

    /** Runs processes until one comes to its end, of which some are interrupted on the way. */
    void run() throws IOException {
        for (int interruptions = random.nextInt(4); interruptions > 0; interruptions--) {
            Result result = process(true);
            if (Evidence.exists(folder)) {
                check(result);
            }
            if (random.nextBoolean() && hasPlan()) {
                cut();
            }
        }
        boolean mayBeOut;
        Result last;
        do {
            mayBeOut = time.instant().isBefore(begin.plus(LONGEST_OUTAGE));
            last = process(false);
            if (Evidence.exists(folder)) {
                check(last);
            }
        } while (mayBeOut && (!Evidence.exists(folder) || last.err().contains("API key is not accepted any more")));
    }

    private Result process(boolean isInterrupted) throws IOException {
        Evidence.delete(folder);
        List<String> arguments = new ArrayList<>(List.of("run", "--deadline=10m"));
        if (hasPlan()) {
            arguments.add("--resume=" + journal);
        } else {
            assertThat(simulator.createdRuns())
                    .as("%s: runs without a plan", this)
                    .isEmpty();
            Files.deleteIfExists(journal);
            arguments.add("--journal=" + journal);
            arguments.addAll(work);
        }
        if (random.nextInt(8) == 0) {
            arguments.add("--fail-fast");
        }
        arguments.addAll(Evidence.arguments(folder));
        Cli cli = Cli.to(simulator).timedBy(time);
        if (isInterrupted) {
            cli.interruptedByResponse(1 + random.nextInt(MAX_RESPONSES));
        }
        Result result = cli.run(arguments.toArray(String[]::new));
        output = result.out() + result.err();
        history.add((isInterrupted ? "interrupted " : "") + result.exitCode());
        assertThat(result.exitCode())
                .as("%s: exit code", this)
                .isIn(isInterrupted ? List.of(0, 1, 2, 3, 130) : List.of(0, 1, 2, 3));
        if (!Evidence.exists(folder)) {
            assertThat(result.exitCode())
                    .as("%s: exit code without a report", this)
                    .isIn(2, 130);
        }
        return result;
    }

    private boolean hasPlan() throws IOException {
        return Files.exists(journal)
                && Files.readAllLines(journal).stream().anyMatch(line -> ResumeScene.isEntry(line, "plan_complete"));
    }

    /**
     * Ends the journal at a random line behind the plan, as if the process had been killed there. What was about to be triggered
     * stays, since nothing is triggered before the journal says so.
     */
    private void cut() throws IOException {
        List<String> lines = Files.readAllLines(journal);
        int first = (int) lines.stream().filter(ResumeScene::isPlan).count();
        int end = first + random.nextInt(lines.size() - first + 1);
        List<String> kept = new ArrayList<>(lines.subList(0, end));
        lines.subList(end, lines.size()).stream()
                .filter(line -> ResumeScene.isEntry(line, "begun"))
                .forEach(kept::add);
        Files.writeString(journal, String.join("\n", kept) + "\n" + (random.nextBoolean() ? "{\"entry\":\"en" : ""));
        history.add("cut at " + end + " of " + lines.size());
    }

    private void check(Result result) throws IOException {
        Evidence evidence = Evidence.read(toString(), result, folder, journal);
        List<CreatedRun> created = List.copyOf(simulator.createdRuns());
        Map<String, CreatedRun> byId =
                created.stream().collect(Collectors.toMap(CreatedRun::runId, Function.identity()));
        assertThat(requested(created).values()).as("%s: runs of a test", this).allMatch(runs -> runs == 1);
        assertThat(created)
                .as("%s: what was run", this)
                .allMatch(run -> intended.contains(run.testId())
                        && String.valueOf(version).equals(String.valueOf(run.requestedVersion())));
        checkThatNothingIsMissing(evidence, created);
        evidence.runs().filter(ReportedRun::ended).forEach(run -> checkOutcome(run, byId));
        checkSuccess(evidence, created);
        if (created.stream().allMatch(run -> run.origin() == CreatedRun.Origin.REQUEST)) {
            assertThat(simulator.peakRunsUnderWay())
                    .as("%s: runs under way", this)
                    .isLessThanOrEqualTo(concurrency);
        }
    }

    private static Map<String, Integer> requested(List<CreatedRun> created) {
        Map<String, Integer> requested = new HashMap<>();
        created.stream()
                .filter(run -> run.origin() == CreatedRun.Origin.REQUEST)
                .forEach(run -> requested.merge(run.testId(), 1, Integer::sum));
        return requested;
    }

    /** Every run that exists is in the report, or its suite or test is said to be unknown. */
    private void checkThatNothingIsMissing(Evidence evidence, List<CreatedRun> created) {
        Set<String> reported = evidence.runIds();
        Set<String> doubtful = new HashSet<>(evidence.exitCode() <= 1 ? Set.of() : evidence.doubtful());
        if (evidence.exitCode() == 130) {
            doubtful.addAll(testsOfWrongRuns(evidence, created));
            doubtful.addAll(testsThatWereDoubled(created));
        }
        assertThat(created.stream()
                        .filter(run -> !reported.contains(run.runId()))
                        // A second run for a single test has nothing in common with the first.
                        .filter(run -> run.origin() == CreatedRun.Origin.REQUEST || run.suiteRunId() != null)
                        .filter(run -> !doubtful.contains(run.testId()))
                        .filter(run -> !doubtful.contains(String.valueOf(run.suite()))))
                .as("%s: runs in no report", this)
                .isEmpty();
    }

    /** Who is interrupted may not have found out yet that a response named a run which does not exist. */
    private static Set<String> testsOfWrongRuns(Evidence evidence, List<CreatedRun> created) {
        Set<String> existing = created.stream().map(CreatedRun::runId).collect(Collectors.toSet());
        return evidence.runs()
                .filter(run -> !run.ended() && !existing.contains(run.runId()))
                .map(run -> String.valueOf(run.testId()))
                .collect(Collectors.toSet());
    }

    /** Nor has it compared what was triggered with what there is. */
    private static Set<String> testsThatWereDoubled(List<CreatedRun> created) {
        return created.stream()
                .filter(run -> run.origin() == CreatedRun.Origin.FORGOTTEN_KEY)
                .map(CreatedRun::testId)
                .collect(Collectors.toSet());
    }

    private void checkOutcome(ReportedRun reported, Map<String, CreatedRun> created) {
        CreatedRun run = created.get(reported.runId());
        assertThat(run).as("%s: %s does not exist", this, reported).isNotNull();
        Set<TestRunStatus> possible = new HashSet<>();
        possible.add(run.outcome());
        possible.add(run.finalStatus());
        assertThat(possible).as("%s: outcome of %s", this, run).contains(reported.status());
        assertThat(reported.testId()).as("%s: test of %s", this, run).isEqualTo(run.testId());
    }

    private void checkSuccess(Evidence evidence, List<CreatedRun> created) {
        if (evidence.exitCode() > 1) {
            return;
        }
        assertThat(evidence.testsThat(Set.of(RunOutcome.PASSED, RunOutcome.FAILED, RunOutcome.ERROR)))
                .as("%s: tests that have ended", this)
                .isEqualTo(intended);
        boolean isSuccess = evidence.exitCode() == 0;
        assertThat(evidence.runs().allMatch(run -> run.outcome() == RunOutcome.PASSED))
                .as("%s: runs that passed", this)
                .isEqualTo(isSuccess);
        if (isSuccess) {
            assertThat(evidence.testsThat(Set.of(RunOutcome.PASSED)))
                    .as("%s: tests that passed", this)
                    .isEqualTo(intended);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
