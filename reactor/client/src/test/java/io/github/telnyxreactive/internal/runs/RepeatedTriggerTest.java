package io.github.telnyxreactive.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is made of other runs when a trigger was repeated, and the service may have forgotten its key. */
class RepeatedTriggerTest {

    private static final OffsetDateTime SINCE = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    private static final Duration MAX_LAG = Duration.ofSeconds(30);
    private static final TestRun OURS = run("r1", "ours", SINCE);
    private static final TestRun OTHER = run("r2", "other", SINCE.minusSeconds(5));

    private static final PermissionDeniedException FORBIDDEN =
            new PermissionDeniedException(FailedCall.none().withResponse(403, null, null), ApiErrors.none());

    private long now;

    private static TestRun run(String id, @Nullable String suiteRunId, @Nullable OffsetDateTime createdAt) {
        return new TestRun(
                id,
                "t",
                TestRunStatus.PASSED,
                "api",
                createdAt,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                suiteRunId,
                Map.of());
    }

    private Triggering suite(boolean repeated) {
        return new Triggering("checkout", null, Set.of("t"), SINCE, MAX_LAG, repeated, "foreign"::equals);
    }

    /** The book of a suite whose only run has ended and is in the list. */
    private RunBook ended(boolean repeated, TestRun run) {
        RunBook book = new RunBook(suite(repeated), now);
        book.triggered(List.of(run), null);
        book.polled(new RunPoll.Result(List.of(run), Map.of(), List.of(), Set.of(run.runId()), null), now);
        return book;
    }

