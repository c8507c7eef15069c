package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.cli.internal.rendering.Text;

/** Makes text from outside fit for GitHub-flavoured Markdown: it is shown as it is, and does nothing. */
final class MarkdownText {

    private static final String SPECIAL = "\\`*_~[]<>|&!:$^=\"'{}()";

    private MarkdownText() {}

    /**
     * Escapes text that stands within a line or a cell of a table, not at the start of a line.
     *
     * @param text any text
     * @param longest how many characters to show at most, the rest being replaced by an ellipsis
     * @return one line without markup, links, mentions and HTML
     */
    static String inline(String text, int longest) {
        String line = shorten(Text.oneLine(text), longest);
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
            // A reference, unlike a backslash, also keeps a pipe within its cell and an address from becoming a link.
            escaped.append("&#").append(codePoint).append(';');
        } else if (codePoint == '@' || codePoint == '#') {
            // Mentions and addresses of mail are looked for in the text, after references were replaced.
            escaped.appendCodePoint(codePoint).append("<!-- -->");
        } else {
            escaped.appendCodePoint(codePoint);
        }
    }

    /** Cuts what is too long, so that no name can fill the page. */
    private static String shorten(String line, int longest) {
        return Text.width(line) <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
