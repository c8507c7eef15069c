package io.github.telnyxreactive.cli.internal.command.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of all responses say.
 *
 * @param responses the number of responses
 * @param rateLimits how many responses have each header about the rate limit
 * @param requestIds how many responses have an id
 * @param clockDifference by how much the clock of this machine is ahead of the service, {@code null} if the service does
 *     not tell the time
 */
record HeaderFacts(
        int responses,
        Map<String, Integer> rateLimits,
        int requestIds,
        @Nullable Duration clockDifference) {

    private static final List<String> RATE_LIMITS =
            List.of("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset");
    private static final String REQUEST_ID = "x-request-id";

    /** Signatures with a time and waits until a date suffer from more. */
    private static final Duration LARGEST_DIFFERENCE = Duration.ofMinutes(1);

    static HeaderFacts of(List<Reply> replies) {
        Map<String, Integer> rateLimits = new LinkedHashMap<>();
        for (String name : RATE_LIMITS) {
            rateLimits.put(name, count(replies, name));
        }
        // The smallest is the one with the least time on the way.
        Duration difference = replies.stream()
                .map(HeaderFacts::difference)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Duration::abs))
                .orElse(null);
        return new HeaderFacts(replies.size(), rateLimits, count(replies, REQUEST_ID), difference);
    }

    private static int count(List<Reply> replies, String header) {
        return (int) replies.stream()
                .filter(reply -> reply.headers().first(header) != null)
                .count();
    }

    private static @Nullable Duration difference(Reply reply) {
        String date = reply.headers().first("date");
        if (date == null) {
            return null;
        }
        try {
            Instant sent = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(sent, reply.receivedAt());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Returns whether every response says all about the rate limit. */
    Verdict rateLimitVerdict() {
        return rateLimits.values().stream().allMatch(count -> count == responses) ? Verdict.OK : Verdict.NOTE;
    }

    Verdict requestIdVerdict() {
        return requestIds == responses ? Verdict.OK : Verdict.NOTE;
    }

    Verdict clockVerdict() {
        if (clockDifference == null) {
            return Verdict.NOTE;
        }
        return clockDifference.abs().compareTo(LARGEST_DIFFERENCE) > 0 ? Verdict.ODD : Verdict.OK;
    }
}
