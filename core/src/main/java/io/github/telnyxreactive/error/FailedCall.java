package io.github.telnyxreactive.error;

import io.github.telnyxreactive.operation.Endpoint;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call that failed. It holds nothing secret.
 *
 * @param operation the name of the operation, {@code assistants.tests.retrieve} for example, {@code null} outside a call
 * @param request the method and the template of the path, {@code null} outside a call
 * @param status the HTTP status, {@code null} if there was no answer
 * @param requestId the id that the service gave the request, {@code null} if it gave none
 * @param attempts how many times the request was tried, 0 if not at all
 * @param outcomeUnknown whether this or an earlier attempt may have had its effect without anybody knowing
 * @param bodyExcerpt the beginning of the answer's body, bounded and free of secrets, {@code null} if there was none
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
     * Returns what is known outside a call.
     *
     * @return nothing but that no attempt was made
     */
    public static FailedCall none() {
        return NONE;
    }

    /**
     * Starts from an endpoint and an attempt at calling it.
     *
     * @param endpoint what was called
     * @param attempts how many times the request was tried
     * @param earlierOutcomeUnknown whether an earlier attempt may have had its effect without anybody knowing
     * @return what is known before there is an answer
     */
    public static FailedCall of(Endpoint<?> endpoint, int attempts, boolean earlierOutcomeUnknown) {
        return new FailedCall(
                endpoint.name(),
                endpoint.method() + " " + endpoint.path(),
                null,
                null,
                attempts,
                earlierOutcomeUnknown,
                null);
    }

    /**
     * Adds an answer.
     *
     * @param newStatus the HTTP status
     * @param newRequestId the id that the service gave the request, or {@code null}
     * @param newBodyExcerpt the beginning of the body, bounded and free of secrets, or {@code null}
     * @return what is known with the answer
     */
    public FailedCall answered(int newStatus, @Nullable String newRequestId, @Nullable String newBodyExcerpt) {
        return new FailedCall(operation, request, newStatus, newRequestId, attempts, outcomeUnknown, newBodyExcerpt);
    }

    FailedCall after(Delivery delivery) {
        return delivery == Delivery.UNKNOWN && !outcomeUnknown
                ? new FailedCall(operation, request, status, requestId, attempts, true, bodyExcerpt)
                : this;
    }
}
