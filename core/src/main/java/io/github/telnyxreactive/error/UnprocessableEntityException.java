package io.github.telnyxreactive.error;

import java.util.List;

/** The service understands the request and does not accept what it holds: status 422. */
public final class UnprocessableEntityException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final FieldError[] fieldErrors;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call, with the response
     * @param errors what the response says went wrong
     */
    public UnprocessableEntityException(FailedCall call, ApiErrors errors) {
        super(
                call,
                Delivery.SETTLED,
                errors,
                "the service does not accept the content",
                "Correct the fields it names.");
        this.fieldErrors = errors.fieldErrors().toArray(FieldError[]::new);
    }

    /**
     * Returns the fields that the service does not accept.
     *
     * @return the fields, empty if the service names none
     */
    public List<FieldError> fieldErrors() {
        return List.of(fieldErrors);
    }
}
