package io.github.telnyxreactive.webflux.batch;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request for a batch is invalid. */
final class InvalidBatchException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    InvalidBatchException(String field, String message) {
        super(HttpStatus.UNPROCESSABLE_CONTENT);
        setDetail("The batch cannot be run: " + field + " " + message + ".");
        getBody().setProperty("errors", List.of(Map.of("field", field, "message", message)));
    }
}
