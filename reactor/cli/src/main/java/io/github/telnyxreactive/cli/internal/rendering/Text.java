package io.github.telnyxreactive.cli.internal.rendering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small pieces of text. */
public final class Text {

    private static final int SECONDS_OF_MINUTE = 60;
    private static final String CUT = "…";

    /** Joins emoji to one, and letters of some scripts. */
    private static final int JOINER = 0x200D;

    /** Keeps letters of some scripts apart. */
    private static final int NON_JOINER = 0x200C;

    private Text() {}

    /**
     * Makes foreign text safe to print in one line. A name may contain any character, including those that move the cursor
     * of a terminal.
     *
     * @param text any text
     * @return the text with a question mark in place of each control or format character, except for joiners
     */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(Text::printable).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static int printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '?';
            case Character.FORMAT -> codePoint == JOINER || codePoint == NON_JOINER ? codePoint : '?';
            default -> codePoint;
        };
    }

    /**
     * Turns any text into one printable line.
     *
     * @param text any text
     * @return the text with a single space in place of each sequence of white space
     */
    public static String oneLine(String text) {
        return printable(text.strip().replaceAll("\\s+", " "));
    }

    /**
     * Pads text with spaces on the right.
     *
     * @param text the text
     * @param width the minimum width in columns
     * @return the padded text
     */
    public static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /**
     * Pads text with spaces on the left.
     *
     * @param text the text
     * @param width the minimum width in columns
     * @return the padded text
     */
    public static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /**
     * Returns the width of text on a terminal.
     *
     * @param text printable text
     * @return the number of columns: two for wide characters such as those of Chinese and emoji, none for what is drawn
     *     over or joined to another character
     */
    public static int width(String text) {
        return DisplayWidth.of(text);
    }

    /**
     * Shortens text that is too wide.
     *
     * @param text printable text
     * @param width the largest width in columns, at least 1
     * @return the text, or its beginning and an ellipsis
     */
    public static String shortened(String text, int width) {
        return width(text) <= width ? text : DisplayWidth.beginning(text, width - 1) + CUT;
    }

    /**
     * Breaks text that is too wide into lines, at spaces where there are any.
     *
     * @param text printable text
     * @param width the largest width in columns, at least 1
     * @return the lines, at least one
     */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > width) {
            String beginning = DisplayWidth.beginning(rest, width);
            int space = rest.startsWith(" ", beginning.length()) ? beginning.length() : beginning.lastIndexOf(' ');
            // A wide character may have no room at all.
            int end = space > 0 ? space : Math.max(beginning.length(), rest.offsetByCodePoints(0, 1));
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        if (lines.isEmpty() || !rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
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
    public static String duration(Duration duration) {
        return duration.toSeconds() < SECONDS_OF_MINUTE
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 100 / 10.0)
                : wholeSeconds(duration);
    }

    /**
     * Formats a duration in whole seconds.
     *
     * @param duration the duration, at least zero
     * @return for example {@code 2 s}, {@code 3 min 05 s} or {@code 1 h 02 min}
     */
    public static String wholeSeconds(Duration duration) {
        long hours = duration.toHours();
        if (hours > 0) {
            return String.format(Locale.ROOT, "%d h %02d min", hours, duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart())
                : duration.toSeconds() + " s";
    }
}
