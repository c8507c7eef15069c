package io.github.telnyxreactive.cli.internal.command.selection;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the ids or names of tests from a file, one in each line. Blank lines do not count. */
final class TestNames {

    private static final String STANDARD_INPUT = "-";

    private TestNames() {}

    /**
     * Reads ids and names.
     *
     * @param file the path of the file, {@code -} for the standard input
     * @return the ids and names, at least one
     * @throws CommandException if they cannot be read, or if there are none
     */
    static Set<String> read(String file) {
        boolean isInput = file.equals(STANDARD_INPUT);
        String what = isInput ? "the standard input" : file;
        Set<String> names = new LinkedHashSet<>();
        try (InputStream in = isInput ? System.in : Files.newInputStream(Path.of(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // Some editors begin a file with a byte order mark.
                String name = line.replace("\uFEFF", "").strip();
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            throw new CommandException(
                    "could not read " + what + " (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")", e);
        }
        if (names.isEmpty()) {
            throw new CommandException("there are no ids or names of tests in " + what);
        }
        return names;
    }
}
