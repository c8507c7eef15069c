package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Escapes external text for GitHub-flavored Markdown, so that it is shown literally. */
final class MarkdownText {

    private static final String SPECIAL = "\\`*_~[]<>|&!:$^=\"'{}()";

    /** Stands for a value that is missing. */
    static final String NOTHING = "-";

    private static final int MAX_NAME = 200;

    private MarkdownText() {}

    /** Escapes a name, and truncates it if it is long. */
    static String name(String text) {
        return inline(text, MAX_NAME);
    }

    /** Formats a duration, which may be missing, or negative after a change of the clock. */
    static String duration(@Nullable Duration duration) {
        return duration == null || duration.isNegative() ? NOTHING : Text.duration(duration);
    }

    /**
     * Escapes text within a line or a cell of a table, but not at the start of a line.
     *
     * @param text any text
     * @param maxLength how many characters to show at most; an ellipsis replaces the rest
     * @return one line without markup, links, mentions or HTML
     */
    static String inline(String text, int maxLength) {
        String line = shorten(Text.oneLine(text), maxLength);
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
        return Text.width(line) <= maxLength
                ? line
                : line.substring(0, line.offsetByCodePoints(0, maxLength - 1)) + "…";
    }
}
