package io.github.telnyxreactive.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.batch.progress.BatchProgress;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Broken;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Ended;
import io.github.telnyxreactive.batch.progress.SuiteEvent.RunChanged;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

    private final BatchProgress progress = new BatchProgress(List.of("a", "b"));

    private void end(String suite, String status) {
        progress.apply(new RunChanged(suite, Runs.unfinished(suite, "t", new TestRunStatus(status))));
        progress.apply(new Ended(suite));
    }

    @ParameterizedTest
    @CsvSource({"passed,passed,0", "passed,failed,1", "error,passed,1", "failed,error,1"})
    void theWorstRunDecides(String one, String other, int expected) {
        end("a", one);
        end("b", other);

        assertThat(ExitCode.of(progress)).isEqualTo(expected);
    }

    @Test
    void aSuiteThatIsBrokenWeighsMoreThanARunThatFailed() {
        end("a", "failed");
        progress.apply(new Broken("b", new IllegalStateException()));

        assertThat(ExitCode.of(progress)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void aSuiteWithNothingToRunHasNotPassed() {
        end("a", "passed");
        progress.apply(new Ended("b"));

        assertThat(ExitCode.of(progress)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void anInterruptionIsAlwaysSeen() {
        end("a", "failed");
        progress.apply(new Broken("b", new IllegalStateException()));
        progress.interrupt();

        assertThat(ExitCode.of(progress)).isEqualTo(ExitCode.INTERRUPTED);
    }
}
