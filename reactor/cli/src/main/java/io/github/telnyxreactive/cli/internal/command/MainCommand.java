package io.github.telnyxreactive.cli.internal.command;

import picocli.CommandLine.Command;

/** What all commands have in common. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  TELNYX_API_KEY    the API key of your Telnyx account",
            "  TELNYX_BASE_URL   the URL of the service, if not https://api.telnyx.com/v2",
            "  NO_COLOR          if set, no colors are used"
        })
public abstract class MainCommand {

    /** Creates a command. */
    protected MainCommand() {}
}
