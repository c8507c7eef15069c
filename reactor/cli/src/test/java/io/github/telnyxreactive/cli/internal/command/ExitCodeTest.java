package io.github.telnyxreactive.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.cli.Changes;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NotStarted;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunAbandoned;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

    private final BatchState state = Changes.suites("a", "b");

    private void end(int item, String status) {
        Changes.see(state, item, Runs.unfinished("run-" + item, "t", new TestRunStatus(status)));
    }

    @ParameterizedTest
    @CsvSource({"passed,passed,0", "passed,failed,1", "error,passed,1", "failed,error,1"})
    void aFailedRunOutweighsAPassedOne(String one, String other, int expected) {
        end(0, one);
        end(1, other);

        assertThat(ExitCode.of(state)).isEqualTo(expected);
    }

    @Test
    void anUntriggeredSuiteOutweighsAFailedRun() {
        end(0, "failed");
        state.apply(Changes.failed(1, "gone", false));

        assertThat(ExitCode.of(state)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void aRunThatWasGivenUpOutweighsAFailedRun() {
        end(0, "failed");
        end(1, "running");
        state.apply(new RunAbandoned(1, "run-1", "late", null));

        assertThat(ExitCode.of(state)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void aSkippedSuiteIsNoPass() {
        end(0, "passed");
        state.stop(StopReason.FAIL_FAST);
        state.end("?");

        assertThat(ExitCode.of(state)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void anEmptySuiteIsNoPass() {
        end(0, "passed");
        state.apply(Changes.triggered(1));

        assertThat(ExitCode.of(state)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void aTestWithoutARunIsNoPass() {
        end(0, "passed");
        end(1, "passed");
        state.apply(new NotStarted(1, new UnstartedTest("u", "Refund", null)));

        assertThat(ExitCode.of(state)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void runsThatMayExistAreNoPass() {
        end(0, "passed");
        end(1, "passed");
        state.apply(Changes.failed(1, "a run has no id", true));

        assertThat(ExitCode.of(state)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void anInterruptionOutweighsEverything() {
        end(0, "failed");
        state.apply(Changes.failed(1, "gone", false));
        state.stop(StopReason.FAIL_FAST);
        state.stop(StopReason.INTERRUPTED);

        assertThat(ExitCode.of(state)).isEqualTo(ExitCode.INTERRUPTED);
    }
}
