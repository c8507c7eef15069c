package io.github.telnyxreactive.webflux.batch;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The maximum number of batches is running. */
final class TooManyBatchesException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private static final String SECONDS_TO_WAIT = "5";

    TooManyBatchesException(int most) {
        super(HttpStatus.TOO_MANY_REQUESTS);
        setDetail("There are " + most + " batches running, and no more may run at once: wait until one has ended.");
        getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
    }
}
