package io.github.telnyxreactive.internal.report;

import java.util.function.IntUnaryOperator;

/** Replaces characters that a file format does not allow, since external text may contain any. */
public final class Characters {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int FIRST_NON_CHARACTER = 0xFFFE;

    private Characters() {}

    /**
     * Replaces what UTF-8 cannot encode.
     *
     * @param text any text
     * @return the text, with unpaired surrogates replaced
     */
    public static String encodable(String text) {
        return replace(text, Characters::encodable);
    }

    /**
     * Turns text into a single line that XML 1.0 allows. A parser would normalize other white space to spaces anyway.
     *
     * @param text any text
     * @return the line
     */
    public static String line(String text) {
        return replace(text, Characters::inLine);
    }

    private static String replace(String text, IntUnaryOperator replacement) {
        if (text.codePoints().allMatch(codePoint -> replacement.applyAsInt(codePoint) == codePoint)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints().map(replacement).forEach(replaced::appendCodePoint);
        return replaced.toString();
    }

    private static int encodable(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE ? REPLACEMENT : codePoint;
    }

    private static int inLine(int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return ' ';
        }
        boolean allowed = codePoint >= FIRST_PRINTABLE
                && codePoint != FIRST_NON_CHARACTER
                && codePoint != FIRST_NON_CHARACTER + 1;
        return allowed ? encodable(codePoint) : REPLACEMENT;
    }
}
