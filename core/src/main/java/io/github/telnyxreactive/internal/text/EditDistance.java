package io.github.telnyxreactive.internal.text;

import java.util.Locale;

/** How much two names differ, to find the one that was probably meant. */
public final class EditDistance {

    private EditDistance() {}

    /**
     * Compares two names, without regard to upper and lower case.
     *
     * @param one a name
     * @param other another name
     * @return the least number of characters to insert, remove or replace
     */
    public static int between(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }
}
