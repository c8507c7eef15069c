package io.github.telnyxreactive.cli.internal.rendering;

import java.time.Duration;
import java.util.Locale;

/** Small pieces of text. */
public final class Text {

    private static final int SECONDS_OF_MINUTE = 60;

    private Text() {}

    /**
     * Makes text that came from outside fit to be printed in one line. A name may hold anything, also what moves the
     * cursor of a terminal.
     *
     * @param text any text
     * @return the text with a question mark instead of each character that would not be shown as such
     */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(Text::printable).forEach(printable::appendCodePoint);
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
     * Makes any text one printable line.
     *
     * @param text any text
     * @return the text with a space instead of each run of white space
     */
    public static String oneLine(String text) {
        return printable(text.strip().replaceAll("\\s+", " "));
    }

    /**
     * Fills text up with spaces behind it.
     *
     * @param text the text
     * @param width how many characters are wanted
     * @return the text, at least as long as wanted
     */
    public static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /**
     * Fills text up with spaces before it.
     *
     * @param text the text
     * @param width how many characters are wanted
     * @return the text, at least as long as wanted
     */
    public static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /**
     * Counts characters as a reader does.
     *
     * @param text the text
     * @return how many characters it has
     */
    public static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * Says how many there are of something.
     *
     * @param number how many
     * @param noun what it is, in the singular; its plural has an s
     * @return the number and the noun
     */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /**
     * Writes a duration for people, with tenths of a second below a minute.
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
     * Writes a duration for people, without parts of a second.
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
