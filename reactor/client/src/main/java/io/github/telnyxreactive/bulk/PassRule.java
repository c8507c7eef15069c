package io.github.telnyxreactive.bulk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of the runs of a test have to pass so that the test counts as passed.
 *
 * @param passes the number of runs that have to pass, at least 1
 * @param runs the number of runs of each test, at least as many
 */
public record PassRule(int passes, int runs) {

    private static final Pattern FORMAT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** Checks the numbers. */
    public PassRule {
        if (passes < 1 || passes > runs) {
            throw new IllegalArgumentException(
                    "a pass rule needs at least 1 run that passes, and at most all: " + passes + " of " + runs);
        }
    }

    /**
     * Returns a rule such as 2 of 3.
     *
     * @param passes the number of runs that have to pass, at least 1
     * @param runs the number of runs of each test, at least as many
     * @return the rule
     * @throws IllegalArgumentException if the numbers are out of range
     */
    public static PassRule of(int passes, int runs) {
        return new PassRule(passes, runs);
    }

    /**
     * Reads a rule.
     *
     * @param text the rule, such as {@code 2/3}
     * @return the rule
     * @throws IllegalArgumentException if this is no such rule, or if its numbers are out of range
     */
    public static PassRule parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a pass rule such as 2/3");
        }
        return of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /**
     * Returns the rule as {@link #parse} reads it.
     *
     * @return the rule, such as {@code 2/3}
     */
    public String text() {
        return passes + "/" + runs;
    }

    /** Returns the rule in words, such as {@code 2 of 3}. */
    @Override
    public String toString() {
        return passes + " of " + runs;
    }
}
