package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads a list until two readings agree. A list that changes while its pages are read may leave out elements that were there
 * all the time.
 */
final class Readings {

    /** How often a list is read at most. */
    static final int MOST = 5;

    private static final int MOST_NAMES = 5;

    private final String what;
    private final Mono<Map<String, String>> reading;

    /**
     * Creates a reader.
     *
     * @param what the list, for the message of the error
     * @param reading reads the list once: names by ids
     */
    Readings(String what, Mono<Map<String, String>> reading) {
        this.what = what;
        this.reading = reading;
    }

    /**
     * Reads the list.
     *
     * @param first a reading that was made already, {@code null} for none
     * @return emits the last of two readings with the same ids, or an error that says what differs if no two do
     */
    Mono<Map<String, String>> agreed(@Nullable Map<String, String> first) {
        return agreed(first, first == null ? 0 : 1);
    }

    private Mono<Map<String, String>> agreed(@Nullable Map<String, String> before, int readings) {
        return reading.flatMap(now -> {
            if (before != null && before.keySet().equals(now.keySet())) {
                return Mono.just(now);
            }
            return before != null && readings + 1 >= MOST
                    ? Mono.error(changed(before, now))
                    : agreed(now, readings + 1);
        });
    }

    private CommandException changed(Map<String, String> before, Map<String, String> now) {
        List<String> differences = new ArrayList<>();
        addMissing(differences, "without", before, now.keySet());
        addMissing(differences, "with", now, before.keySet());
        return new CommandException(what + " changes while it is read: the last of " + MOST + " readings was "
                + String.join(" and ", differences)
                + ", unlike the one before. Nothing was triggered; run this again when nobody changes tests");
    }

    private static void addMissing(
            List<String> differences, String how, Map<String, String> names, Set<String> present) {
        List<String> missing = names.entrySet().stream()
                .filter(entry -> !present.contains(entry.getKey()))
                .map(entry -> "\"" + entry.getValue() + "\"")
                .toList();
        if (!missing.isEmpty()) {
            String more = missing.size() > MOST_NAMES ? " and " + (missing.size() - MOST_NAMES) + " more" : "";
            differences.add(how + " " + missing.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + more);
        }
    }
}
