package io.github.telnyxreactive.cli.internal.report;

import java.util.function.IntUnaryOperator;

/** Replaces the characters that a file cannot hold. Text from outside may have any. */
final class Characters {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int FIRST_NON_CHARACTER = 0xFFFE;

    private Characters() {}

    /** Returns text that UTF-8 can encode: a surrogate without its partner is replaced. */
    static String encodable(String text) {
        return replace(text, Characters::encodable);
    }

    /** Returns text that XML 1.0 allows, in one line, since a parser would make spaces of other white space anyway. */
    static String line(String text) {
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
