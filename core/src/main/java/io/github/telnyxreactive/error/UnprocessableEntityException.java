package io.github.telnyxreactive.error;

import java.util.List;

/** The service understands the request but does not accept its content: status 422. */
public final class UnprocessableEntityException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final FieldError[] fieldErrors;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with its response
     * @param errors the errors that the response reports
     */
    public UnprocessableEntityException(FailedCall call, ApiErrors errors) {
        super(
                call,
                Delivery.SETTLED,
                errors,
                "the service does not accept the content",
                "Correct the fields that it names.");
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
