package io.github.telnyxreactive.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a call that failed. It contains no secrets.
 *
 * @param operation the name of the operation, {@code assistants.tests.retrieve} for example, {@code null} outside a
 *     call
 * @param request the method and the template of the path, {@code null} outside a call
 * @param status the HTTP status, {@code null} if there was no response
 * @param requestId the id that the service assigned to the request, {@code null} if there is none
 * @param attempts the number of attempts, 0 if there was none
 * @param outcomeUnknown whether the service may have processed an attempt without the caller knowing
 * @param bodyExcerpt the beginning of the body of the response, of limited length and without secrets, {@code null} if
 *     there was none
 */
public record FailedCall(
        @Nullable String operation,
        @Nullable String request,
        @Nullable Integer status,
        @Nullable String requestId,
        int attempts,
        boolean outcomeUnknown,
        @Nullable String bodyExcerpt)
        implements Serializable {

    private static final FailedCall NONE = new FailedCall(null, null, null, null, 0, false, null);

    /**
     * Returns the value for an error outside a call.
     *
     * @return a value without operation and response
     */
    public static FailedCall none() {
        return NONE;
    }

    /**
     * Returns the value for a call without a response.
     *
     * @param operation the name of the operation, {@code assistants.tests.retrieve} for example
     * @param request the method and the template of the path, {@code GET /ai/assistants/tests/{test_id}} for example
     * @param attempts the number of attempts so far
     * @param earlierOutcomeUnknown whether the service may have processed an earlier attempt without the caller knowing
     * @return a new value
     */
    public static FailedCall of(String operation, String request, int attempts, boolean earlierOutcomeUnknown) {
        return new FailedCall(operation, request, null, null, attempts, earlierOutcomeUnknown, null);
    }

    /**
     * Returns a copy with the given response.
     *
     * @param newStatus the HTTP status
     * @param newRequestId the id that the service assigned to the request, or {@code null}
     * @param newBodyExcerpt the beginning of the body, of limited length and without secrets, or {@code null}
     * @return a new value
     */
    public FailedCall withResponse(int newStatus, @Nullable String newRequestId, @Nullable String newBodyExcerpt) {
        return new FailedCall(operation, request, newStatus, newRequestId, attempts, outcomeUnknown, newBodyExcerpt);
    }

    /** Returns whether nothing has changed at the service, whatever has become of the request. */
    boolean changesNothing() {
        return request != null && request.startsWith("GET ");
    }

    FailedCall after(Delivery delivery) {
        return delivery == Delivery.UNKNOWN && !outcomeUnknown
                ? new FailedCall(operation, request, status, requestId, attempts, true, bodyExcerpt)
                : this;
    }
}
