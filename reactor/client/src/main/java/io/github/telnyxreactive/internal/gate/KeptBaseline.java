package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.gate.Baseline;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.gate.RunEvidence;
import io.github.telnyxreactive.gate.TestEvidence;
import io.github.telnyxreactive.gate.VersionEvidence;
import io.github.telnyxreactive.internal.bulk.RunVersion;
import io.github.telnyxreactive.internal.gate.StatusReview.Readings;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.StringNode;

/**
 * Checks whether the evidence of an earlier gate still holds. What can be compared is compared first; only then are the runs
 * read again.
 */
final class KeptBaseline {

    private final GateRequest request;
    private final Baseline.Kept kept;
    private final VersionEvidence evidence;

    /**
     * Creates a check.
     *
     * @param request the request, whose baseline is the version to compare with
     * @param kept the kept baseline
     */
    KeptBaseline(GateRequest request, Baseline.Kept kept) {
        this.request = request;
        this.kept = kept;
        this.evidence = kept.evidence();
    }

    /**
     * Checks the evidence.
     *
     * @param calls executes the operations
     * @param concurrency the maximum number of requests in flight
     * @param versions the versions now
     * @param tests the tests of the suites now
     * @param now the time
     * @return the runs, or why they are not used
     */
    Mono<Result> check(Calls calls, int concurrency, Versions versions, SuiteTests tests, Instant now) {
        VersionRuns runs = Objects.requireNonNull(
                GateEvidence.baseline(request.baseline(), Objects.requireNonNull(versions.main())));
        List<String> differences = new ArrayList<>();
        addAge(differences, now);
        addVersion(differences, versions, runs);
        addTests(differences, tests);
        if (!differences.isEmpty()) {
            return Mono.just(unused(runs, differences));
        }
        return StatusReview.of(calls, List.of(new StatusReview.Side(evidence.versionId(), seen())), concurrency)
                .map(readings -> {
                    List<String> changes = readings.changes();
                    if (changes.isEmpty()) {
                        events(readings).forEach(runs::accept);
                        changes = tests.groups().keySet().stream()
                                .flatMap(group -> runs.gaps(tests, group, request.repeats()).stream())
                                .toList();
                    }
                    return changes.isEmpty() ? new Result(runs, evidence, List.of()) : unused(runs, changes);
                });
    }

    private static Result unused(VersionRuns runs, List<String> why) {
        return new Result(
                null,
                null,
                List.of("the kept baseline was not used, and the suites were run against " + runs.name() + ": "
                        + Sentences.join(why)));
    }

    /** A clock that went back says nothing about the age. */
    private void addAge(List<String> differences, Instant now) {
        Instant startedAt = evidence.startedAt().toInstant();
        if (startedAt.isAfter(now)) {
            differences.add("it is from " + startedAt + ", which is in the future");
        } else if (Duration.between(startedAt, now).compareTo(kept.maxAge()) > 0) {
            differences.add("it is from " + startedAt + ", and older than " + Sentences.duration(kept.maxAge()));
        }
    }

    private void addVersion(List<String> differences, Versions versions, VersionRuns runs) {
        if (!evidence.assistantId().equals(request.assistantId())) {
            differences.add("it is about assistant " + evidence.assistantId());
        } else if (!evidence.versionId().equals(runs.versionId())) {
            differences.add("it is about version " + evidence.versionId()
                    + (kept.version() instanceof Baseline.Main
                            ? ", and the main version is " + runs.versionId() + " now"
                            : ""));
        } else if (!evidence.versionDigest()
                .equals(Definition.digest(Definition.of(
                        Objects.requireNonNull(versions.tested(request).get(runs.versionId())))))) {
            differences.add(runs.name() + " was changed since");
        }
    }

    private void addTests(List<String> differences, SuiteTests tests) {
        if (evidence.repeats() != request.repeats()) {
            differences.add("each test was run " + times(evidence.repeats()) + ", and not " + times(request.repeats()));
        }
        Map<TestGroup, Map<String, TestEvidence>> byGroup = byGroup();
        Set<TestGroup> groups = tests.groups().keySet();
        if (!byGroup.keySet().equals(groups)) {
            differences.add("it is about other suites: "
                    + Sentences.list(
                            byGroup.keySet().stream().map(KeptBaseline::name).toList()));
            return;
        }
        for (TestGroup group : groups) {
            Map<String, TestEvidence> before = byGroup.getOrDefault(group, Map.of());
            Map<String, AssistantTest> after = tests.of(group);
            add(differences, "added to " + group, without(after, before), after);
            add(differences, "removed from " + group, without(before, after), Map.of());
            add(
                    differences,
                    "changed in " + group,
                    after.keySet().stream()
                            .filter(id -> before.containsKey(id) && isChanged(before.get(id), after.get(id)))
                            .toList(),
                    after);
        }
    }

