package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.gate.RunEvidence;
import io.github.telnyxreactive.gate.TestEvidence;
import io.github.telnyxreactive.gate.VersionEvidence;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evidence in which nothing is missing, in a form that can be kept.
 *
 * @param candidate the evidence about the candidate
 * @param baseline the evidence about the baseline, {@code null} without a comparison
 */
record CompleteEvidence(VersionEvidence candidate, @Nullable VersionEvidence baseline) {

    /**
     * Returns the evidence about one version.
     *
     * @param assistantId the id of the assistant
     * @param version the assistant in this version
     * @param tests the tests
     * @param repeats how many times each test was run
     * @param runs the runs, all of which have ended
     * @param startedAt when the gate began to run the suites
     */
    static VersionEvidence of(
            String assistantId, Assistant version, SuiteTests tests, int repeats, VersionRuns runs, Instant startedAt) {
        Map<TestGroup, Map<String, List<TestRun>>> byGroup = runs.byTest();
        List<TestEvidence> tested = new ArrayList<>();
        tests.groups()
                .forEach((group, ofGroup) -> ofGroup.forEach((id, test) -> tested.add(new TestEvidence(
                        group.suite(),
                        id,
                        Definition.digest(Definition.of(test)),
                        byGroup.getOrDefault(group, Map.of()).getOrDefault(id, List.of()).stream()
                                .map(CompleteEvidence::of)
                                .toList()))));
        return new VersionEvidence(
                assistantId,
                runs.versionId(),
                Definition.digest(Definition.of(version)),
                startedAt(byGroup, startedAt),
                repeats,
                tested);
    }

    private static RunEvidence of(TestRun run) {
        return new RunEvidence(run.runId(), run.testSuiteRunId(), Objects.requireNonNull(run.status(), "status"));
    }

    /** A gate that is repeated under the name of its batch judges runs of an earlier time. */
    private static OffsetDateTime startedAt(Map<TestGroup, Map<String, List<TestRun>>> runs, Instant startedAt) {
        return runs.values().stream()
                .flatMap(byTest -> byTest.values().stream())
                .flatMap(List::stream)
                .map(TestRun::createdAt)
                .filter(created -> created != null && created.getYear() > 1)
                .map(OffsetDateTime::toInstant)
                .reduce(startedAt, (one, other) -> one.isBefore(other) ? one : other)
                .atOffset(ZoneOffset.UTC);
    }
}
