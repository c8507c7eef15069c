package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Calls the program as a shell would, and keeps what it writes. */
final class Cli {

    private final Map<String, String> variables = new HashMap<>();
    private Mono<Void> interruption = Mono.never();
    private boolean interactive;
    private PollingSchedule polling = PollingSchedule.fixed(Duration.ofMillis(20));
    private InstantSource clock = InstantSource.system();
    private UnaryOperator<TelnyxClientBuilder> clientSettings = Cli::quick;

    private static TelnyxClientBuilder quick(TelnyxClientBuilder builder) {
        return builder.retry(
                RetryPolicy.defaults().withBackoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(5))));
    }

    /** Looks at runs every now and then, in milliseconds. */
    static Cli to(Simulator simulator) {
        return new Cli().with("TELNYX_API_KEY", simulator.apiKey()).with("TELNYX_BASE_URL", simulator.baseUrl());
    }

    Cli with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Cli at(InstantSource time) {
        clock = time;
        return this;
    }

    Cli interruptedBy(Mono<Void> signal) {
        interruption = signal;
        return this;
    }

    Cli onATerminal() {
        interactive = true;
        return this;
    }

    Result call(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), interactive, interactive ? Style.COLOURED : Style.PLAIN);
        Environment environment = new Environment(
                terminal,
                variables::get,
                clock,
                Schedulers.parallel(),
                interruption,
                directory(),
                polling,
                clientSettings);
        int exitCode = TelnyxBatch.commandLine(environment).execute(arguments);
        return new Result(exitCode, out.toString(), err.toString());
    }

    /** Where the journals go that the tests do not look at. */
    private static Path directory() {
        try {
            return Files.createDirectories(Path.of("target", "journals"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Result(int exitCode, String out, String err) {

        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }
}
