package io.github.telnyxreactive.polling;

import java.util.List;
import java.util.stream.Stream;

/** A job that is polled. */
record Job(String id, String status) {

    boolean isDone() {
        return status.equals("passed") || status.equals("failed");
    }

    /** Reads jobs as in {@code "a:running b:passed"}. */
    static List<Job> all(String text) {
        return Stream.of(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split(":"))
                .map(part -> new Job(part[0], part[1]))
                .toList();
    }

    static Job of(String text) {
        return all(text).get(0);
    }
}
