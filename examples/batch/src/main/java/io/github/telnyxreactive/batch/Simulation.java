package io.github.telnyxreactive.batch;

import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options with which a command tries things out instead of asking the service. */
final class Simulation {

    private static final int TESTS_OF_SUITE = 8;
    private static final int ALL = 100;
    private static final Duration SHORTEST_RUN = Duration.ofSeconds(1);
    private static final Duration LONGEST_RUN = Duration.ofSeconds(3);

    @Option(
            names = "--simulate",
            required = true,
            description = "Run against a simulator in this process, which knows the suites by their names and gives "
                    + "each " + TESTS_OF_SUITE + " tests. Nothing is sent to Telnyx, and no key is needed.")
    boolean enabled;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "What simulated durations and outcomes derive from (default: ${DEFAULT-VALUE}).",
            defaultValue = "0")
    long seed;

    private int failures;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--simulate-failures",
            paramLabel = "PERCENT",
            description = "How many of the simulated runs do not pass, on average (default: ${DEFAULT-VALUE}); "
                    + "a quarter of these end in an error.",
            defaultValue = "0")
    void failures(int percent) {
        if (percent < 0 || percent > ALL) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--simulate-failures': " + percent + " is not 0 to 100");
        }
        failures = percent;
    }

    /**
     * Starts a simulator that knows the suites.
     *
     * @throws IllegalArgumentException if there can be no suite of such a name
     */
    Simulator start(List<String> suites) {
        int errors = failures / 4;
        Simulator simulator = Simulator.builder()
                .seed(seed)
                .runDuration(SHORTEST_RUN, LONGEST_RUN)
                .outcomes(ALL - failures, failures - errors, errors)
                .start();
        try {
            suites.forEach(suite -> simulator.addSuite(suite, TESTS_OF_SUITE));
        } catch (IllegalArgumentException e) {
            simulator.close();
            throw e;
        }
        return simulator;
    }
}