    private static String name(TestGroup group) {
        String suite = group.suite();
        return suite == null ? group.toString() : suite;
    }

    private static String times(int repeats) {
        return repeats == 1 ? "once" : repeats + " times";
    }

    private static List<String> without(Map<String, ?> tests, Map<String, ?> others) {
        return tests.keySet().stream().filter(id -> !others.containsKey(id)).toList();
    }

    private static boolean isChanged(TestEvidence before, AssistantTest after) {
        return !before.digest().equals(Definition.digest(Definition.of(after)));
    }

    private static void add(
            List<String> differences, String what, List<String> tests, Map<String, AssistantTest> known) {
        if (!tests.isEmpty()) {
            differences.add(Sentences.count(tests.size(), "test") + (tests.size() == 1 ? " was " : " were ") + what
                    + " since: " + Sentences.tests(tests, known));
        }
    }

    private Map<TestGroup, Map<String, TestEvidence>> byGroup() {
        Map<TestGroup, Map<String, TestEvidence>> byGroup = new LinkedHashMap<>();
        evidence.tests()
                .forEach(test -> byGroup.computeIfAbsent(new TestGroup(test.suite()), group -> new LinkedHashMap<>())
                        .put(test.testId(), test));
        return byGroup;
    }

    /** Returns the runs as they were seen then. */
    private Map<TestGroup, List<TestRun>> seen() {
        Map<TestGroup, List<TestRun>> seen = new LinkedHashMap<>();
        evidence.tests()
                .forEach(test -> test.runs()
                        .forEach(run -> seen.computeIfAbsent(new TestGroup(test.suite()), group -> new ArrayList<>())
                                .add(seen(test, run))));
        return seen;
    }

    private TestRun seen(TestEvidence test, RunEvidence run) {
        return TestRun.builder()
                .runId(run.runId())
                .testId(test.testId())
                .status(run.status())
                .triggeredBy("api")
                .createdAt(evidence.startedAt())
                .testSuiteRunId(run.suiteRunId())
                .additionalProperties(Map.of(RunVersion.FIELD, StringNode.valueOf(evidence.versionId())))
                .build();
    }

    /** Returns the events that would have told of the runs. */
    private List<BatchEvent> events(Readings readings) {
        List<BatchEvent> events = new ArrayList<>();
        byGroup().forEach((group, tests) -> {
            String suite = group.suite();
            if (suite == null) {
                tests.forEach((id, test) -> add(events, BatchItem.test(id), List.of(test), readings));
            } else {
                add(events, BatchItem.suite(suite), tests.values(), readings);
            }
        });
        return events;
    }

    private void add(List<BatchEvent> events, BatchItem once, Collection<TestEvidence> tests, Readings readings) {
        for (int repeat = 1; repeat <= evidence.repeats(); repeat++) {
            int index = repeat - 1;
            BatchItem item = once.againstVersion(evidence.versionId()).repetition(repeat);
            List<TestRun> runs = tests.stream()
                    .flatMap(test -> run(test.runs(), index))
                    .map(run -> Objects.requireNonNull(readings.runs().get(run.runId())))
                    .toList();
            events.add(new BatchEvent.Triggered(item, runs));
            runs.forEach(run -> events.add(new BatchEvent.Finished(item, run)));
        }
    }

    private static Stream<RunEvidence> run(List<RunEvidence> runs, int index) {
        return runs.stream().skip(index).limit(1);
    }

    /**
     * The result of the check.
     *
     * @param runs the runs, {@code null} if they are not used
     * @param evidence the evidence, {@code null} if it is not used
     * @param notes why it is not used, empty if it is
     */
    record Result(@Nullable VersionRuns runs, @Nullable VersionEvidence evidence, List<String> notes) {

        /** Nothing was kept. */
        static final Result NOTHING = new Result(null, null, List.of());
    }
}
