package io.github.telnyxreactive.error;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service, or a gateway in front of it, responded with an error status. */
public abstract class ApiException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    private final ApiError[] errors;
    private final @Nullable Duration retryAfter;

    ApiException(FailedCall call, Delivery delivery, ApiErrors errors, String reason, String advice) {
        super(call, delivery, reason(errors, reason), advice, null);
        this.retryAfter = errors.retryAfter();
        this.errors = errors.errors().toArray(ApiError[]::new);
    }

    private static String reason(ApiErrors errors, String reason) {
        String summary = errors.summary();
        return summary.isEmpty() ? reason : reason + ": " + summary;
    }

    /**
     * Returns the errors that the service reports.
     *
     * @return the errors, empty if the body has none or could not be read
     */
    public List<ApiError> errors() {
        return List.of(errors);
    }

    /**
     * Returns the delay that the service requests before the next attempt.
     *
     * @return the delay, or {@code null} if the service requests none
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
