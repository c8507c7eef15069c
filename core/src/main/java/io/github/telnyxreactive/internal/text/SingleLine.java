package io.github.telnyxreactive.internal.text;

/** Limits the length of a text and puts it on one line, for messages and logs. */
public final class SingleLine {

    /** The maximum number of characters. */
    public static final int LIMIT = 500;

    private SingleLine() {}

    /**
     * Returns the beginning of a text on one line.
     *
     * @param text any text
     * @return at most {@value #LIMIT} characters, with each run of whitespace and control characters replaced by a
     *     space
     */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), LIMIT));
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (line.length() + Character.charCount(c) > LIMIT) {
                break;
            }
            if (!isBlank(c)) {
                line.appendCodePoint(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().trim();
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isISOControl(c)
                || !Character.isDefined(c)
                || Character.getType(c) == Character.SURROGATE;
    }
}
