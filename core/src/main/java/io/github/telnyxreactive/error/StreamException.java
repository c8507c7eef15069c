package io.github.telnyxreactive.error;

import java.util.List;

/** The service reported an error in the middle of a streamed response. */
public final class StreamException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    private final ApiError[] errors;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with the data of the error as its excerpt
     */
    public StreamException(FailedCall call) {
        this(call, ApiErrors.none());
    }

    /**
     * Creates the exception.
     *
     * @param call the failed call, with the data of the error as its excerpt
     * @param errors the errors in the data
     */
    public StreamException(FailedCall call, ApiErrors errors) {
        super(
                call,
                Delivery.SETTLED,
                reason(errors.summary()),
                "Repeat the request unless it is the cause of the error.",
                null);
        this.errors = errors.errors().toArray(ApiError[]::new);
    }

    private static String reason(String summary) {
        String reason = "the service reported an error while it streamed the response";
        return summary.isEmpty() ? reason : reason + ": " + summary;
    }

    /**
     * Returns the errors that the service reports.
     *
     * @return the errors, empty if the data has none or could not be read
     */
    public List<ApiError> errors() {
        return List.of(errors);
    }
}
