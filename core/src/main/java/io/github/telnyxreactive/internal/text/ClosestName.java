package io.github.telnyxreactive.internal.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class ClosestName {

    /** A name may differ in one of so many characters, and in two in any case, as if they were swapped. */
    private static final int LENGTH_OF_MISTAKE = 3;

    private static final int SWAPPED = 2;

    private ClosestName() {}

    /**
     * Returns the known name with the fewest characters to insert, remove or replace.
     *
     * @param name the name that is not known
     * @param known the names that are
     * @return the first of them, {@code null} if none is close
     */
    public static @Nullable String to(String name, Collection<String> known) {
        List<String> closest = several(name, known);
        return closest.isEmpty() ? null : closest.get(0);
    }

    /**
     * Says that a name is not known, and which was probably meant.
     *
     * @param kind what it should be the name of
     * @param name the name
     * @param known the names that are known
     * @return a sentence without a full stop
     */
    public static String absence(String kind, String name, Collection<String> known) {
        String closest = to(name, known);
        return "there is no " + kind + " \"" + name + "\""
                + (closest == null ? "" : " (did you mean \"" + closest + "\"?)");
    }

    /**
     * Returns the known names that are as close as any.
     *
     * @param name the name that is not known
     * @param known the names that are
     * @return the names in the order in which they are known, none if none is close
     */
    public static List<String> several(String name, Collection<String> known) {
        // With every character replaced, it would be any other name.
        int least = Math.min(name.length() - 1, Math.max(SWAPPED, name.length() / LENGTH_OF_MISTAKE));
        List<String> closest = new ArrayList<>();
        for (String candidate : known) {
            if (Math.abs(candidate.length() - name.length()) <= least) {
                int distance = EditDistance.between(name, candidate);
                if (distance < least) {
                    closest.clear();
                    least = distance;
                }
                if (distance == least) {
                    closest.add(candidate);
                }
            }
        }
        return closest;
    }

    /**
     * Returns all known names, close or not.
     *
     * @param name the name that is not known
     * @param known the names that are
     * @return the names, the closest first
     */
    public static List<String> sorted(String name, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(candidate -> EditDistance.between(name, candidate)))
                .toList();
    }
}
