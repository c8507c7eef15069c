package io.github.telnyxreactive.internal.runs;

import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.List;
import java.util.Set;

/** What has become known of the runs of one trigger. */
public sealed interface News {

    /**
     * Runs exist.
     *
     * @param runs the runs, each for the first time
     * @param isMore whether others were known before
     */
    record Started(List<TestRun> runs, boolean isMore) implements News {}

    /**
     * A run has another status, which is not final.
     *
     * @param run the run
     */
    record Changed(TestRun run) implements News {}

    /**
     * A run has ended.
     *
     * @param run the run
     */
    record Ended(TestRun run) implements News {}

    /**
     * A run is no longer followed.
     *
     * @param lastSeen the run as last seen
     * @param reason why
     */
    record Lost(TestRun lastSeen, Throwable reason) implements News {}

    /**
     * A test that was to run has no run.
     *
     * @param testId the id of the test
     */
    record NotStarted(String testId) implements News {}

    /**
     * There are runs that no list shows, or it was not found out whether there are any.
     *
     * @param error says that they exist, or why they are not known
     */
    record Unidentified(Throwable error) implements News {}

    /**
     * There are other runs of the time in which the trigger was repeated, so that it may have had its effect twice. This is the
     * last news.
     *
     * @param others the ids of the other runs, or the ids that they have in common
     */
    record Doubled(Set<String> others) implements News {}
}
