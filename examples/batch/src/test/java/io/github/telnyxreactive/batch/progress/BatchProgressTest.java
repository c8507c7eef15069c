package io.github.telnyxreactive.batch.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.batch.Runs;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Broken;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Ended;
import io.github.telnyxreactive.batch.progress.SuiteEvent.NamesMissing;
import io.github.telnyxreactive.batch.progress.SuiteEvent.NamesRead;
import io.github.telnyxreactive.batch.progress.SuiteEvent.RunChanged;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchProgressTest {

    private final BatchProgress progress = new BatchProgress(List.of("checkout", "support"));

    private void see(String suite, String id, TestRunStatus status) {
        progress.apply(new RunChanged(suite, Runs.unfinished(id, "test-" + id, status)));
    }

    private SuiteProgress suite(String name) {
        return progress.suites().stream()
                .filter(suite -> suite.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "pending,PENDING",
        "starting,RUNNING",
        "running,RUNNING",
        "passed,PASSED",
        "failed,FAILED",
        "error,ERROR",
        "something-new,RUNNING"
    })
    void everyStatusHasAPhase(String status, RunPhase phase) {
        assertThat(RunPhase.of(new TestRunStatus(status))).isEqualTo(phase);
    }

    @Test
    void aRunIsCountedOnceHoweverOftenItChanges() {
        see("checkout", "1", TestRunStatus.PENDING);
        see("checkout", "2", TestRunStatus.PENDING);
        see("checkout", "1", TestRunStatus.STARTING);
        see("checkout", "1", TestRunStatus.RUNNING);
        see("checkout", "1", TestRunStatus.PASSED);

        assertThat(suite("checkout").counts()).isEqualTo(new RunCounts(1, 0, 1, 0, 0));
        assertThat(suite("checkout").runs()).extracting(TestRun::runId).containsExactly("1", "2");
    }

    @Test
    void theCountsOfAllSuitesAddUp() {
        see("checkout", "1", TestRunStatus.FAILED);
        see("checkout", "2", TestRunStatus.RUNNING);
        see("support", "3", TestRunStatus.ERROR);
        see("support", "4", TestRunStatus.PENDING);

        RunCounts counts = progress.counts();
        assertThat(counts).isEqualTo(new RunCounts(1, 1, 0, 1, 1));
        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.finished()).isEqualTo(2);
        assertThat(counts.unfinished()).isEqualTo(2);
    }

    @Test
    void aTestWithoutANameGoesByItsId() {
        progress.apply(new NamesRead("checkout", Map.of("test-1", "Refund")));

        assertThat(suite("checkout").testName("test-1")).isEqualTo("Refund");
        assertThat(suite("checkout").testName("test-2")).isEqualTo("test-2");
        assertThat(suite("support").testName("test-1")).isEqualTo("test-1");
    }

    @Test
    void missingNamesDoNotEndASuite() {
        IllegalStateException reason = new IllegalStateException("no names");

        progress.apply(new NamesMissing("checkout", reason));

        assertThat(suite("checkout").missingNames()).isSameAs(reason);
        assertThat(suite("checkout").failure()).isNull();
        assertThat(suite("checkout").isComplete()).isFalse();
    }

    @Test
    void aSuiteThatEndsWithRunsHasAResult() {
        see("checkout", "1", TestRunStatus.FAILED);
        progress.apply(new Ended("checkout"));

        assertThat(suite("checkout").hasResult()).isTrue();
        assertThat(progress.suitesWithoutResult()).isZero();
    }

    @Test
    void aSuiteThatEndsWithoutRunsHasNone() {
        progress.apply(new Ended("checkout"));

        assertThat(suite("checkout").isEmpty()).isTrue();
        assertThat(suite("checkout").hasResult()).isFalse();
        assertThat(progress.suitesWithoutResult()).isEqualTo(1);
    }

    @Test
    void aBrokenSuiteKeepsItsRunsAndLeavesTheOthersAlone() {
        IllegalStateException reason = new IllegalStateException("gone");
        see("checkout", "1", TestRunStatus.RUNNING);
        progress.apply(new Broken("checkout", reason));

        assertThat(suite("checkout").failure()).isSameAs(reason);
        assertThat(suite("checkout").isComplete()).isTrue();
        assertThat(suite("checkout").isEmpty()).isFalse();
        assertThat(suite("checkout").counts().running()).isEqualTo(1);
        assertThat(suite("support").isComplete()).isFalse();
        assertThat(progress.suitesWithoutResult()).isEqualTo(1);
    }

    @Test
    void anEventOfAnUnknownSuiteIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> progress.apply(new Ended("elsewhere")))
                .withMessageContaining("elsewhere");
    }
}
