package io.github.telnyxreactive.webflux.problem;

import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.error.InvalidRequestException;
import io.github.telnyxreactive.error.TelnyxException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Responds to every error with problem details, whatever the caller accepts. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    Mono<ResponseEntity<Object>> failedCall(TelnyxException error, ServerWebExchange exchange) {
        UpstreamProblem problem = new UpstreamProblem(error);
        log.warn(
                "{} failed with status {}: {}",
                exchange.getRequest().getPath(),
                problem.status().value(),
                error.getMessage());
        HttpHeaders headers = new HttpHeaders();
        Long wait = problem.retryAfterSeconds();
        if (wait != null) {
            headers.set(HttpHeaders.RETRY_AFTER, wait.toString());
        }
        return handleExceptionInternal(error, problem.detail(), headers, problem.status(), exchange);
    }

    /** The client has not sent the request, because the service would not accept it. */
    @ExceptionHandler
    Mono<ResponseEntity<Object>> invalidRequest(InvalidRequestException error, ServerWebExchange exchange) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, "Telnyx would not accept the request; see the errors.");
        problem.setProperty(
                "errors",
                error.violations().stream()
                        .map(violation -> Map.of("field", violation.field(), "message", violation.message()))
                        .toList());
        return handleExceptionInternal(error, problem, new HttpHeaders(), status, exchange);
    }

    /** The service does not know what was to be run. */
    @ExceptionHandler
    Mono<ResponseEntity<Object>> refusedItems(ItemRefusedException error, ServerWebExchange exchange) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        String message = Objects.requireNonNull(error.getMessage());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, StringUtils.capitalize(message));
        return handleExceptionInternal(error, problem, new HttpHeaders(), status, exchange);
    }

    @ExceptionHandler
    Mono<ResponseEntity<Object>> anything(Exception error, ServerWebExchange exchange) {
        log.error("{} failed", exchange.getRequest().getPath(), error);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, "An internal error has occurred; see the log of this service.");
        return handleExceptionInternal(error, problem, new HttpHeaders(), status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> createResponseEntity(
            @Nullable Object body, @Nullable HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        HttpHeaders typed = new HttpHeaders();
        if (headers != null) {
            typed.putAll(headers);
        }
        typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return Mono.just(new ResponseEntity<>(body, typed, status));
    }
}
