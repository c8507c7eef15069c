package io.github.telnyxreactive.error;

import io.github.telnyxreactive.http.TestHeaders;
import io.github.telnyxreactive.internal.error.ErrorResponses;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.operation.TestOperations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Failed responses to one operation. */
final class FailedResponses {

    /** A key in the format of the service. */
    static final String KEY = "KEY0199A5C5E1F24B7D9C3E8A_aB1cD2eF3gH4iJ5kL6mN7o";

    static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private static final Excerpt EXCERPT = new Excerpt(KEY);

    private FailedResponses() {}

    static FailedCall call(int attempts, boolean earlierOutcomeUnknown) {
        return FailedCall.of(
                TestOperations.RETRIEVE.name(), TestOperations.RETRIEVE.route(), attempts, earlierOutcomeUnknown);
    }

    /** Returns a call that changes something. */
    static FailedCall change(int attempts, boolean earlierOutcomeUnknown) {
        return FailedCall.of(
                TestOperations.UPDATE.name(), TestOperations.UPDATE.route(), attempts, earlierOutcomeUnknown);
    }

    static ApiException of(int status, String body, String... headers) {
        return of(call(1, false), status, body, headers);
    }

    static ApiException of(FailedCall call, int status, String body, String... headers) {
        return of(call, status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static ApiException of(FailedCall call, int status, byte[] body, String... headers) {
        return ErrorResponses.toException(call, status, TestHeaders.of(headers), body, EXCERPT, NOW);
    }

    /** Returns JSON for a text with single quotes in place of double quotes. */
    static String json(String text) {
        return text.replace('\'', '"');
    }
}
