package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.rendering.TableLayout;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs the program in this process, as a shell would, and keeps its output. */
final class Cli {

    private static final int ACCELERATION = 50;

    private final Map<String, String> variables = new HashMap<>();
    private Mono<Void> interruption = Mono.never();
    private boolean interactive;
    private int columns = TableLayout.UNLIMITED;
    private InstantSource clock = InstantSource.system();
    private Scheduler timer = Schedulers.parallel();
    private Duration polling = Duration.ofMillis(20);
    private Duration maxLag = Duration.ofSeconds(1);
    private Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
    private CallListener listener = CallListener.NONE;
    private @Nullable OutputStream lists;
    private UnaryOperator<@Nullable String> answers = question -> null;
    private @Nullable TrustManagerFactory trust;
    private @Nullable Path directory;

    /** Talks to a simulator instead of the service. */
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

    /** Lets the time of the simulator that the program starts, and that of the program itself, pass faster. */
    Cli accelerated() {
        Instant start = Instant.now();
        long startNanos = System.nanoTime();
        return at(() -> start.plusNanos(ACCELERATION * (System.nanoTime() - startNanos)));
    }

    /** Has all waits and deadlines, but not the deadlines of single calls, timed by a scheduler. */
    Cli timedBy(Scheduler scheduler) {
        timer = scheduler;
        return this;
    }

    /** Has all waits and deadlines pass faster. It polls and retries no more often than otherwise. */
    Cli timedBy(FastTime time) {
        polling = polling.multipliedBy(time.speed());
        maxLag = BatchOptions.defaults().maxLag();
        backoff = new Backoff(
                backoff.firstBackoff().multipliedBy(time.speed()),
                backoff.maxBackoff().multipliedBy(time.speed()));
        return timedBy((Scheduler) time);
    }

    Cli interruptedBy(Mono<Void> signal) {
        interruption = signal;
        return this;
    }

    /** Interrupts the program when the first response to an operation arrives. */
    Cli interruptedByResponseTo(String operation) {
        Sinks.Empty<Void> signal = Sinks.empty();
        return onResponseTo(operation, signal::tryEmitEmpty).interruptedBy(signal.asMono());
    }

    /** Interrupts the program when it has had a number of responses, to whatever operations. */
    Cli interruptedByResponse(int number) {
        Sinks.Empty<Void> signal = Sinks.empty();
        AtomicInteger responses = new AtomicInteger();
        listener = new CallListener() {
            @Override
            public void onResponse(String operation, int status) {
                if (responses.incrementAndGet() == number) {
                    signal.tryEmitEmpty();
                }
            }
        };
        return interruptedBy(signal.asMono());
    }

    /** Does something when the head of the first response to an operation arrives. */
    Cli onResponseTo(String operation, Runnable action) {
        return onResponsesTo(operation, number -> {
            if (number == 1) {
                action.run();
            }
        });
    }

    /** Does something when the head of each response to an operation arrives, given its number from 1. */
    Cli onResponsesTo(String operation, IntConsumer action) {
        AtomicInteger responses = new AtomicInteger();
        listener = new CallListener() {
            @Override
            public void onResponse(String answeredOperation, int status) {
                if (answeredOperation.equals(operation)) {
                    action.accept(responses.incrementAndGet());
                }
            }
        };
        return this;
    }

    Cli trusting(TrustManagerFactory certificates) {
        trust = certificates;
        return this;
    }

    /** Answers every question. */
    Cli answering(String text) {
        return asked(question -> text);
    }

    Cli asked(UnaryOperator<@Nullable String> user) {
        answers = user;
        return this;
    }

    Cli onATerminal() {
        interactive = true;
        return this;
    }

    Cli onATerminalOf(int number) {
        columns = number;
        return onATerminal();
    }

    /** Works in a directory. Arguments are still relative to that of this process. */
    Cli in(Path workingDirectory) {
        directory = workingDirectory;
        return this;
    }

    Cli listingTo(OutputStream out) {
        lists = out;
        return this;
    }

    Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        Environment environment = environment(out, err);
        int exitCode = TelnyxBatch.commandLine(
                        environment.terminal(), () -> environment, lists == null ? list : lists, arguments)
                .execute(arguments);
        return new Result(exitCode, out.toString(), err.toString(), list.toString(StandardCharsets.UTF_8));
    }

    /** Returns the commands, without executing any. */
    CommandLine commandLine() {
        Environment environment = environment(new StringWriter(), new StringWriter());
        return TelnyxBatch.commandLine(
                environment.terminal(),
                () -> environment,
                OutputStream.nullOutputStream(),
                // The only command that needs all others.
                "completion");
    }

    private Environment environment(StringWriter out, StringWriter err) {
        return new Environment(
                new Terminal(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        interactive,
                        interactive ? Style.COLOURED : Style.PLAIN,
                        StandardCharsets.UTF_8,
                        () -> columns),
                variables::get,
                clock,
                timer,
                question -> {
                    err.append(question).append('\n');
                    return answers.apply(question);
                },
                interruption,
                directory == null ? directory() : directory,
                PollingSchedule.fixed(polling),
                maxLag,
                this::configure);
    }

    /** Retries quickly, and never fails a call because the machine is slow. */
    private TelnyxClientBuilder configure(TelnyxClientBuilder builder) {
        if (trust != null) {
            builder.trustManager(trust);
        }
        return builder.retry(RetryPolicy.defaults().withBackoff(backoff))
                .deadline(Duration.ofHours(1))
                .scheduler(timer)
                .listener(listener);
    }

    /** Returns the directory of journals that the tests do not look at. */
    private static Path directory() {
        try {
            return Files.createDirectories(Path.of("target", "journals"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Result(int exitCode, String out, String err, String list) {

        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }

        List<String> listLines() {
            return list.lines().toList();
        }
    }
}
