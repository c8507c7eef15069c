package io.github.telnyxreactive.call;

import io.github.telnyxreactive.internal.time.DurationText;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The options of calls. Each view of a client can have its own.
 *
 * @param deadline how long a call may take in total, including its attempts and waits, more than zero
 * @param responseTimeout how long to wait for a response, and for each further part of it, more than zero
 * @param retry how failed attempts are retried
 * @param polling the delays between polls
 * @param pollingDeadline how long polling may take in total, more than zero
 * @param maxLag how long the service may take until it shows what it has just created, zero or more: as long, runs that
 *     were triggered and are not found are waited for
 * @param headers headers of every request besides those that the client sets itself
 * @param checkRequests whether requests are checked against the limits of the API before they are sent
 * @param reading how a field of a response is treated that cannot be read as its type
 */
public record CallOptions(
        Duration deadline,
        Duration responseTimeout,
        RetryPolicy retry,
        PollingSchedule polling,
        Duration pollingDeadline,
        Duration maxLag,
        Map<String, String> headers,
        boolean checkRequests,
        Reading reading) {

    private static final List<String> RESERVED =
            List.of("authorization", "host", "content-length", "content-type", "transfer-encoding", "idempotency-key");

    /** Longer durations may overflow in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");

    private static final CallOptions DEFAULT = new CallOptions(
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            RetryPolicy.defaults(),
            PollingSchedule.defaults(),
            Duration.ofHours(2),
            Duration.ofSeconds(30),
            Map.of(),
            true,
            Reading.lenient());

    /** Checks the values. */
    public CallOptions {
        requirePositive(deadline, "deadline");
        requirePositive(responseTimeout, "response timeout");
        requirePositive(pollingDeadline, "polling deadline");
        if (maxLag.isNegative()) {
            throw new IllegalArgumentException("the lag must not be negative: " + DurationText.of(maxLag));
        }
        Objects.requireNonNull(reading, "reading");
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        headers.forEach(CallOptions::requireHeader);
    }

    private static void requirePositive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the " + name + " must be more than zero and at most " + LONGEST.toDays()
                    + " days: " + DurationText.of(duration));
        }
    }

    /** What is written as it is given must not end its line, or the request. */
    private static void requireHeader(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a header must consist of letters, digits and "
                    + "!#$%&'*+-.^_`|~: \"" + name.replaceAll("[^\\x20-\\x7e]", "?") + "\"");
        }
        if (!VALUE.matcher(value).matches()) {
            // Not the value, which may be secret.
            throw new IllegalArgumentException("the value of the header " + name
                    + " must consist of visible characters of ISO 8859-1, blanks and tabs");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the client sets the header " + name + " itself");
        }
    }

    /**
     * Returns the default options.
     *
     * @return the defaults
     */
    public static CallOptions defaults() {
        return DEFAULT;
    }

    /**
     * Returns a copy with the given deadline.
     *
     * @param limit how long a call may take in total, including its attempts and waits, more than zero
     * @return the copy
     */
    public CallOptions withDeadline(Duration limit) {
        return new CallOptions(
                limit, responseTimeout, retry, polling, pollingDeadline, maxLag, headers, checkRequests, reading);
    }

    /**
     * Returns a copy with the given response timeout.
     *
     * @param limit how long to wait for a response, and for each further part of it, more than zero
     * @return the copy
     */
    public CallOptions withResponseTimeout(Duration limit) {
        return new CallOptions(
                deadline, limit, retry, polling, pollingDeadline, maxLag, headers, checkRequests, reading);
    }

    /**
     * Returns a copy with the given retry policy.
     *
     * @param policy how often to retry, and after which delays
     * @return the copy
     */
    public CallOptions withRetry(RetryPolicy policy) {
        return new CallOptions(
                deadline, responseTimeout, policy, polling, pollingDeadline, maxLag, headers, checkRequests, reading);
    }

    /**
     * Returns a copy with the given lag of the service.
     *
     * @param lag how long the service may take until it shows what it has just created, zero or more
     * @return the copy
     */
    public CallOptions withMaxLag(Duration lag) {
        return new CallOptions(
                deadline, responseTimeout, retry, polling, pollingDeadline, lag, headers, checkRequests, reading);
    }

    /**
     * Returns a copy with the given polling schedule and deadline.
     *
     * @param schedule the delays between polls
     * @param limit how long polling may take in total, more than zero
     * @return the copy
     */
    public CallOptions withPolling(PollingSchedule schedule, Duration limit) {
        return new CallOptions(
                deadline, responseTimeout, retry, schedule, limit, maxLag, headers, checkRequests, reading);
    }

    /**
     * Returns a copy with the given header, which replaces one of the same name.
     *
     * @param name the name of the header, which must not be one that the client sets itself
     * @param value its value, of visible characters of ISO 8859-1, blanks and tabs
     * @return the copy
     */
    public CallOptions withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CallOptions(
                deadline, responseTimeout, retry, polling, pollingDeadline, maxLag, more, checkRequests, reading);
    }

    /**
     * Returns a copy with request checks enabled or disabled. Disabling them helps if the service has relaxed its
     * limits since this library was built.
     *
     * @param enabled whether requests are checked before they are sent
     * @return the copy
     */
    public CallOptions withRequestChecks(boolean enabled) {
        return new CallOptions(
                deadline, responseTimeout, retry, polling, pollingDeadline, maxLag, headers, enabled, reading);
    }

    /**
     * Returns a copy with the given reading of responses.
     *
     * @param mode how a field is treated that cannot be read as its type; {@link Reading#lenient()} by default
     * @return the copy
     */
    public CallOptions withReading(Reading mode) {
        return new CallOptions(
                deadline, responseTimeout, retry, polling, pollingDeadline, maxLag, headers, checkRequests, mode);
    }

    /** Returns a description without the values of the headers, which may be secret. */
    @Override
    public String toString() {
        return "deadline " + deadline + ", response timeout " + responseTimeout + ", retry " + retry + ", polling "
                + polling + " for " + pollingDeadline + ", headers " + headers.keySet();
    }
}
