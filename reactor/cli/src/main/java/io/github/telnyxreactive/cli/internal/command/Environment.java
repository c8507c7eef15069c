package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.cli.internal.console.Question;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The surroundings of a command.
 *
 * @param terminal the terminal to write to
 * @param variables looks up an environment variable
 * @param clock the clock of the command, and of simulators that it starts
 * @param timer schedules updates of the display
 * @param answers asks the user a question, and returns {@code null} if nobody can be asked
 * @param interruption completes when the user wants to stop
 * @param workingDirectory the directory of journals that are written without {@code --journal}, and from which files are named
 * @param polling when to poll runs of the service
 * @param maxLag how long the service may take until it shows what it has just created
 * @param clientSettings applied last to the builder of the client
 */
public record Environment(
        Terminal terminal,
        UnaryOperator<@Nullable String> variables,
        InstantSource clock,
        Scheduler timer,
        UnaryOperator<@Nullable String> answers,
        Mono<Void> interruption,
        Path workingDirectory,
        PollingSchedule polling,
        Duration maxLag,
        UnaryOperator<TelnyxClientBuilder> clientSettings) {

    /**
     * Blocks until the {@code Mono} completes or the user interrupts.
     *
     * @param <T> the type of the result
     * @param mono emits the result
     * @return the result, {@code null} if the user interrupts first or the {@code Mono} is empty
     */
    public <T> @Nullable T await(Mono<T> mono) {
        return Mono.firstWithSignal(interruption.then(Mono.<T>empty()), mono).block();
    }

    /**
     * Asks the user a question, and blocks until there is an answer. The user may interrupt instead of giving one.
     *
     * @param question the question, on one line
     * @return the answer, empty if nobody can be asked, {@code null} if the user interrupts
     */
    public @Nullable Optional<String> ask(String question) {
        return await(Mono.fromCallable(() -> Optional.ofNullable(answers.apply(question)))
                .subscribeOn(Schedulers.boundedElastic()));
    }

    /**
     * Returns the environment of this process.
     *
     * @param terminal the terminal to write to
     * @param variables looks up an environment variable
     * @param interruption completes when the user wants to stop
     * @return the environment
     */
    public static Environment system(
            Terminal terminal, UnaryOperator<@Nullable String> variables, Mono<Void> interruption) {
        return new Environment(
                terminal,
                variables,
                InstantSource.system(),
                Schedulers.parallel(),
                Question::ask,
                interruption,
                Path.of(""),
                PollingSchedule.defaults(),
                BatchOptions.defaults().maxLag(),
                settings -> settings);
    }
}
