package io.github.telnyxreactive.error;

import io.github.telnyxreactive.internal.text.SingleLine;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a response with an error status says went wrong. The client reads it from the response; a test that needs an
 * {@link ApiException} creates it directly.
 *
 * @param errors the errors that the service reports, empty if there are none
 * @param fieldErrors the fields that the service does not accept, empty if there are none
 * @param retryAfter how long the service asks to wait before the next attempt, {@code null} if it does not say
 */
public record ApiErrors(
        List<ApiError> errors,
        List<FieldError> fieldErrors,
        @Nullable Duration retryAfter) {

    private static final ApiErrors NONE = new ApiErrors(List.of(), List.of(), null);

    /** Copies the lists. */
    public ApiErrors {
        errors = List.copyOf(errors);
        fieldErrors = List.copyOf(fieldErrors);
    }

    /**
     * Returns the value for a response that reports no error, or none that can be read.
     *
     * @return no errors and no wait
     */
    public static ApiErrors none() {
        return NONE;
    }

    /** Returns the errors as part of a message, empty if there are none. */
    String summary() {
        Stream<String> parts = Stream.concat(
                errors.stream().map(ApiError::summary), fieldErrors.stream().map(FieldError::summary));
        return SingleLine.of(parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")));
    }
}
