package io.github.telnyxreactive.cli.internal.command.help;

import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the completion script that picocli generates. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Prints a script with which bash and zsh complete commands and options of telnyx-batch:"
                + " source <(telnyx-batch completion).")
public final class CompletionCommand implements Callable<Integer> {

    /** The name of this command, which needs all other commands. */
    public static final String NAME = "completion";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public CompletionCommand() {}

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        PrintWriter out = program.getOut();
        out.print(AutoComplete.bash(program.getCommandName(), program));
        out.flush();
        return ExitCode.PASSED;
    }
}
