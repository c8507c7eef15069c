package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.time.Duration;

/**
 * The simulator with many suites, whose runs take 5 to 20 s. It prints its address and terminates at the end of its standard
 * input.
 */
public final class SimulatorProcess {

    static final int SUITES = 100;
    static final int TESTS_PER_SUITE = 100;

    private SimulatorProcess() {}

    /**
     * Serves until the standard input ends.
     *
     * @param arguments none
     * @throws IOException if the standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        try (Simulator simulator = Simulator.builder()
                .runDuration(Duration.ofSeconds(5), Duration.ofSeconds(20))
                .recordedRequests(10)
                .start()) {
            for (int i = 0; i < SUITES; i++) {
                simulator.addTests("suite-" + i, TESTS_PER_SUITE);
            }
            System.out.println(simulator.baseUrl());
            while (System.in.read() >= 0) {
                // No commands are expected.
            }
        }
    }
}
