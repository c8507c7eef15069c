package io.github.telnyxreactive.cli.internal.command;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Commands that the program advises its user to run. */
public final class Advice {

    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N}_./\\\\:@%+,=-]*");

    private Advice() {}

    /**
     * Returns how to resume a batch.
     *
     * @param journal its journal
     * @return the command
     */
    public static String resume(Path journal) {
        return "telnyx-batch run --resume " + quoted(journal);
    }

    /**
     * Returns how to resume a gate, whose options are not in its journal.
     *
     * @param journal its journal
     * @return the words for the command
     */
    public static String resumeGate(Path journal) {
        return "the same command with --resume " + quoted(journal);
    }

    /**
     * Returns how to look at what is unknown of a batch, and to decide about it.
     *
     * @param journal its journal
     * @return the command
     */
    public static String resolve(Path journal) {
        return "telnyx-batch resolve " + quoted(journal);
    }

    /** A shell would take a path with spaces for several. */
    private static String quoted(Path path) {
        String text = path.toString();
        return HARMLESS.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
