package io.github.telnyxreactive.simulator;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Runs a {@link Simulator} as a program until it is interrupted. */
@Command(
        name = "telnyx-simulator",
        mixinStandardHelpOptions = true,
        version = "telnyx-simulator",
        description = "Simulates the Telnyx AI Assistants API on the loopback address until it is interrupted.")
public final class SimulatorProgram implements Callable<Integer> {

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port to listen on, 0 for any free one (default 8080).")
    int port;

    @Option(
            names = "--api-key",
            defaultValue = Simulator.DEFAULT_API_KEY,
            description = "API key to accept (default ${DEFAULT-VALUE}).")
    String apiKey = Simulator.DEFAULT_API_KEY;

    @Option(
            names = "--suites",
            split = ",",
            description = "Names of the suites to start with (default checkout,support).")
    List<String> suites = List.of("checkout", "support");

    @Option(
            names = "--tests",
            defaultValue = "10",
            description = "Number of generated tests in each suite (default 10).")
    int tests;

    @Option(
            names = "--assistants",
            defaultValue = "0",
            description = "Number of generated assistants to start with (default 0). "
                    + "If there are any, runs can request existing versions only.")
    int assistants;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Seed that ids and outcomes are derived from (default 0).")
    long seed;

    @Option(
            names = "--rate-limit",
            paramLabel = "<requests>/<window>",
            converter = RateConverter.class,
            description = "Maximum number of requests in a window, for example 100/1s. Unlimited by default.")
    @Nullable Rate rateLimit;

    @Option(names = "--tls", description = "Use TLS with a new self-signed certificate, and offer HTTP/2.")
    boolean tls;

    @Option(
            names = "--fault",
            paramLabel = "<rule>",
            converter = RuleConverter.class,
            description = "Fault to inject, for example assistants.tests.runs.trigger:reset-after:every=5,times=2. "
                    + "Can be repeated.")
    List<FaultRule> faults = List.of();

    @Option(
            names = "--unkind",
            paramLabel = "<name>=<value>,...",
            converter = UnkindnessConverter.class,
            description = "Modes of an unkind service, for example list-lag=5s,stale-reads=0.2/10s, "
                    + "or random=<seed> for a random choice of them. None by default.")
    Unkindness unkindness = Unkindness.none();

    /** Creates the program with the default options. */
    public SimulatorProgram() {}

    /**
     * Runs the program.
     *
     * @param arguments the command line arguments
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SimulatorProgram()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Simulator simulator = startSimulator();
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "simulator-shutdown"));
        if (spec != null) {
            announce(simulator, spec.commandLine().getOut());
        }
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    Simulator startSimulator() {
        // Nobody can ask a program for its requests, which would take much memory.
        SimulatorBuilder builder = Simulator.builder()
                .recordedRequests(0)
                .port(port)
                .apiKey(apiKey)
                .seed(seed)
                .tls(tls)
                .unkindness(unkindness);
        if (rateLimit != null) {
            builder.rateLimit(rateLimit.requests, rateLimit.window);
        }
        Simulator simulator = builder.start();
        suites.forEach(suite -> simulator.addSuite(suite, tests));
        simulator.addAssistants(assistants);
        faults.forEach(simulator::inject);
        return simulator;
    }

    void announce(Simulator simulator, PrintWriter out) {
        out.println("Base URL: " + simulator.baseUrl());
        out.println("API key:  " + simulator.apiKey());
        out.println("Suites:   " + String.join(", ", suites));
        if (!unkindness.equals(Unkindness.none())) {
            out.println("Unkind:   " + unkindness);
        }
        out.flush();
    }

    /**
     * A rate limit.
     *
     * @param requests the maximum number of requests in a window
     * @param window the length of a window
     */
    record Rate(int requests, Duration window) {}

    /** Parses a rate limit. */
    static final class RateConverter implements ITypeConverter<Rate> {

        private static final Pattern RATE = Pattern.compile("(\\d{1,9})/(.+)");

        @Override
        public Rate convert(String text) {
            Matcher matcher = RATE.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(
                        "a rate limit must have the form requests/window, for example 100/1s, but was \"" + text
                                + "\"");
            }
            try {
                return new Rate(Integer.parseInt(matcher.group(1)), FaultRuleParser.duration(matcher.group(2)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Parses a fault rule. */
    static final class RuleConverter implements ITypeConverter<FaultRule> {

        @Override
        public FaultRule convert(String text) {
            try {
                return FaultRule.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Parses modes of an unkind service. */
    static final class UnkindnessConverter implements ITypeConverter<Unkindness> {

        @Override
        public Unkindness convert(String text) {
            try {
                return Unkindness.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
