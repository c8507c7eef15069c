package io.github.telnyxreactive.cli.internal.command;

import java.nio.file.Path;

/** Commands that the program advises its user to run. */
public final class Advice {

    private Advice() {}

    /**
     * Returns how to resume a batch.
     *
     * @param journal its journal
     * @return the command
     */
    public static String resume(Path journal) {
        return "telnyx-batch run --resume " + journal;
    }

    /**
     * Returns how to look at what is unknown of a batch, and to decide about it.
     *
     * @param journal its journal
     * @return the command
     */
    public static String resolve(Path journal) {
        return "telnyx-batch resolve " + journal;
    }
}
