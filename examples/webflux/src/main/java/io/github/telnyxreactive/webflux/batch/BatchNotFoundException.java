package io.github.telnyxreactive.webflux.batch;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A batch does not exist. */
final class BatchNotFoundException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    BatchNotFoundException() {
        super(HttpStatus.NOT_FOUND);
        setDetail("There is no batch with this id, or it was one of a simulation that is no longer kept.");
    }
}
