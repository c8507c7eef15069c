package io.github.telnyxreactive.cli.internal.report;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes names unique by adding numbers. Of several results with the same name, some build servers keep only the last, which
 * could hide a failed run behind one that passed. Unlike ids of runs, numbers are the same in the next build.
 */
final class UniqueNames {

    private final Map<String, Integer> used = new HashMap<>();

    /** Returns the name, followed by a number if it was returned before. Names are compared as they appear in XML. */
    String next(String wanted) {
        String name = Characters.line(wanted);
        if (used.putIfAbsent(name, 1) == null) {
            return name;
        }
        String numbered;
        do {
            numbered = name + " (" + used.merge(name, 1, Integer::sum) + ")";
        } while (used.putIfAbsent(numbered, 1) != null);
        return numbered;
    }
}
