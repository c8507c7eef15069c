package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class LoadTest {

    @Test
    void fiftyThousandRunsAreKeptAndListed(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String testId = simulator.addSuite("checkout", 500).get(250).testId();
        for (int i = 0; i < 99; i++) {
            caller.post(SUITES + "/checkout/runs", "");
        }
        List<TestRun> last = Caller.runs(caller.post(SUITES + "/checkout/runs", ""));

        assertThat(simulator.runs()).hasSize(50_000);
        Page<TestRun> page =
                Caller.runPage(caller.get(SUITES + "/checkout/runs?page%5Bsize%5D=100&page%5Bnumber%5D=500"));
        assertThat(page.data()).hasSize(100);
        assertThat(page.meta().totalResults()).isEqualTo(50_000);
        Page<TestRun> batch = Caller.runPage(caller.get(SUITES + "/checkout/runs?page%5Bsize%5D=100&test_suite_run_id="
                + last.get(0).testSuiteRunId()));
        assertThat(batch.meta().totalResults()).isEqualTo(500);
        assertThat(Caller.runPage(caller.get(TESTS + "/" + testId + "/runs"))
                        .meta()
                        .totalResults())
                .isEqualTo(100);
    }
}
