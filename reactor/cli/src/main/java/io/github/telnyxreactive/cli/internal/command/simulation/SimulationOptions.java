package io.github.telnyxreactive.cli.internal.command.simulation;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The options of every simulation that runs suites. */
public abstract class SimulationOptions {

    /** How many requests a simulator keeps; each holds its headers and its body. */
    static final int RECORDED_REQUESTS = 100;

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Option(
            names = "--simulate",
            required = true,
            description =
                    "Use a simulator in this process, which has the named suites. Nothing is sent to Telnyx, and no"
                            + " API key is needed.")
    private boolean enabled;

    @Option(
            names = "--suites",
            paramLabel = "NUMBER",
            description = "Simulate this many suites, named suite-001 and so on, and run them unless others are named.")
    private @Nullable Integer suites;

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

    @Option(
            names = "--run-duration",
            paramLabel = "MIN-MAX",
            converter = DurationPair.RangeConverter.class,
            defaultValue = "1s-3s",
            description = "Shortest and longest duration of simulated runs (default: ${DEFAULT-VALUE}).")
    private DurationPair runDuration = new DurationPair(SECOND, SECOND);

    @Option(
            names = "--simulate-failures",
            paramLabel = "PERCENT",
            converter = PercentageConverter.class,
            defaultValue = "0",
            description = "Percentage of simulated runs that do not pass, on average (default: ${DEFAULT-VALUE}); a"
                    + " quarter of them end in an error. With gate, of those against the version; all others pass.")
    private int failures;

    @Option(
            names = "--faults",
            paramLabel = "RULES",
            converter = FaultsConverter.class,
            description = "Faults of requests to the simulator, as operation:fault:settings, such as"
                    + " '*:reset-after:probability=0.1', or as mixed=RATE for many kinds of faults that together hit"
                    + " this fraction of all requests. Separate several by semicolons, or repeat the option.")
    private List<FaultsConverter.Faults> faults = List.of();

    @Option(
            names = "--simulate-limit",
            paramLabel = "NUMBER",
            description = "How many requests per second the simulator accepts; it rejects others with status 429.")
    private @Nullable Integer limit;

    @Option(
            names = "--simulate-outage",
            paramLabel = "AFTER,FOR",
            converter = DurationPair.SequenceConverter.class,
            description = "When the simulator becomes unreachable, and for how long, such as 20s,10s.")
    private @Nullable DurationPair outage;

    /**
     * Returns whether suites are given by their number.
     *
     * @return whether {@code --suites} was given
     */
    public boolean hasCountedSuites() {
        return suites != null;
    }

    /**
     * Returns the names of the suites that are given by their number.
     *
     * @return the names, empty without {@code --suites}
     */
    public List<String> countedSuites() {
        return suiteNames(suites == null ? 0 : suites);
    }

    /** Returns the names of numbered suites. */
    static List<String> suiteNames(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> String.format(Locale.ROOT, "suite-%03d", number))
                .toList();
    }

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

    /** Returns a builder of a simulator. */
    SimulatorBuilder builder(Environment environment) {
        int errors = failures / 4;
        SimulatorBuilder builder = Simulator.builder()
                .seed(seed)
                .clock(environment.clock())
                .runDuration(runDuration.first(), runDuration.second())
                .outcomes(PercentageConverter.ALL - failures, failures - errors, errors)
                .retryAfterOn429(true)
                .recordedRequests(RECORDED_REQUESTS);
        return limit == null ? builder : builder.rateLimit(limit, SECOND);
    }

    /** Adds the named suites, those that are given by their number, and the faults. Closes the simulator if it rejects one. */
    void furnish(Simulator simulator, List<String> named) {
        try {
            Set<String> all = new LinkedHashSet<>(named);
            all.addAll(countedSuites());
            all.forEach(suite -> simulator.addSuite(suite, testsPerSuite));
        } catch (IllegalArgumentException e) {
            simulator.close();
            throw e;
        }
        faults.forEach(some -> some.rules().forEach(simulator::inject));
    }

    /** Returns when to poll: often enough for short runs, but not so often that it hides other costs. */
    PollingSchedule polling() {
        Duration shortest = runDuration.first();
        Duration first = atLeast(Duration.ofMillis(200), shortest.dividedBy(5));
        Duration longest =
                atLeast(Duration.ofMillis(500), shortest.multipliedBy(3).dividedBy(5));
        return new PollingSchedule(first, longest, 1.5, 0.2);
    }

    private static Duration atLeast(Duration least, Duration duration) {
        return duration.compareTo(least) < 0 ? least : duration;
    }

    /** Schedules the outage. */
    Disposable outage(Simulator simulator) {
        if (outage == null) {
            return Disposables.disposed();
        }
        return Mono.delay(outage.first(), Schedulers.boundedElastic())
                .doOnNext(now -> simulator.suspend())
                .then(Mono.delay(outage.second(), Schedulers.boundedElastic()))
                .subscribe(now -> simulator.resume());
    }
}
