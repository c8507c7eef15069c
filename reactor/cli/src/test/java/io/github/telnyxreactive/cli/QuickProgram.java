package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** The program with a short polling interval. */
final class QuickProgram {

    private QuickProgram() {}

    public static void main(String[] arguments) {
        Environment system = Environment.system(Mono.never());
        Environment quick = new Environment(
                system.terminal(),
                system.variables(),
                system.clock(),
                system.timer(),
                system.answers(),
                system.interruption(),
                system.workingDirectory(),
                PollingSchedule.fixed(Duration.ofMillis(50)),
                system.clientSettings());
        System.exit(TelnyxBatch.commandLine(quick).execute(arguments));
    }
}
