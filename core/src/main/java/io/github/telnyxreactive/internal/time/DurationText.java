package io.github.telnyxreactive.internal.time;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Durations as they are written in messages: {@code 250 ms}, {@code 1.5 s}, {@code 120 s}, {@code 15 min}, {@code 24
 * h}.
 */
public final class DurationText {

    private static final int LEAST_MINUTES = 10;
    private static final int LEAST_HOURS = 10;

    private DurationText() {}

    /**
     * Returns a duration in a unit in which it is easily read.
     *
     * @param duration a duration
     * @return the number and the unit, exact to the nanosecond
     */
    public static String of(Duration duration) {
        long hours = duration.toHours();
        if (Math.abs(hours) >= LEAST_HOURS && duration.equals(Duration.ofHours(hours))) {
            return hours + " h";
        }
        long minutes = duration.toMinutes();
        if (Math.abs(minutes) >= LEAST_MINUTES && duration.equals(Duration.ofMinutes(minutes))) {
            return minutes + " min";
        }
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        return seconds.abs().compareTo(BigDecimal.ONE) < 0
                ? number(seconds.movePointRight(3)) + " ms"
                : number(seconds) + " s";
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
