package io.github.telnyxreactive.cli.internal.report;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells equal names apart by a number. Of two results with the same name, some build servers keep only the last, which
 * would hide a run that failed behind one that passed. Numbers, unlike ids of runs, are the same in the next build.
 */
final class UniqueNames {

    private final Map<String, Integer> used = new HashMap<>();

    /** Returns the name, with a number behind it if it was returned before. Names are compared as XML would show them. */
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
