package io.github.telnyxreactive.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trigger and the polls after it mean, without a service. */
class RunBookTest {

    private static final OffsetDateTime SINCE = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    private static final Duration MAX_LAG = Duration.ofSeconds(30);

    private final List<String> news = new ArrayList<>();
    private long now;

    private RunBook suite(@Nullable String... tests) {
        Set<String> ids = tests == null ? null : new LinkedHashSet<>(Arrays.asList(tests));
        return new RunBook(
                new Triggering("checkout", null, ids, SINCE, MAX_LAG, false, id -> id.startsWith("foreign")), now);
    }

    private RunBook unknownSuite() {
        return suite((String[]) null);
    }

    private RunBook single() {
        return new RunBook(new Triggering(null, "t1", null, SINCE, MAX_LAG, false, id -> false), now);
    }

    /** The run of a test, {@code r1} of {@code t1} for example, of the suite run {@code s}. */
    private static TestRun run(int number, String status) {
        return ofSuite(number, status, "s");
    }

    private static TestRun ofSuite(int number, String status, @Nullable String suiteRunId) {
        return TestRun.builder()
                .runId("r" + number)
                .testId("t" + number)
                .status(new TestRunStatus(status))
                .triggeredBy("api")
                .createdAt(SINCE)
                .testSuiteRunId(suiteRunId)
                .build();
    }

    private static NotFoundException notFound() {
        return new NotFoundException(FailedCall.none().withResponse(404, null, null), ApiErrors.none());
    }

    private static PermissionDeniedException forbidden() {
        return new PermissionDeniedException(FailedCall.none().withResponse(403, null, null), ApiErrors.none());
    }

    private static UnauthorizedException unauthorized() {
        return new UnauthorizedException(FailedCall.none().withResponse(401, null, null), ApiErrors.none());
    }

    private static TransportException reset() {
        return TransportException.lost(FailedCall.none(), "reset", new IOException("reset"));
    }

    private static DecodingException unread() {
        return DecodingException.unexpected(FailedCall.none().withResponse(201, null, null), "odd");
    }

    private void note(List<News> more) {
        more.stream().map(RunBookTest::text).forEach(news::add);
    }

    private static String text(News news) {
        if (news instanceof News.Started started) {
            return (started.isMore() ? "more " : "started ")
                    + started.runs().stream().map(TestRun::runId).collect(Collectors.joining(" "));
        }
        if (news instanceof News.Changed changed) {
            return changed.run().runId() + " " + changed.run().status();
        }
        if (news instanceof News.Ended ended) {
            return ended.run().runId() + " ended " + ended.run().status();
        }
        if (news instanceof News.Lost lost) {
            return lost.lastSeen().runId() + " lost " + lost.reason().getClass().getSimpleName();
        }
        return news instanceof News.NotStarted missing ? "no run of " + missing.testId() : "unidentified";
    }

    /** Polls after ten seconds. The list contains the given runs. */
    private void list(RunBook book, TestRun... listed) {
        Set<String> ids = Stream.of(listed).map(TestRun::runId).collect(Collectors.toSet());
        poll(book, List.of(listed), Map.of(), List.of(listed), ids);
    }

    /** Polls after ten seconds, without a list. */
    private void unlisted(RunBook book, Map<String, Throwable> unreadable, TestRun... seen) {
        poll(book, List.of(seen), unreadable, List.of(), null);
    }

    private void poll(
            RunBook book,
            List<TestRun> seen,
            Map<String, Throwable> unreadable,
            List<TestRun> others,
            @Nullable Set<String> listed) {
        now += Duration.ofSeconds(10).toNanos();
        note(book.polled(new RunPoll.Result(seen, unreadable, others, listed, null), now));
    }

    /** Polls after ten seconds. The list cannot be read. */
    private void listFails(RunBook book) {
        now += Duration.ofSeconds(10).toNanos();
        note(book.polled(new RunPoll.Result(List.of(), Map.of(), List.of(), null, forbidden()), now));
    }

    @Test
    void aResumedSuiteSeeksTheRunsThatWereNotFoundBefore() {
        RunBook book = suite("t1", "t2");
        book.resumed(List.of(run(1, "pending")));

        assertThat(book.look().isSeeking()).isTrue();
        assertThat(book.look().suiteRunIds()).containsExactly("s");
        list(book, run(1, "passed"), run(2, "pending"));

        assertThat(news).containsExactly("r1 ended passed", "more r2");
        assertThat(book.underWay()).isEqualTo(1);
    }

