package io.github.telnyxreactive.cli.internal.command.help;

import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import io.github.telnyxreactive.cli.internal.command.Suggestions;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the help text of any command. Picocli's own command knows only those of the first level. */
@Command(
        name = "help",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        helpCommand = true,
        description = "Prints the options of a command, such as: help list tests.")
public final class HelpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command (default: the program itself).")
    private List<String> path = new ArrayList<>();

    /** Creates the command. */
    public HelpCommand() {}

    @Override
    public Integer call() {
        CommandLine command = spec.root().commandLine();
        for (String name : path) {
            CommandLine next = command.getSubcommands().get(name);
            if (next == null) {
                throw UsageErrors.of(spec, "There is no command '" + name + "'" + Suggestions.ofCommand(command, name));
            }
            command = next;
        }
        command.usage(command.getOut());
        command.getOut().flush();
        return ExitCode.PASSED;
    }
}
