package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.TriggerExpiredException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts of the sentences that explain a decision. */
final class Sentences {

    /** The maximum number of names to list. */
    private static final int MAX_NAMED = 10;

    private Sentences() {}

    /** Joins names, and counts those that are too many. */
    static String list(Collection<String> names) {
        return list(names, ", ");
    }

    /** Joins sentences, and counts those that are too many. */
    static String join(Collection<String> sentences) {
        return list(sentences, "; ");
    }

    private static String list(Collection<String> names, String separator) {
        int more = names.size() - MAX_NAMED;
        return names.stream()
                .limit(MAX_NAMED)
                .collect(Collectors.joining(separator, "", more > 0 ? andMore(more) : ""));
    }

    private static String andMore(int more) {
        return " and " + more + " more";
    }

    /** Names tests, each with its id, and counts those that are too many. */
    static String tests(Collection<String> ids, Map<String, AssistantTest> known) {
        return list(ids.stream().map(id -> test(id, known)).toList());
    }

    /** Names a test, if its name is known, with its id. */
    static String test(String id, Map<String, AssistantTest> known) {
        AssistantTest test = known.get(id);
        String name = test == null ? null : test.name();
        return name == null || name.isBlank() ? id : "\"" + name + "\" (" + id + ")";
    }

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Writes a duration in the largest unit of which it is a multiple. */
    static String duration(Duration duration) {
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)) {
            long number = duration.dividedBy(unit.getDuration());
            if (unit.getDuration().multipliedBy(number).equals(duration)) {
                String name = unit.toString().toLowerCase(Locale.ROOT);
                return number + " " + (number == 1 ? name.substring(0, name.length() - 1) : name);
            }
        }
        return duration.toString();
    }

    static String explain(Throwable error) {
        boolean isOurs = error instanceof TelnyxException
                || error instanceof ItemRefusedException
                || error instanceof TriggerExpiredException;
        String message = isOurs ? error.getMessage() : null;
        return message == null ? error.toString() : message;
    }
}