    @Test
    void aRunThatHasEndedNobodyKnowsHowIsReadAgain() {
        TestRun unread =
                new TestRun("r1", "t1", null, "api", SINCE, SINCE, null, null, null, List.of(), null, null, Map.of());
        RunBook book = single();
        note(book.triggered(List.of(unread), null));
        assertThat(book.look().open()).containsExactly(unread);
        assertThat(book.isDone()).isFalse();
        unlisted(book, Map.of(), run(1, "error"));

        assertThat(news).containsExactly("started r1", "r1 ended error");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aRunThatHasEndedAndNeverSaysHowHasEnded() {
        TestRun unread =
                new TestRun("r1", "t1", null, "api", SINCE, SINCE, null, null, null, List.of(), null, null, Map.of());
        RunBook book = single();
        note(book.triggered(List.of(unread), null));
        unlisted(book, Map.of(), unread);

        assertThat(news).containsExactly("started r1", "r1 ended null");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aResumedSingleRunIsOnlyFollowed() {
        RunBook book = single();
        book.resumed(List.of(run(1, "pending")));

        assertThat(book.look().isSeeking()).isFalse();
        assertThat(book.underWay()).isEqualTo(1);
    }

    @Test
    void aSuiteIsDoneWhenAllRunsHaveEndedAndAListHasShownNoOthers() {
        RunBook book = suite("t1", "t2");
        note(book.triggered(List.of(run(1, "pending"), run(2, "passed")), null));
        assertThat(book.isDone()).isFalse();
        assertThat(book.underWay()).isEqualTo(1);
        list(book, run(1, "running"), run(2, "passed"));
        assertThat(book.look().isSeeking()).isFalse();
        list(book, run(1, "failed"), run(2, "passed"));

        assertThat(news).containsExactly("started r1 r2", "r2 ended passed", "r1 running", "r1 ended failed");
        assertThat(book.isDone()).isTrue();
        assertThat(book.underWay()).isZero();
    }

    @Test
    void runsThatTheResponseLeavesOutAreFoundInTheList() {
        RunBook book = suite("t1", "t2", "t3");
        note(book.triggered(List.of(run(1, "pending")), null));
        assertThat(book.underWay()).isEqualTo(3);
        list(book, run(1, "pending"), run(2, "running"), run(3, "passed"));
        assertThat(book.isDone()).isFalse();
        assertThat(book.underWay()).isEqualTo(2);
        list(book, run(1, "passed"), run(2, "passed"), run(3, "passed"));

        assertThat(news)
                .containsExactly("started r1", "more r2 r3", "r3 ended passed", "r1 ended passed", "r2 ended passed");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void runsThatTheServiceDoublesAreFollowedAsWell() {
        RunBook book = suite("t1");
        note(book.triggered(List.of(run(1, "passed")), null));
        TestRun second = run(1, "running").toBuilder().runId("r1b").build();
        list(book, run(1, "passed"), second);
        list(
                book,
                run(1, "passed"),
                second.toBuilder().status(TestRunStatus.PASSED).build());

        assertThat(news).containsExactly("started r1", "r1 ended passed", "more r1b", "r1b ended passed");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aRunThatTheResponseRepeatsIsStartedOnce() {
        RunBook book = suite("t1");
        note(book.triggered(List.of(run(1, "pending"), run(1, "pending")), null));
        list(book, run(1, "passed"), run(1, "passed"));

        assertThat(news).containsExactly("started r1", "r1 ended passed");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aTestWithoutARunIsToldWhenTheServiceHadTimeToShowIt() {
        RunBook book = suite("t1", "t2", "t3");
        note(book.triggered(List.of(run(1, "passed")), null));
        list(book, run(1, "passed"));
        list(book, run(1, "passed"));
        assertThat(book.isDone()).isFalse();
        assertThat(book.underWay()).isEqualTo(2);
        list(book, run(1, "passed"));

        assertThat(news).containsExactly("started r1", "r1 ended passed", "no run of t2", "no run of t3");
        assertThat(book.isDone()).isTrue();
        assertThat(book.underWay()).isZero();
    }

    @Test
    void whatWasNotSoughtToTheEndIsNotKnown() {
        RunBook book = suite("t1", "t2");
        note(book.triggered(List.of(run(1, "passed")), null));
        note(book.end(reset()));

        assertThat(news).containsExactly("started r1", "r1 ended passed", "unidentified");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void atItsEndNothingIsUnknownOfASuiteWhoseTestsAllHaveARun() {
        RunBook book = suite("t1");
        note(book.triggered(List.of(run(1, "pending")), null));
        note(book.end(reset()));

        assertThat(news).containsExactly("started r1", "r1 lost TransportException");
    }

    @Test
    void noTestIsSaidToHaveNoRunIfNoListCouldBeRead() {
        RunBook book = suite("t1", "t2");
        note(book.triggered(List.of(), null));
        listFails(book);
        listFails(book);
        listFails(book);

        assertThat(news).containsExactly("started ", "unidentified");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void anEmptyResponseIsCompletedByTheOnlyRunsOfThatTime() {
        RunBook book = suite("t1", "t2");
        note(book.triggered(List.of(), null));
        assertThat(book.look().suiteRunIds()).isEmpty();
        poll(
                book,
                List.of(),
                Map.of(),
                List.of(
                        run(1, "pending"),
                        run(2, "pending"),
                        ofSuite(3, "passed", "foreign"),
                        ofSuite(4, "passed", null)),
                null);
        assertThat(book.look().suiteRunIds()).containsExactly("s");
        list(book, run(1, "passed"), run(2, "passed"));

        assertThat(news).containsExactly("started ", "more r1 r2", "r1 ended passed", "r2 ended passed");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void runsOfThatTimeAreNotTakenIfThereAreSeveralGroups() {
        RunBook book = unknownSuite();
        note(book.triggered(List.of(), unread()));
        for (int i = 0; i < 3; i++) {
            assertThat(book.isDone()).isFalse();
            poll(
                    book,
                    List.of(),
                    Map.of(),
                    List.of(ofSuite(1, "pending", "one"), ofSuite(2, "pending", "other")),
                    null);
        }

        assertThat(news).containsExactly("unidentified");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void theGroupOfAKnownRunIsTaken() {
        RunBook book = suite("t1", "t2");
        note(book.triggered(List.of(ofSuite(1, "pending", null)), null));
        poll(
                book,
                List.of(),
                Map.of(),
                List.of(ofSuite(1, "pending", "s"), ofSuite(2, "pending", "s"), ofSuite(3, "pending", "other")),
                null);
        list(book, run(1, "passed"), run(2, "passed"));

        assertThat(news).containsExactly("started r1", "more r2", "r1 ended passed", "r2 ended passed");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void anUnreadableResponseIsSaidIfNoListShowsTheRuns() {
        RunBook book = suite("t1");
        note(book.triggered(List.of(), unread()));
        for (int i = 0; i < 3; i++) {
            unlisted(book, Map.of());
        }

        assertThat(news).containsExactly("unidentified");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void anUnreadableResponseToASingleTestIsFoundByItsTime() {
        RunBook book = single();
        note(book.triggered(List.of(), unread()));
        poll(book, List.of(), Map.of(), List.of(ofSuite(1, "running", null)), null);
        unlisted(book, Map.of(), ofSuite(1, "passed", null));

        assertThat(news).containsExactly("started r1", "r1 ended passed");
    }

    @Test
    void aSingleTestNeedsNoList() {
        RunBook book = single();
        note(book.triggered(List.of(ofSuite(1, "passed", null)), null));

        assertThat(news).containsExactly("started r1", "r1 ended passed");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aFreshRunThatIsNotFoundIsWaitedFor() {
        RunBook book = single();
        note(book.triggered(List.of(ofSuite(1, "pending", null)), null));
        unlisted(book, Map.of("r1", notFound()));
        unlisted(book, Map.of("r1", notFound()));
        // From now on, it should be there.
        unlisted(book, Map.of("r1", notFound()));
        unlisted(book, Map.of("r1", notFound()));
        assertThat(book.isDone()).isFalse();
        unlisted(book, Map.of("r1", notFound()));

        assertThat(news).containsExactly("started r1", "r1 lost NotFoundException");
        // The run may be another one.
        assertThat(book.look().isSeeking()).isTrue();
        unlisted(book, Map.of());
        unlisted(book, Map.of());
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void theRunOfThatTimeIsFollowedIfTheResponseNamedOneThatDoesNotExist() {
        RunBook book = single();
        note(book.triggered(List.of(ofSuite(1, "pending", null)), null));
        for (int i = 0; i < 5; i++) {
            unlisted(book, Map.of("r1", notFound()));
        }
        poll(book, List.of(), Map.of(), List.of(ofSuite(2, "running", null)), null);
        unlisted(book, Map.of(), ofSuite(2, "passed", null));

        assertThat(news).containsExactly("started r1", "r1 lost NotFoundException", "more r2", "r2 ended passed");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void theRunIsUnknownIfTheResponseNamedOneThatDoesNotExistAndThereAreSeveral() {
        RunBook book = single();
        note(book.triggered(List.of(ofSuite(1, "pending", null)), null));
        now += MAX_LAG.toNanos();
        for (int look = 0; look < 3; look++) {
            unlisted(book, Map.of("r1", notFound()));
        }
        assertThat(book.underWay()).isEqualTo(1);
        for (int look = 0; look < 3; look++) {
            poll(book, List.of(), Map.of(), List.of(ofSuite(2, "passed", null), ofSuite(3, "passed", null)), null);
        }

        assertThat(news).containsExactly("started r1", "r1 lost NotFoundException", "unidentified");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aRunThatMayNotBeReadIsLostAfterThreeLooksInARow() {
        RunBook book = single();
        note(book.triggered(List.of(ofSuite(1, "pending", null)), null));
        unlisted(book, Map.of("r1", forbidden()));
        unlisted(book, Map.of("r1", forbidden()));
        unlisted(book, Map.of("r1", reset()));
        unlisted(book, Map.of("r1", forbidden()));
        unlisted(book, Map.of("r1", forbidden()));
        unlisted(book, Map.of(), ofSuite(1, "pending", null));
        unlisted(book, Map.of("r1", forbidden()));
        unlisted(book, Map.of("r1", forbidden()));
        assertThat(book.isDone()).isFalse();
        unlisted(book, Map.of("r1", forbidden()));

        assertThat(news).containsExactly("started r1", "r1 lost PermissionDeniedException");
    }

    @Test
    void aStatusThatGoesBackIsNotNews() {
        RunBook book = single();
        note(book.triggered(List.of(ofSuite(1, "starting", null)), null));
        for (String status : List.of("pending", "running", "starting", "queued", "running", "passed", "running")) {
            unlisted(book, Map.of(), ofSuite(1, status, null));
        }

        assertThat(news).containsExactly("started r1", "r1 running", "r1 queued", "r1 running", "r1 ended passed");
    }

    @Test
    void withoutAListASuiteIsDoneAfterThreeLooks() {
        RunBook book = unknownSuite();
        note(book.triggered(List.of(run(1, "pending")), null));
        unlisted(book, Map.of(), run(1, "passed"));
        unlisted(book, Map.of());
        assertThat(book.isDone()).isFalse();
        unlisted(book, Map.of());

        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aListThatLagsBehindIsNotComplete() {
        RunBook book = unknownSuite();
        note(book.triggered(List.of(run(1, "pending")), null));
        unlisted(book, Map.of(), run(1, "passed"));
        list(book);
        assertThat(book.isDone()).isFalse();
        list(book, run(1, "passed"));

        assertThat(news).containsExactly("started r1", "r1 ended passed");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void failedPollsLoseTheRunsAfterThreeInARow() {
        RunBook book = suite("t1", "t2");
        note(book.triggered(List.of(run(1, "pending")), null));
        note(book.pollFailed(forbidden()));
        note(book.pollFailed(forbidden()));
        note(book.pollFailed(reset()));
        note(book.pollFailed(forbidden()));
        note(book.pollFailed(forbidden()));
        list(book, run(1, "running"));
        note(book.pollFailed(forbidden()));
        note(book.pollFailed(forbidden()));
        assertThat(book.isDone()).isFalse();
        note(book.pollFailed(forbidden()));

        assertThat(news)
                .containsExactly("started r1", "r1 running", "r1 lost PermissionDeniedException", "unidentified");
        assertThat(book.isDone()).isTrue();
    }

    @Test
    void aRevokedKeyLosesTheRunsAtOnce() {
        RunBook book = single();
        note(book.triggered(List.of(ofSuite(1, "pending", null)), null));
        note(book.pollFailed(unauthorized()));

        assertThat(news).containsExactly("started r1", "r1 lost UnauthorizedException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "s"})
    void knowsItsRuns(String id) {
        RunBook book = suite("t1");
        book.triggered(List.of(run(1, "pending")), null);

        assertThat(book.knows(id)).isTrue();
        assertThat(book.knows("t1")).isFalse();
    }

    @Test
    void runsThatWereKnownBeforeAreOnlyFollowed() {
        RunBook book = suite("t1");
        note(book.known(List.of(run(1, "pending"), run(2, "passed"))));
        unlisted(book, Map.of(), run(1, "passed"));

        assertThat(news).containsExactly("started r1 r2", "r2 ended passed", "r1 ended passed");
        assertThat(book.isDone()).isTrue();
    }
}
