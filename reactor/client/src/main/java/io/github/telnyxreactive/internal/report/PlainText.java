package io.github.telnyxreactive.internal.report;

import java.time.Duration;
import java.util.Locale;

/** Small pieces of text for people. */
public final class PlainText {

    private static final int SECONDS_OF_MINUTE = 60;
    private static final int MILLIS_OF_TENTH = 100;
    private static final double TENTHS = 10.0;

    private PlainText() {}

    /**
     * Turns any text into one line that can be printed.
     *
     * @param text any text
     * @return the text with a space in place of each sequence of white space, and a question mark in place of each other
     *     control or format character
     */
    public static String oneLine(String text) {
        return printable(text.strip().replaceAll("\\s+", " "));
    }

    /**
     * Replaces what ends a line or cannot be printed.
     *
     * @param text any text
     * @return the text with a question mark in place of each control or format character
     */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(PlainText::printable).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static int printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '?';
            default -> codePoint;
        };
    }

    /**
     * Formats a number with a noun.
     *
     * @param number the number
     * @param noun the noun in the singular; its plural ends in s
     * @return the number and the noun
     */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /**
     * Formats a duration, with tenths of a second below one minute.
     *
     * @param duration the duration, at least zero
     * @return for example {@code 2.1 s}, {@code 3 min 05 s} or {@code 1 h 02 min}
     */
    static String duration(Duration duration) {
        if (duration.toSeconds() < SECONDS_OF_MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS_OF_TENTH / TENTHS);
        }
        return duration.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart())
                : String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }
}
