package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What a command finds around it.
 *
 * @param terminal where it writes to
 * @param variables the variables of the environment
 * @param clock tells the time
 * @param timer times what is shown
 * @param interruption completes when the user wants to stop
 * @param workingDirectory where journals go that nobody has chosen a place for
 * @param polling when to look at runs of the service
 * @param clientSettings the last word on the settings of the client
 */
public record Environment(
        Terminal terminal,
        UnaryOperator<@Nullable String> variables,
        InstantSource clock,
        Scheduler timer,
        Mono<Void> interruption,
        Path workingDirectory,
        PollingSchedule polling,
        UnaryOperator<TelnyxClientBuilder> clientSettings) {

    public static Environment system(Mono<Void> interruption) {
        UnaryOperator<@Nullable String> variables = System::getenv;
        return new Environment(
                Terminal.system(variables),
                variables,
                InstantSource.system(),
                Schedulers.parallel(),
                interruption,
                Path.of(""),
                PollingSchedule.defaults(),
                settings -> settings);
    }
}
