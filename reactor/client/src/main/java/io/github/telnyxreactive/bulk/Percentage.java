package io.github.telnyxreactive.bulk;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate, or a difference of two rates, in per cent. A fraction cannot be taken for one by mistake: {@link #of} and
 * {@link #parse} refuse a bare value above 0 and up to 1. A value as small as that is written with its sign, as in
 * {@code Percentage.parse("0.5%")}.
 *
 * @param value the value in per cent, from 0 to 100, exactly as given and without trailing zeros: 95 is 95 per cent, and
 *     0.5 is half a per cent
 */
public record Percentage(BigDecimal value) {

    /** No per cent. */
    public static final Percentage ZERO = new Percentage(BigDecimal.ZERO);

    /** All. */
    public static final Percentage ALL = new Percentage(BigDecimal.valueOf(100));

    private static final Pattern FORMAT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s?(%?)");

    /** Checks the range. */
    public Percentage {
        Objects.requireNonNull(value, "value");
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw outOfRange(value.toString());
        }
        BigDecimal stripped = value.stripTrailingZeros();
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Returns a percentage that is 0, or above 1.
     *
     * @param percent the value in per cent, such as 95
     * @return the percentage
     * @throws IllegalArgumentException if the value is below 0 or above 100, or if it is above 0 and up to 1, which looks
     *     like a fraction
     */
    public static Percentage of(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw outOfRange(Double.toString(percent));
        }
        return unmistakable(new Percentage(BigDecimal.valueOf(percent)));
    }

    /**
     * Reads a percentage, with or without its sign.
     *
     * @param text a decimal number such as {@code 95}, {@code 95%} or {@code 0.5 %}
     * @return the percentage
     * @throws IllegalArgumentException if this is no decimal number, if it is above 100, or if it is above 0 and up to 1
     *     and has no sign, which looks like a fraction
     */
    public static Percentage parse(String text) {
        Matcher matcher = FORMAT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a percentage from 0 to 100, such as 95 or 0.5%");
        }
        Percentage percentage = new Percentage(new BigDecimal(matcher.group(1)));
        return matcher.group(2).isEmpty() ? unmistakable(percentage) : percentage;
    }

    /**
     * Returns whether a part of a whole is at least this percentage of it, without an error of rounding.
     *
     * @param part the part, such as the number of tests that passed
     * @param whole the whole, at least 0
     * @return whether it is; true if the whole is 0
     */
    public boolean isReachedBy(int part, int whole) {
        return BigDecimal.valueOf(part).multiply(ALL.value).compareTo(value.multiply(BigDecimal.valueOf(whole))) >= 0;
    }

    private static Percentage unmistakable(Percentage percentage) {
        BigDecimal value = percentage.value;
        if (value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0) {
            String meant = value.movePointRight(2).stripTrailingZeros().toPlainString();
            String given = value.toPlainString();
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a rate is in per cent: %s, not %s; if %s per cent is meant, write %s%%",
                    meant,
                    given,
                    given,
                    given));
        }
        return percentage;
    }

    private static IllegalArgumentException outOfRange(String value) {
        return new IllegalArgumentException("a percentage must be from 0 to 100: " + value);
    }

    /** Returns the value with its sign, in a form that {@link #parse} reads. */
    @Override
    public String toString() {
        return value.toPlainString() + " %";
    }
}