    private RunBook ended() {
        return ended(true, OURS);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private List<News> compare(RunBook book, TestRun... others) {
        assertThat(book.look().isComparing()).isTrue();
        return book.polled(new RunPoll.Result(List.of(), Map.of(), List.of(others), null, null), now);
    }

    private List<News> fail(RunBook book, Throwable error) {
        return book.polled(new RunPoll.Result(List.of(), Map.of(), List.of(), null, error), now);
    }

    @Test
    void otherRunsOfThatTimeAreSaid() {
        RunBook book = ended();
        assertThat(book.isDone()).isFalse();
        assertThat(book.underWay()).isZero();

        List<News> news = compare(book, OURS, OTHER, run("r3", "other", SINCE), run("r4", "another", SINCE));

        assertThat(news).containsExactly(new News.Doubled(Set.of("another", "other")));
        assertThat(book.isDone()).isTrue();
        assertThat(book.look().isComparing()).isFalse();
    }

    @Test
    void nothingIsComparedIfTheTriggerWasNotRepeated() {
        RunBook book = ended(false, OURS);

        assertThat(book.isDone()).isTrue();
        assertThat(book.look().isComparing()).isFalse();
    }

    @Test
    void nothingIsComparedBeforeAllRunsHaveEnded() {
        RunBook book = new RunBook(suite(true), now);
        TestRun open = OURS.toBuilder().status(TestRunStatus.RUNNING).build();
        book.triggered(List.of(open), null);
        assertThat(book.look().isComparing()).isFalse();
        book.polled(new RunPoll.Result(List.of(open), Map.of(), List.of(), Set.of("r1"), null), now);
        assertThat(book.look().isComparing()).isFalse();
        book.polled(new RunPoll.Result(List.of(OURS), Map.of(), List.of(), null, null), now);

        assertThat(compare(book, OTHER)).hasSize(1);
    }

    @Test
    void aListMayLag() {
        RunBook book = ended();
        assertThat(compare(book)).isEmpty();
        pass(MAX_LAG.minusNanos(1));
        assertThat(compare(book, OURS)).isEmpty();
        assertThat(book.isDone()).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(compare(book, OURS)).isEmpty();

        assertThat(book.isDone()).isTrue();
    }

    @Test
    void runsThatAreKnownOrForeignOrOfALaterTimeOrOfNoSuiteRunAreNotMeant() {
        pass(MAX_LAG);
        RunBook book = new RunBook(suite(true), now - MAX_LAG.toNanos());
        book.triggered(List.of(OURS), null);
        book.polled(new RunPoll.Result(List.of(OURS), Map.of(), List.of(), Set.of("r1"), null), now);
        OffsetDateTime later = SINCE.plusMinutes(2);

        List<News> news = compare(
                book,
                OURS,
                run("r2", "ours", SINCE),
                run("r3", "foreign", SINCE),
                run("r4", "other", later),
                run("r5", null, SINCE));

        assertThat(news).isEmpty();
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aRequestThatWasGivenUpMayBeProcessedAfterTheOneThatRepeatedIt() {
        assertThat(compare(ended(), run("r2", "other", SINCE.plusMinutes(2).minusNanos(1))))
                .containsExactly(new News.Doubled(Set.of("other")));
    }

    @Test
    void theLatestOfTheKnownRunsCounts() {
        RunBook book = new RunBook(suite(true), now);
        TestRun later = run("r2", "ours", SINCE.plusMinutes(1));
        List<TestRun> runs = List.of(OURS, later, run("r3", "ours", SINCE), run("r4", "ours", null));
        book.triggered(runs, null);
        book.polled(new RunPoll.Result(runs, Map.of(), List.of(), Set.of("r1", "r2", "r3", "r4"), null), now);

        assertThat(compare(book, run("r5", "other", SINCE.plusMinutes(2)))).hasSize(1);
    }

    @Test
    void withoutATimeOfOurRunsAllRunsSinceTheTriggerAreMeant() {
        RunBook book = ended(true, run("r1", "ours", null));

        assertThat(compare(book, run("r2", "other", SINCE.plusHours(1)))).hasSize(1);
    }

    @Test
    void aSingleTestHasOtherRuns() {
        RunBook book = new RunBook(new Triggering(null, "t", null, SINCE, MAX_LAG, true, "r4"::equals), now);
        book.triggered(List.of(run("r1", null, SINCE)), null);
        book.polled(new RunPoll.Result(List.of(run("r1", null, SINCE)), Map.of(), List.of(), null, null), now);

        assertThat(compare(book, run("r1", null, SINCE), run("r2", null, SINCE), run("r4", null, SINCE)))
                .containsExactly(new News.Doubled(Set.of("r2")));
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void theAnswerToARepetitionIsReadAgain() {
        RunBook book = new RunBook(suite(true), now);

        assertThat(book.triggered(List.of(OURS), null)).containsExactly(new News.Started(List.of(OURS), false));
        assertThat(book.look().open()).containsExactly(OURS);
        assertThat(book.polled(new RunPoll.Result(List.of(OURS), Map.of(), List.of(), Set.of("r1"), null), now))
                .containsExactly(new News.Ended(OURS));
    }

    @Test
    void aResumedSuiteIsComparedAsWell() {
        RunBook book = new RunBook(suite(true), now);
        book.resumed(List.of(OURS));
        book.polled(new RunPoll.Result(List.of(), Map.of(), List.of(), Set.of("r1"), null), now);

        assertThat(compare(book, OTHER)).hasSize(1);
    }

    @Test
    void whoMayNotListLearnsNothing() {
        RunBook book = ended();
        pass(MAX_LAG);
        assertThat(fail(book, FORBIDDEN)).isEmpty();

        assertThat(book.isDone()).isTrue();
    }

    @Test
    void theBeginningOfAListIsEnough() {
        RunBook book = ended();
        List<News> news = book.polled(new RunPoll.Result(List.of(), Map.of(), List.of(OTHER), null, FORBIDDEN), now);

        assertThat(news).containsExactly(new News.Doubled(Set.of("other")));
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aListThatCannotBeReadLeavesItUnknown() {
        RunBook book = ended();
        Throwable error = new IllegalStateException("unavailable");
        pass(MAX_LAG.minusNanos(1));
        assertThat(fail(book, error)).isEmpty();
        assertThat(fail(book, error)).isEmpty();
        assertThat(fail(book, error)).isEmpty();
        assertThat(book.isDone()).isFalse();
        pass(Duration.ofNanos(1));

        assertThat(fail(book, error)).containsExactly(new News.Unidentified(error));
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aListIsTriedSeveralTimes() {
        RunBook book = ended();
        pass(MAX_LAG);
        assertThat(fail(book, new IllegalStateException("unavailable"))).isEmpty();
        assertThat(fail(book, new IllegalStateException("unavailable"))).isEmpty();
        assertThat(book.isDone()).isFalse();

        assertThat(fail(book, new IllegalStateException("unavailable"))).hasSize(1);
    }

    @Test
    void whoStopsBeforeDoesNotKnow() {
        RunBook book = ended();
        Throwable reason = new IllegalStateException("stopped");

        assertThat(book.end(reason)).containsExactly(new News.Unidentified(reason));
        assertThat(book.isDone()).isTrue();
    }
}
