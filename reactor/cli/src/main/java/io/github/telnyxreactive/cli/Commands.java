package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.compare.CompareCommand;
import io.github.telnyxreactive.cli.internal.command.definitions.ApplyCommand;
import io.github.telnyxreactive.cli.internal.command.definitions.ExportCommand;
import io.github.telnyxreactive.cli.internal.command.doctor.DoctorCommand;
import io.github.telnyxreactive.cli.internal.command.gate.GateCommand;
import io.github.telnyxreactive.cli.internal.command.help.CompletionCommand;
import io.github.telnyxreactive.cli.internal.command.help.HelpCommand;
import io.github.telnyxreactive.cli.internal.command.list.ListCommand;
import io.github.telnyxreactive.cli.internal.command.resolve.ResolveCommand;
import io.github.telnyxreactive.cli.internal.command.run.RunCommand;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands of the program. One that the arguments do not name cannot be executed, and is only a name and a description, for
 * the help text: its options, and all that it would use, are not loaded.
 */
final class Commands {

    private static final List<Class<?>> ALL = List.of(
            RunCommand.class,
            GateCommand.class,
            ListCommand.class,
            DoctorCommand.class,
            CompareCommand.class,
            ResolveCommand.class,
            ExportCommand.class,
            ApplyCommand.class,
            HelpCommand.class,
            CompletionCommand.class);

    private final Supplier<Environment> environment;
    private final OutputStream lists;
    private final Set<String> words;

    /**
     * Creates the commands.
     *
     * @param environment creates their environment, when the first of them is needed
     * @param lists the standard output of lists and comparisons
     * @param arguments the arguments of the program
     */
    Commands(Supplier<Environment> environment, OutputStream lists, String... arguments) {
        this.environment = environment;
        this.lists = lists;
        this.words = Set.copyOf(List.of(arguments));
    }

    void addTo(CommandLine program) {
        for (Class<?> type : ALL) {
            Command command = type.getAnnotation(Command.class);
            program.addSubcommand(isNeeded(command.name()) ? create(command.name()) : placeholder(command));
        }
    }

    private boolean isNeeded(String name) {
        return words.contains(name) || words.contains(CompletionCommand.NAME);
    }

    private static CommandLine placeholder(Command command) {
        CommandSpec spec = CommandSpec.create().name(command.name());
        spec.usageMessage().description(command.description());
        return new CommandLine(spec);
    }

    /** Without references to constructors, of which each would cost a class. */
    private Object create(String name) {
        return switch (name) {
            case "run" -> new RunCommand(environment.get());
            case "gate" -> new GateCommand(environment.get());
            case "list" -> ListCommand.commandLine(environment.get(), lists, this::isNeeded);
            case "doctor" -> new DoctorCommand(environment.get(), lists);
            case "compare" -> new CompareCommand(environment.get(), lists);
            case "resolve" -> new ResolveCommand(environment.get());
            case "export" -> new ExportCommand(environment.get());
            case "apply" -> new ApplyCommand(environment.get());
            case "help" -> new HelpCommand();
            case CompletionCommand.NAME -> new CompletionCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
