package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.error.TelnyxException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Parts of the sentences that explain a decision. */
final class Sentences {

    /** The maximum number of names to list. */
    private static final int MAX_NAMED = 10;

    private Sentences() {}

    /** Joins names, and counts those that are too many. */
    static String list(Collection<String> names) {
        int more = names.size() - MAX_NAMED;
        return names.stream().limit(MAX_NAMED).collect(Collectors.joining(", ", "", more > 0 ? andMore(more) : ""));
    }

    private static String andMore(int more) {
        return " and " + more + " more";
    }

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    static String explain(Throwable error) {
        String message = error instanceof TelnyxException ? error.getMessage() : null;
        return message == null ? error.toString() : message;
    }
}
