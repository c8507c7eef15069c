package io.github.telnyxreactive.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Changes;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.RunGivenUp;
import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.StopReason;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

    private final BatchProgress progress = Changes.suites("a", "b");

    private void end(int item, String status) {
        Changes.see(progress, item, Runs.unfinished("run-" + item, "t", new TestRunStatus(status)));
    }

    @ParameterizedTest
    @CsvSource({"passed,passed,0", "passed,failed,1", "error,passed,1", "failed,error,1"})
    void aFailedRunOutweighsAPassedOne(String one, String other, int expected) {
        end(0, one);
        end(1, other);

        assertThat(ExitCode.of(progress)).isEqualTo(expected);
    }

    @Test
    void anUntriggeredSuiteOutweighsAFailedRun() {
        end(0, "failed");
        progress.apply(Changes.failed(1, "gone", false));

        assertThat(ExitCode.of(progress)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void aRunThatWasGivenUpOutweighsAFailedRun() {
        end(0, "failed");
        end(1, "running");
        progress.apply(new RunGivenUp(1, "run-1", "late", null));

        assertThat(ExitCode.of(progress)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void aSkippedSuiteIsNoPass() {
        end(0, "passed");
        progress.stop(StopReason.FAIL_FAST);
        progress.end("?");

        assertThat(ExitCode.of(progress)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void anEmptySuiteIsNoPass() {
        end(0, "passed");
        progress.apply(Changes.triggered(1));

        assertThat(ExitCode.of(progress)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void anInterruptionOutweighsEverything() {
        end(0, "failed");
        progress.apply(Changes.failed(1, "gone", false));
        progress.stop(StopReason.FAIL_FAST);
        progress.stop(StopReason.INTERRUPTED);

        assertThat(ExitCode.of(progress)).isEqualTo(ExitCode.INTERRUPTED);
    }
}
