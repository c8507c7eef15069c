package io.github.telnyxreactive.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads a list until two readings agree. A list that changes while its pages are read may leave out elements that were there
 * all the time.
 *
 * @param <T> the type of the elements
 */
public final class Readings<T> {

    /** How often a list is read at most. */
    static final int MOST = 5;

    private static final int MOST_NAMES = 5;

    private final String what;
    private final Mono<Map<String, T>> reading;
    private final Function<T, String> name;
    private final String advice;

    /**
     * Creates a reader.
     *
     * @param what the list, for the message of the error
     * @param reading reads the list once: its elements by their ids
     * @param name returns the name of an element
     * @param advice what has not happened, and what the user can do, for the message of the error
     */
    public Readings(String what, Mono<Map<String, T>> reading, Function<T, String> name, String advice) {
        this.what = what;
        this.reading = reading;
        this.name = name;
        this.advice = advice;
    }

    /**
     * Reads the list.
     *
     * @return emits the last of two readings with the same ids, or an error that says what differs if no two do
     */
    public Mono<Map<String, T>> agreed() {
        return agreed(null, 0);
    }

    private Mono<Map<String, T>> agreed(@Nullable Map<String, T> before, int readings) {
        return reading.flatMap(now -> {
            if (before != null && before.keySet().equals(now.keySet())) {
                return Mono.just(now);
            }
            return before != null && readings + 1 >= MOST
                    ? Mono.error(changed(before, now))
                    : agreed(now, readings + 1);
        });
    }

    private CommandException changed(Map<String, T> before, Map<String, T> now) {
        List<String> differences = new ArrayList<>();
        addMissing(differences, "without", before, now.keySet());
        addMissing(differences, "with", now, before.keySet());
        return new CommandException(what + " changes while it is read: the last of " + MOST + " readings was "
                + String.join(" and ", differences)
                + ", unlike the one before. " + advice);
    }

    private void addMissing(List<String> differences, String how, Map<String, T> elements, Set<String> present) {
        List<String> missing = elements.entrySet().stream()
                .filter(entry -> !present.contains(entry.getKey()))
                .map(entry -> "\"" + name.apply(entry.getValue()) + "\"")
                .toList();
        if (!missing.isEmpty()) {
            String more = missing.size() > MOST_NAMES ? " and " + (missing.size() - MOST_NAMES) + " more" : "";
            differences.add(how + " " + missing.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + more);
        }
    }
}
