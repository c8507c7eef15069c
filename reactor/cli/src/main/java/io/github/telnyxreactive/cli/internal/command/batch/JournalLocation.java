package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.cli.internal.command.Advice;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where the journal of a batch is: in a file that is kept, or in one that is deleted at the end, since the runs of a simulator end
 * with the process.
 *
 * @param path the path of the file
 * @param isKept whether the batch can be resumed
 */
public record JournalLocation(Path path, boolean isKept) implements AutoCloseable {

    private static final int BYTES_OF_NAME = 12;

    /** Returns the place for the journal of a new batch, which must not exist. */
    static JournalLocation ofNew(@Nullable Path given, Path folder) {
        Path path = given;
        if (path == null) {
            byte[] random = new byte[BYTES_OF_NAME];
            new SecureRandom().nextBytes(random);
            path = folder.resolve("telnyx-batch-" + HexFormat.of().formatHex(random) + ".jsonl");
        } else if (Files.exists(path)) {
            throw new CommandException("the journal " + path
                    + " already exists: choose another file, or continue its batch with --resume " + path);
        }
        return new JournalLocation(path, true);
    }

    /** Returns the place for the journal of a simulation. */
    static JournalLocation temporary() {
        try {
            return new JournalLocation(Files.createTempFile("telnyx-batch", ".jsonl"), false);
        } catch (IOException e) {
            throw new CommandException("could not create a temporary file: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the place of a journal that exists.
     *
     * @param path the path of the file
     * @return the place
     * @throws CommandException if there is no such file
     */
    public static JournalLocation existing(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new CommandException("no journal " + path);
        }
        return new JournalLocation(path, true);
    }

    /**
     * Says where the journal is, if it is kept.
     *
     * @param terminal the terminal to write to
     */
    public void announce(Terminal terminal) {
        if (isKept) {
            terminal.print("Journal: " + path);
        }
    }

    /**
     * Returns how to resume the batch of {@code run}.
     *
     * @return the command, {@code null} if that is not possible
     */
    public @Nullable String advice() {
        return isKept ? Advice.resume(path) : null;
    }

    /** Returns how a person decides what became of what is not known. */
    String decision() {
        return Advice.resolve(path);
    }

    /** Deletes the file if it is not to be kept. */
    @Override
    public void close() {
        if (!isKept) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new CommandException("could not delete the temporary file " + path + ": " + e.getMessage(), e);
            }
        }
    }
}
