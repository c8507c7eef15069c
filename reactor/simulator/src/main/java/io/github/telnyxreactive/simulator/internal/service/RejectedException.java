package io.github.telnyxreactive.simulator.internal.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request with an error response. */
final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ServiceResponse response;

    RejectedException(ServiceResponse response) {
        // Used for control flow only, so the stack trace has no value.
        super(response.toString(), null, false, false);
        this.response = response;
    }

    static RejectedException badRequest(String detail) {
        return new RejectedException(ServiceErrors.badRequest(detail));
    }

    static RejectedException notFound(String what) {
        return new RejectedException(ServiceErrors.notFound(what));
    }

    static RejectedException invalid(Violation violation) {
        return new RejectedException(ServiceErrors.invalid(List.of(violation)));
    }

    /** Rejects the request if there are violations. */
    static void rejectIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new RejectedException(ServiceErrors.invalid(violations));
        }
    }

    /** Returns the value, or rejects the request with status 404 if it is {@code null}. */
    static <T> T requireFound(@Nullable T value, String what) {
        if (value == null) {
            throw notFound(what);
        }
        return value;
    }

    ServiceResponse response() {
        return response;
    }
}
