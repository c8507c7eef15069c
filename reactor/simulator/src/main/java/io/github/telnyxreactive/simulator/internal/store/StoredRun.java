package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.internal.store.RunCourse.Phase;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run. Hundreds of thousands of them are held in memory, so that whatever follows from the number of a run, such as
 * its ids, is generated when it is read.
 */
public final class StoredRun {

    private final long number;
    private final SeededRandom random;
    private final Trigger trigger;
    private final String testId;
    private final @Nullable String suite;
    private final @Nullable String versionId;
    private final List<RubricItem> rubric;
    private final RunCourse course;
    private final boolean isExtra;

    /**
     * Creates a run.
     *
     * @param number the position in order of creation
     * @param random generates its ids
     * @param trigger the request that creates it
     * @param planned the test, and the version that it runs against
     * @param course how it goes
     */
    StoredRun(long number, SeededRandom random, Trigger trigger, PlannedRun planned, RunCourse course) {
        this.number = number;
        this.random = random;
        this.trigger = trigger;
        this.testId = planned.test().testId();
        this.suite = planned.test().testSuite();
        this.versionId = planned.versionId();
        this.rubric = planned.test().rubric();
        this.isExtra = planned.isExtra();
        this.course = course;
    }

    long number() {
        return number;
    }

    /**
     * Returns the id of the run.
     *
     * @return the id
     */
    public String runId() {
        return random.id(Stream.RUN_ID, number);
    }

    /**
     * Returns the id of the test.
     *
     * @return the id
     */
    public String testId() {
        return testId;
    }

    /**
     * Returns the suite of the test when the run was triggered.
     *
     * @return the name of the suite, {@code null} for none
     */
    public @Nullable String suite() {
        return suite;
    }

    /**
     * Returns the request that created the run.
     *
     * @return the request
     */
    public Trigger trigger() {
        return trigger;
    }

    /**
     * Returns whether the run was created beside the one that was requested.
     *
     * @return whether it is the second run of its test
     */
    public boolean isExtra() {
        return isExtra;
    }

    /**
     * Returns when the run was created.
     *
     * @return the time of creation
     */
    public Instant createdAt() {
        return trigger.at();
    }

    /**
     * Returns when the run ends.
     *
     * @return the end, {@code null} if it never ends
     */
    public @Nullable Instant endsAt() {
        return course.isEndless() ? null : begin(Phase.ENDED);
    }

    /**
     * Returns the status with which the run ends.
     *
     * @return the status, {@code null} if it never ends
     */
    public @Nullable TestRunStatus outcome() {
        return course.isEndless() ? null : course.outcome();
    }

    /**
     * Returns the status that changes no more.
     *
     * @return the status, {@code null} if the run never ends
     */
    public @Nullable TestRunStatus lastStatus() {
        return course.isEndless() ? null : course.statusIn(Phase.REVISED);
    }

    /**
     * Returns the status of the run at a point in time.
     *
     * @param now the time
     * @return the status
     */
    public TestRunStatus statusAt(Instant now) {
        return course.statusIn(phaseAt(now));
    }

    private Phase phaseAt(Instant now) {
        return course.phaseAt(createdAt().until(now, ChronoUnit.MICROS));
    }

    private Instant begin(Phase phase) {
        return createdAt().plus(course.micros(phase), ChronoUnit.MICROS);
    }

    /**
     * Returns the run as the service reports it at a point in time.
     *
     * @param now the time
     * @return the run
     */
    public TestRun at(Instant now) {
        Phase phase = phaseAt(now);
        TestRunStatus status = course.statusIn(phase);
        boolean ended = phase.compareTo(Phase.ENDED) >= 0;
        boolean conversing = phase.compareTo(Phase.RUNNING) >= 0;
        return TestRun.builder()
                .runId(runId())
                .testId(testId)
                .status(status)
                .triggeredBy("api")
                .createdAt(date(createdAt()))
                .completedAt(ended ? date(begin(Phase.ENDED)) : null)
                .updatedAt(date(begin(phase)))
                .conversationId(conversing ? conversationId() : null)
                .conversationInsightsId(
                        ended && !status.equals(TestRunStatus.ERROR) ? random.id(Stream.INSIGHTS_ID, number) : null)
                .detailStatus(ended ? judgement(status) : List.of())
                .logs(logs(phase))
                .testSuiteRunId(trigger.suiteRunId())
                .additionalProperties(
                        versionId == null ? Map.of() : Map.of("destination_version_id", TelnyxJson.toTree(versionId)))
                .build();
    }

    private String conversationId() {
        return random.id(Stream.CONVERSATION_ID, number);
    }

    private List<TestRunDetailResult> judgement(TestRunStatus status) {
        boolean failed = status.equals(TestRunStatus.FAILED);
        // A failed run fails one item for certain, and each of the others in one of four cases.
        long missed = random.value(Stream.JUDGEMENT, number);
        int certain = (int) Long.remainderUnsigned(missed, rubric.size());
        List<TestRunDetailResult> results = new ArrayList<>(rubric.size());
        for (int i = 0; i < rubric.size(); i++) {
            boolean passes = failed && i != certain && (missed >>> (2 * i) & 3) != 0;
            results.add(TestRunDetailResult.builder()
                    .name(rubric.get(i).name())
                    .status(passes ? TestRunStatus.PASSED : status)
                    .build());
        }
        return results;
    }

    private @Nullable String logs(Phase phase) {
        if (phase == Phase.WAITING) {
            return null;
        }
        StringBuilder logs = new StringBuilder();
        for (Phase passed : List.of(Phase.STARTING, Phase.RUNNING, Phase.ENDED, Phase.REVISED)) {
            if (passed.compareTo(phase) <= 0) {
                String what =
                        passed == Phase.RUNNING ? "conversation " + conversationId() : "" + course.statusIn(passed);
                logs.append(begin(passed)).append(' ').append(what).append('\n');
            }
        }
        return logs.toString();
    }

    private static OffsetDateTime date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
