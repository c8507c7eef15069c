package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that exist, for one that does not. */
final class KnownNames {

    private static final int MOST = 6;

    private KnownNames() {}

    /** Returns the names that are closest to another one, and how many more there are. */
    static String closest(String sought, Collection<String> known) {
        String name = sought.toLowerCase(Locale.ROOT);
        List<String> sorted = known.stream()
                .distinct()
                .sorted(Comparator.comparingInt(candidate -> distance(name, candidate.toLowerCase(Locale.ROOT))))
                .toList();
        String first = sorted.stream().limit(MOST).map(Text::printable).collect(Collectors.joining(", "));
        return sorted.size() > MOST ? first + " and " + (sorted.size() - MOST) + " more" : first;
    }

    /** Returns the number of characters to insert, remove or replace. */
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
