package io.github.telnyxreactive.internal.bulk;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
final class ClosestName {

    /** A name may differ in one of so many characters. */
    private static final int LENGTH_OF_MISTAKE = 3;

    private ClosestName() {}

    /** Returns the known name with the least characters to insert, remove or replace, {@code null} if none is close. */
    static @Nullable String to(String name, Collection<String> known) {
        String closest = null;
        int least = Math.max(1, name.length() / LENGTH_OF_MISTAKE) + 1;
        String sought = name.toLowerCase(Locale.ROOT);
        for (String candidate : known) {
            if (Math.abs(candidate.length() - name.length()) < least) {
                int distance = distance(sought, candidate.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    closest = candidate;
                }
            }
        }
        return closest;
    }

    /** Returns the Levenshtein distance. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
