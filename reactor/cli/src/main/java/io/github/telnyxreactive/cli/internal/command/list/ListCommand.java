package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.MainCommand;
import java.io.OutputStream;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Lists what an account has; each kind of list is a command of its own. */
@Command(
        name = "list",
        synopsisSubcommandLabel = "LIST",
        description =
                "Lists what an account has, as lines of JSON or as a table. Elements are written as they are read, and"
                        + " read only as fast as they are written, so a list may have any length.",
        exitCodeList = {
            "0:the list was written, or as much of it as its reader wanted",
            "2:the command is invalid, or the list could not be read or written completely",
            "130:interrupted with Ctrl-C or SIGTERM"
        })
public final class ListCommand extends MainCommand {

    private ListCommand() {}

    /**
     * Creates the command.
     *
     * @param environment its environment
     * @param out the stream for lists, which must throw when its reader has gone, unlike the streams of {@link System}
     * @param isNeeded returns whether the list of a name may be executed, or its options be printed; another one is only a name
     *     and a description
     * @return the command with its subcommands
     */
    public static CommandLine commandLine(Environment environment, OutputStream out, Predicate<String> isNeeded) {
        CommandLine list = new CommandLine(new ListCommand());
        ListKinds.ALL.forEach(kind -> list.addSubcommand(
                isNeeded.test(kind.name()) ? ListAction.commandLine(kind, environment, out) : placeholder(kind)));
        return list;
    }

    private static CommandLine placeholder(ListKind kind) {
        CommandSpec spec = CommandSpec.create().name(kind.name());
        spec.usageMessage().description(kind.description());
        return new CommandLine(spec);
    }
}
