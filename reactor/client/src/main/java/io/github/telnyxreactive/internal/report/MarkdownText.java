package io.github.telnyxreactive.internal.report;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Escapes external text for GitHub-flavored Markdown, so that it is shown literally. */
public final class MarkdownText {

    private static final String SPECIAL = "\\`*_~[]<>|&!:$^=\"'{}()";

    /** Stands for a value that is missing. */
    public static final String NOTHING = "-";

    private static final int MAX_NAME = 200;
    private static final double TENTHS = 10.0;
    private static final int MAX_ID = 100;

    private MarkdownText() {}

    /**
     * Escapes a name, and truncates it if it is long.
     *
     * @param text any text
     * @return one line
     */
    public static String name(String text) {
        return inline(text, MAX_NAME);
    }

    /**
     * Escapes what a thing is called.
     *
     * @param name its name, {@code null} or blank if it is not known
     * @param id its id, {@code null} if it is not known
     * @return the name with the id in parentheses, or the one that is known
     */
    public static String nameWithId(@Nullable String name, @Nullable String id) {
        if (name == null || name.isBlank()) {
            return id == null ? NOTHING : name(id);
        }
        return id == null ? name(name) : name(name) + " (" + inline(id, MAX_ID) + ")";
    }

    /**
     * Formats a rate.
     *
     * @param percent the rate in per cent, empty if there is none
     * @return the rate with one decimal, rounded down so that 100 % means all; or a dash
     */
    public static String percent(OptionalDouble percent) {
        return percent.isEmpty() ? NOTHING : Math.floor(percent.getAsDouble() * TENTHS) / TENTHS + " %";
    }

    /**
     * Formats a duration.
     *
     * @param duration the duration; {@code null} if it is not known, or negative after a change of the clock
     * @return the duration, or a dash
     */
    public static String duration(@Nullable Duration duration) {
        return duration == null || duration.isNegative() ? NOTHING : PlainText.duration(duration);
    }

    /**
     * Escapes text within a line or a cell of a table, but not at the start of a line.
     *
     * @param text any text
     * @param maxLength how many characters to show at most; an ellipsis replaces the rest
     * @return one line without markup, links, mentions or HTML
     */
    public static String inline(String text, int maxLength) {
        String line = shorten(PlainText.oneLine(text), maxLength);
        StringBuilder escaped = new StringBuilder(line.length() + line.length() / 4);
        int previous = ' ';
        for (int index = 0; index < line.length(); index += Character.charCount(previous)) {
            int current = line.codePointAt(index);
            append(escaped, current, previous);
            previous = current;
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int codePoint, int previous) {
        boolean endsWww = codePoint == '.' && (previous == 'w' || previous == 'W');
        if (endsWww || SPECIAL.indexOf(codePoint) >= 0) {
            // Unlike a backslash, a character reference also works for pipes in cells and for bare URLs.
            escaped.append("&#").append(codePoint).append(';');
        } else if (codePoint == '@' || codePoint == '#') {
            // GitHub detects mentions and mail addresses after it has replaced character references.
            escaped.appendCodePoint(codePoint).append("<!-- -->");
        } else {
            escaped.appendCodePoint(codePoint);
        }
    }

    /** Truncates long text, so that no name can fill the page. */
    private static String shorten(String line, int maxLength) {
        return line.codePointCount(0, line.length()) <= maxLength
                ? line
                : line.substring(0, line.offsetByCodePoints(0, maxLength - 1)) + "…";
    }
}
