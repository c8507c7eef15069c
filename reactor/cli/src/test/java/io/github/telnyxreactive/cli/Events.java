package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.internal.state.PlannedWork;
import io.github.telnyxreactive.cli.internal.state.Progress;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates events of a batch. */
public final class Events {

    private Events() {}

    /** Returns the progress of suites with one test each. */
    public static Progress ofSuites(String... names) {
        return new Progress(new PlannedWork(List.of(names), 0, names.length));
    }

    /** Returns the progress of single tests. */
    public static Progress ofTests(int number) {
        return new Progress(new PlannedWork(List.of(), number, number));
    }

    public static BatchEvent triggered(BatchItem item, TestRun... runs) {
        return new BatchEvent.Triggered(item, List.of(runs));
    }

    /** Returns the event of runs that become known after the first of their item. */
    public static BatchEvent more(BatchItem item, TestRun... runs) {
        return new BatchEvent.Triggered(item, List.of(runs), true, Map.of());
    }

    public static BatchEvent changed(BatchItem item, TestRun run) {
        return new BatchEvent.StatusChanged(item, run);
    }

    public static BatchEvent finished(BatchItem item, TestRun run) {
        return new BatchEvent.Finished(item, run);
    }

    public static BatchEvent abandoned(BatchItem item, TestRun run, String problem) {
        return new BatchEvent.Abandoned(item, run, new IllegalStateException(problem));
    }

    public static BatchEvent failed(BatchItem item, String problem) {
        return new BatchEvent.TriggerFailed(item, new IllegalStateException(problem));
    }

    public static BatchEvent unknown(BatchItem item, String problem) {
        return new BatchEvent.OutcomeUnknown(item, new IllegalStateException(problem), "key", Instant.EPOCH, false);
    }

    /** Returns the event of an item of which the service has not identified all runs. */
    public static BatchEvent partlyUnknown(BatchItem item, String problem) {
        return new BatchEvent.OutcomeUnknown(item, new IllegalStateException(problem), "key", Instant.EPOCH, true);
    }

    public static BatchEvent notStarted(BatchItem item, String testId, @Nullable String problem) {
        return new BatchEvent.NotStarted(
                item, testId, null, problem == null ? null : new IllegalStateException(problem));
    }

    /** Takes the trigger of an item, and the end of those of its runs that have a final status. */
    public static void see(Progress progress, BatchItem item, TestRun... runs) {
        Stream<BatchEvent> ends =
                Arrays.stream(runs).filter(run -> run.status().isTerminal()).map(run -> finished(item, run));
        Stream.concat(Stream.of(triggered(item, runs)), ends).forEach(progress::accept);
    }
}
