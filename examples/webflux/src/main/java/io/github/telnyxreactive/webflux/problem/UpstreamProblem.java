package io.github.telnyxreactive.webflux.problem;

import io.github.telnyxreactive.error.ApiError;
import io.github.telnyxreactive.error.ApiException;
import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.error.ResponseTimeoutException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * The problem details for a failed call to Telnyx. They are assembled from parts that contain no secrets; the message of the
 * exception, with its advice for developers, goes to the log.
 */
final class UpstreamProblem {

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);

    private final TelnyxException error;

    UpstreamProblem(TelnyxException error) {
        this.error = error;
    }

    HttpStatus status() {
        if (error instanceof NotFoundException) {
            return HttpStatus.NOT_FOUND;
        } else if (error instanceof BadRequestException) {
            return HttpStatus.BAD_REQUEST;
        } else if (error instanceof UnprocessableEntityException) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        } else if (error instanceof RateLimitException
                || error instanceof RateLimiterRejectedException
                || error instanceof ClientClosedException) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        } else if (error instanceof DeadlineExceededException || error instanceof ResponseTimeoutException) {
            return HttpStatus.GATEWAY_TIMEOUT;
        }
        return HttpStatus.BAD_GATEWAY;
    }

    /** Returns the number of seconds after which a retry may succeed, or {@code null} if it will not. */
    @Nullable Long retryAfterSeconds() {
        if (status() != HttpStatus.SERVICE_UNAVAILABLE) {
            return null;
        }
        Duration wait = error instanceof ApiException response ? response.retryAfter() : null;
        Duration stated = wait == null || wait.compareTo(DEFAULT_WAIT) < 0 ? DEFAULT_WAIT : wait;
        return stated.plusMillis(999).toSeconds();
    }

    ProblemDetail detail() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(), explanation());
        problem.setProperty("operation", error.operation());
        problem.setProperty("upstream_status", error.status());
        problem.setProperty("request_id", error.requestId());
        problem.setProperty("attempts", error.attempts());
        problem.setProperty("outcome_known", error.isOutcomeKnown());
        List<Map<String, String>> errors = errors();
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    private String explanation() {
        if (error instanceof UnauthorizedException || error instanceof PermissionDeniedException) {
            return "Telnyx rejected the API key of this service. Contact its operator.";
        }
        return switch (status()) {
            case NOT_FOUND -> "Telnyx has no such resource.";
            case BAD_REQUEST, UNPROCESSABLE_CONTENT -> "Telnyx rejected the request; see the errors.";
            case SERVICE_UNAVAILABLE -> "There are too many requests to Telnyx. Try again later.";
            case GATEWAY_TIMEOUT -> "Telnyx did not respond in time.";
            default -> "Telnyx could not be reached, or its response was invalid.";
        };
    }

    private List<Map<String, String>> errors() {
        if (error instanceof UnprocessableEntityException invalid
                && !invalid.fieldErrors().isEmpty()) {
            return invalid.fieldErrors().stream()
                    .map(field -> Map.of("field", field.location(), "message", field.message()))
                    .toList();
        }
        boolean ofCaller = status() == HttpStatus.BAD_REQUEST || status() == HttpStatus.UNPROCESSABLE_CONTENT;
        return ofCaller && error instanceof ApiException response
                ? response.errors().stream().map(UpstreamProblem::entry).toList()
                : List.of();
    }

    private static Map<String, String> entry(ApiError reported) {
        Map<String, String> entry = new LinkedHashMap<>();
        put(entry, "field", reported.pointer() == null ? reported.parameter() : reported.pointer());
        put(entry, "code", reported.code());
        put(entry, "message", reported.detail() == null ? reported.title() : reported.detail());
        return entry;
    }

    private static void put(Map<String, String> entry, String name, @Nullable String value) {
        if (value != null) {
            entry.put(name, value);
        }
    }
}
