package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.cli.internal.state.BatchChange;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Begun;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunEnded;
import io.github.telnyxreactive.cli.internal.state.BatchChange.TriggerFailed;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Triggered;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;

/** Creates changes of a batch. */
public final class Changes {

    public static final OffsetDateTime NOON = OffsetDateTime.of(2026, 11, 20, 12, 0, 0, 0, ZoneOffset.UTC);

    private Changes() {}

    public static BatchState suites(String... names) {
        return new BatchState(Stream.of(names).map(BatchItem::suite).toList());
    }

    public static BatchChange begun(int item) {
        return new Begun(item, NOON);
    }

    public static BatchChange triggered(int item, TestRun... runs) {
        return new Triggered(item, Arrays.stream(runs).map(RunState::of).toList());
    }

    public static BatchChange ended(int item, TestRun run) {
        return new RunEnded(item, RunState.of(run));
    }

    public static BatchChange failed(int item, String problem, boolean unknown) {
        return new TriggerFailed(item, problem, unknown, new IllegalStateException(problem));
    }

    /** Applies the trigger of an item, and the end of those runs that have a final status. */
    public static void see(BatchState state, int item, TestRun... runs) {
        state.apply(triggered(item, runs));
        Arrays.stream(runs).filter(run -> run.status().isTerminal()).forEach(run -> state.apply(ended(item, run)));
    }
}
