package io.github.telnyxreactive.internal.text;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class ClosestName {

    /** A name may differ in one of so many characters. */
    private static final int LENGTH_OF_MISTAKE = 3;

    private ClosestName() {}

    /**
     * Returns the known name with the least characters to insert, remove or replace.
     *
     * @param name the name that is not known
     * @param known the names that are
     * @return one of them, {@code null} if none is close
     */
    public static @Nullable String to(String name, Collection<String> known) {
        String closest = null;
        int least = Math.max(1, name.length() / LENGTH_OF_MISTAKE) + 1;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - name.length()) < least) {
                int distance = EditDistance.between(name, candidate);
                if (distance < least) {
                    least = distance;
                    closest = candidate;
                }
            }
        }
        return closest;
    }
}
