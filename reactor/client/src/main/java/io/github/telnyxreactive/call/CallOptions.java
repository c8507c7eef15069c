package io.github.telnyxreactive.call;

import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of calls, which may differ from one view of a client to another.
 *
 * @param deadline how long a call may take in all, with its attempts and waits, more than zero
 * @param responseTimeout how long to wait for an answer, and for each further part of it, more than zero
 * @param retry how failed attempts are tried again
 * @param polling the waits between two looks at what is not final
 * @param pollingDeadline how long to look for what is not final, more than zero
 * @param headers headers of every request besides those that the client sets itself
 * @param checkRequests whether requests are checked against the limits of the contract before they are sent
 */
public record CallOptions(
        Duration deadline,
        Duration responseTimeout,
        RetryPolicy retry,
        PollingSchedule polling,
        Duration pollingDeadline,
        Map<String, String> headers,
        boolean checkRequests) {

    private static final List<String> RESERVED =
            List.of("authorization", "host", "content-length", "content-type", "transfer-encoding", "idempotency-key");

    /** Beyond it, nanoseconds may overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final CallOptions DEFAULT = new CallOptions(
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            RetryPolicy.defaults(),
            PollingSchedule.defaults(),
            Duration.ofHours(2),
            Map.of(),
            true);

    /** Checks the settings. */
    public CallOptions {
        requirePositive(deadline, "deadline");
        requirePositive(responseTimeout, "response timeout");
        requirePositive(pollingDeadline, "polling deadline");
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        headers.keySet().forEach(CallOptions::requireFree);
    }

    private static void requirePositive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the " + name + " must be more than zero and at most " + LONGEST.toDays() + " days: " + duration);
        }
    }

    private static void requireFree(String name) {
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the client sets the header " + name + " itself");
        }
    }

    /**
     * Returns the settings of a client that sets none.
     *
     * @return the defaults
     */
    public static CallOptions defaults() {
        return DEFAULT;
    }

    /**
     * Changes how long a call may take.
     *
     * @param limit how long a call may take in all, with its attempts and waits, more than zero
     * @return settings that differ in this
     */
    public CallOptions withDeadline(Duration limit) {
        return new CallOptions(limit, responseTimeout, retry, polling, pollingDeadline, headers, checkRequests);
    }

    /**
     * Changes how long to wait for an answer.
     *
     * @param limit how long to wait for an answer, and for each further part of it, more than zero
     * @return settings that differ in this
     */
    public CallOptions withResponseTimeout(Duration limit) {
        return new CallOptions(deadline, limit, retry, polling, pollingDeadline, headers, checkRequests);
    }

    /**
     * Changes how failed attempts are tried again.
     *
     * @param policy how often, and after which waits
     * @return settings that differ in this
     */
    public CallOptions withRetry(RetryPolicy policy) {
        return new CallOptions(deadline, responseTimeout, policy, polling, pollingDeadline, headers, checkRequests);
    }

    /**
     * Changes how what is not final is looked at again.
     *
     * @param schedule the waits between two looks
     * @param limit how long to look, more than zero
     * @return settings that differ in this
     */
    public CallOptions withPolling(PollingSchedule schedule, Duration limit) {
        return new CallOptions(deadline, responseTimeout, retry, schedule, limit, headers, checkRequests);
    }

    /**
     * Adds a header, or changes it.
     *
     * @param name the name of a header that the client does not set itself
     * @param value its value
     * @return settings that differ in this
     */
    public CallOptions withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CallOptions(deadline, responseTimeout, retry, polling, pollingDeadline, more, checkRequests);
    }

    /**
     * Changes whether requests are checked before they are sent. The service may have loosened its limits since this
     * library was built.
     *
     * @param enabled whether they are
     * @return settings that differ in this
     */
    public CallOptions withRequestChecks(boolean enabled) {
        return new CallOptions(deadline, responseTimeout, retry, polling, pollingDeadline, headers, enabled);
    }

    /** Shows the settings without the values of the headers, which may be secret. */
    @Override
    public String toString() {
        return "deadline " + deadline + ", response timeout " + responseTimeout + ", retry " + retry + ", polling "
                + polling + " for " + pollingDeadline + ", headers " + headers.keySet();
    }
}
