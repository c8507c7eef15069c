package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import java.io.OutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists what an account has; each kind of list is a command of its own. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "LIST",
        description =
                "Lists what an account has, as JSON in lines or as a table. Elements are written as they are read,"
                        + " and no more is read than is written, so lists may be of any length.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the list was written, or as much of it as somebody wanted to read",
            "2:the command is wrong, or the list could not be read or written to its end",
            "130:interrupted with Ctrl-C"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  TELNYX_API_KEY    the API key of your Telnyx account",
            "  TELNYX_BASE_URL   where the service is, if not at https://api.telnyx.com/v2",
            "  NO_COLOR          if set, no colours are used"
        })
public final class ListCommand {

    private ListCommand() {}

    /**
     * Makes the command.
     *
     * @param environment what it finds around it
     * @param out where the lists go: a stream that tells when nobody reads it, as those of {@link System} do not
     */
    public static CommandLine commandLine(Environment environment, OutputStream out) {
        CommandLine list = new CommandLine(new ListCommand());
        ListKinds.ALL.forEach(kind -> list.addSubcommand(ListAction.commandLine(kind, environment, out)));
        return list;
    }
}
