package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The program with a short polling interval. */
final class QuickProgram {

    private QuickProgram() {}

    public static void main(String[] arguments) {
        UnaryOperator<@Nullable String> variables = System::getenv;
        Environment system = Environment.system(Terminal.system(variables), variables, Mono.never());
        Environment quick = new Environment(
                system.terminal(),
                system.variables(),
                system.clock(),
                system.timer(),
                system.answers(),
                system.interruption(),
                system.workingDirectory(),
                PollingSchedule.fixed(Duration.ofMillis(50)),
                Duration.ofSeconds(1),
                system.clientSettings());
        System.exit(TelnyxBatch.commandLine(
                        quick.terminal(), () -> quick, new FileOutputStream(FileDescriptor.out), arguments)
                .execute(arguments));
    }
}
