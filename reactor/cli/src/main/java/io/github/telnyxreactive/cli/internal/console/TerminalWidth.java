package io.github.telnyxreactive.cli.internal.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the width of the terminal, for which Java has no method. */
final class TerminalWidth {

    /** The width of a terminal that does not tell. */
    static final int USUAL = 80;

    /** Nobody reads a table in less. */
    private static final int LEAST = 20;

    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,5})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final int MOST_SECONDS = 2;

    private TerminalWidth() {}

    /**
     * Returns the width of the terminal that is the standard input of this process.
     *
     * @param variables looks up an environment variable
     * @return {@code COLUMNS} if it is set to a number, else what the terminal says, else the usual width
     */
    static int find(UnaryOperator<@Nullable String> variables) {
        String given = variables.apply("COLUMNS");
        int columns = given != null && NUMBER.matcher(given).matches() ? Integer.parseInt(given) : 0;
        return columns > 0 ? Math.max(LEAST, columns) : ofSize(size());
    }

    /** Returns the width in an output of {@code stty size}. */
    static int ofSize(String rowsAndColumns) {
        Matcher size = SIZE.matcher(rowsAndColumns.strip());
        int columns = size.matches() ? Integer.parseInt(size.group(1)) : 0;
        return columns > 0 ? Math.max(LEAST, columns) : USUAL;
    }

    private static String size() {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            }
            process.destroyForcibly();
        } catch (IOException e) {
            // There is no such program, as on Windows.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }
}
