package io.github.telnyxreactive.cli.internal.command.simulation;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.Service.Limits;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The options with which a command tries things out instead of asking the service. */
public final class RunSimulation {

    private static final int ALL = 100;
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** How many requests a simulator keeps; each holds its headers and its body. */
    static final int RECORDED_REQUESTS = 100;

    @Option(
            names = "--simulate",
            required = true,
            description = "Run against a simulator in this process, which knows the suites by their names. "
                    + "Nothing is sent to Telnyx, and no key is needed.")
    boolean enabled;

    @Option(
            names = "--suites",
            paramLabel = "NUMBER",
            description = "Have so many simulated suites, suite-001 and so on, and run them if no others are named.")
    private @Nullable Integer suites;

    @Option(
            names = "--tests-per-suite",
            paramLabel = "NUMBER",
            description = "How many tests a simulated suite has (default: ${DEFAULT-VALUE}).",
            defaultValue = "8")
    private int testsPerSuite;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "What simulated durations, outcomes and faults derive from (default: ${DEFAULT-VALUE}).",
            defaultValue = "0")
    long seed;

    @Option(
            names = "--run-duration",
            paramLabel = "MIN-MAX",
            converter = DurationPair.RangeConverter.class,
            defaultValue = "1s-3s",
            description = "How long simulated runs take (default: ${DEFAULT-VALUE}).")
    DurationPair runDuration = new DurationPair(SECOND, SECOND);

    @Option(
            names = "--faults",
            paramLabel = "RULES",
            converter = FaultsConverter.class,
            description = {
                "What befalls requests to the simulator: operation:fault:settings, such as"
                        + " '*:reset-after:probability=0.1', or mixed=RATE for that part of all requests to meet faults"
                        + " of many kinds. Several with semicolons in between, or the option more than once."
            })
    List<FaultsConverter.Faults> faults = List.of();

    @Option(
            names = "--simulate-limit",
            paramLabel = "NUMBER",
            description = "How many requests a second the simulator takes; beyond that it answers with status 429.")
    @Nullable Integer limit;

    @Option(
            names = "--simulate-outage",
            paramLabel = "AFTER,FOR",
            converter = DurationPair.SequenceConverter.class,
            description = "When the simulator becomes unreachable, and for how long, such as 20s,10s.")
    @Nullable DurationPair outage;

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

    /** Whether suites were counted instead of named. */
    public boolean hasCountedSuites() {
        return suites != null;
    }

    /** How many tests each suite has. */
    public int testsPerSuite() {
        return testsPerSuite;
    }

    /** The names of the suites that were only counted. */
    public List<String> countedSuites() {
        return suiteNames(suites == null ? 0 : suites);
    }

    /** Returns the names of numbered suites. */
    static List<String> suiteNames(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> String.format(Locale.ROOT, "suite-%03d", number))
                .toList();
    }

    /** How often to look at the runs: looking costs nothing here, but shall not hide what it costs elsewhere. */
    private PollingSchedule polling() {
        Duration shortest = runDuration.first();
        Duration first = atLeast(Duration.ofMillis(200), shortest.dividedBy(5));
        Duration longest =
                atLeast(Duration.ofMillis(500), shortest.multipliedBy(3).dividedBy(5));
        return new PollingSchedule(first, longest, 1.5, 0.2);
    }

    private static Duration atLeast(Duration least, Duration duration) {
        return duration.compareTo(least) < 0 ? least : duration;
    }

    /** Starts a simulator that knows the suites, and a client that talks to it. */
    public Service connect(List<String> named, Limits limits) {
        Simulator simulator;
        try {
            simulator = start(named);
        } catch (IllegalArgumentException e) {
            throw new CommandException("the simulator cannot have these suites: " + e.getMessage(), e);
        }
        return Service.simulated(simulator, polling(), outage(simulator), limits);
    }

    private Disposable outage(Simulator simulator) {
        if (outage == null) {
            return Disposables.disposed();
        }
        return Mono.delay(outage.first(), Schedulers.boundedElastic())
                .doOnNext(now -> simulator.suspend())
                .then(Mono.delay(outage.second(), Schedulers.boundedElastic()))
                .subscribe(now -> simulator.resume());
    }

    private Simulator start(List<String> named) {
        int errors = failures / 4;
        SimulatorBuilder builder = Simulator.builder()
                .seed(seed)
                .runDuration(runDuration.first(), runDuration.second())
                .outcomes(ALL - failures, failures - errors, errors)
                .retryAfterOn429(true)
                .recordedRequests(RECORDED_REQUESTS);
        if (limit != null) {
            builder.rateLimit(limit, SECOND);
        }
        Simulator simulator = builder.start();
        try {
            named.forEach(suite -> simulator.addSuite(suite, testsPerSuite));
            countedSuites().stream()
                    .filter(suite -> !named.contains(suite))
                    .forEach(suite -> simulator.addSuite(suite, testsPerSuite));
        } catch (IllegalArgumentException e) {
            simulator.close();
            throw e;
        }
        faults.forEach(some -> some.rules().forEach(simulator::inject));
        return simulator;
    }
}
