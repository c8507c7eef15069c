package io.github.telnyxreactive.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.telnyxreactive.simulator.Simulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatorExtensionTest {

    @RegisterExtension
    static final SimulatorExtension SIMULATOR = SimulatorExtension.with(builder -> builder.apiKey("KEY-of-mine"));

    private static Simulator last;

    private Simulator before;

    @BeforeEach
    void remember(Simulator simulator) {
        before = simulator;
    }

    @RepeatedTest(2)
    void eachTestHasItsOwnSimulatorWhichIsClosedAfterwards(Simulator simulator) {
        assertThat(simulator).isSameAs(before).isNotSameAs(last);
        assertThat(simulator.apiKey()).isEqualTo("KEY-of-mine");
        assertClosed();
        last = simulator;
    }

    @AfterAll
    static void assertClosed() {
        if (last != null) {
            assertThatIllegalStateException().isThrownBy(last::resume);
        }
    }
}
