package io.github.telnyxreactive.error;

import io.github.telnyxreactive.internal.text.SingleLine;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The errors that a response reports. The client reads them from the response; tests that need an {@link ApiException}
 * can create them.
 *
 * @param errors the errors that the service reports, empty if there are none
 * @param fieldErrors the fields that the service does not accept, empty if there are none
 * @param retryAfter the delay that the service requests before the next attempt, {@code null} for none
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
     * Returns the value for a response that reports no errors, or none that can be read.
     *
     * @return no errors and no delay
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
