package io.github.telnyxreactive.webflux.batch;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The service is about to stop, and starts nothing more. */
final class StoppingException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private static final String SECONDS_TO_WAIT = "5";

    StoppingException() {
        super(HttpStatus.SERVICE_UNAVAILABLE);
        setDetail("The service is stopping, and the batch was not started: try again when it runs again.");
        getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
    }
}
