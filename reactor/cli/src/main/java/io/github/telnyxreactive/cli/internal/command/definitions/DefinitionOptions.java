package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.Service;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Mono;

/** The options of both commands. */
final class DefinitionOptions {

    @Parameters(paramLabel = "FOLDER", description = "The folder of the definitions.")
    private Path folder = Path.of("");

    @Option(
            names = "--only",
            paramLabel = "KIND",
            split = ",",
            description = "Only these kinds: assistants, tests, tools (default: all).")
    private @Nullable List<Kind> only;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    // Read by the handler of errors.
    @Option(names = "--verbose", description = "Print stack traces of errors.")
    private boolean verbose;

    Folder folder() {
        return new Folder(folder);
    }

    Set<Kind> kinds() {
        return only == null ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(only);
    }

    boolean isVerbose() {
        return verbose;
    }

    Service service(Environment environment) {
        return Service.real(environment, limits.limits());
    }

    /** Waits for a result within the deadline. Returns {@code null} if the user interrupts. */
    <T> @Nullable T await(Environment environment, Mono<T> result) {
        Mono<T> late =
                Mono.error(() -> new CommandException("the deadline has passed; allow more time with --deadline"));
        return environment.await(result.timeout(limits.limits().deadline(), late, environment.timer()));
    }
}
