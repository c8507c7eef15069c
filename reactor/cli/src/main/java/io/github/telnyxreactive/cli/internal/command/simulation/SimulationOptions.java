package io.github.telnyxreactive.cli.internal.command.simulation;

import picocli.CommandLine.Option;

/** The options of every simulation that runs suites. */
abstract class SimulationOptions {

    /** How many requests a simulator keeps; each holds its headers and its body. */
    static final int RECORDED_REQUESTS = 100;

    @Option(
            names = "--simulate",
            required = true,
            description =
                    "Use a simulator in this process, which has the named suites. Nothing is sent to Telnyx, and no"
                            + " API key is needed.")
    private boolean enabled;

    @Option(
            names = "--tests-per-suite",
            paramLabel = "NUMBER",
            description = "Number of tests in each simulated suite (default: ${DEFAULT-VALUE}).",
            defaultValue = "8")
    private int testsPerSuite;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Seed of everything random in the simulation (default: ${DEFAULT-VALUE}).",
            defaultValue = "0")
    private long seed;

    /**
     * Returns how many tests each suite has.
     *
     * @return the number of tests
     */
    public int testsPerSuite() {
        return testsPerSuite;
    }

    long seed() {
        return seed;
    }
}
