package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.ApiError;
import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.ApiException;
import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.ConflictException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.FieldError;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.error.UnexpectedStatusCodeException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.operation.TestOperations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions that users create in their own tests. */
class CreatedExceptionsTest {

    private static final FailedCall CALL = FailedCall.of(
                    TestOperations.RETRIEVE.name(), TestOperations.RETRIEVE.route(), 2, false)
            .withResponse(404, "r-1", "{}");

    static Stream<ApiException> withoutErrors() {
        ApiErrors none = ApiErrors.none();
        return Stream.of(
                new BadRequestException(CALL, none),
                new UnauthorizedException(CALL, none),
                new PermissionDeniedException(CALL, none),
                new NotFoundException(CALL, none),
                new ConflictException(CALL, Delivery.SETTLED, none),
                new UnprocessableEntityException(CALL, none),
                new RateLimitException(CALL, none, new RateLimitHeaders(null, null, null)),
                new InternalServerException(CALL, Delivery.UNKNOWN, none),
                new UnexpectedStatusCodeException(CALL, Delivery.SETTLED, none));
    }

    @ParameterizedTest
    @MethodSource("withoutErrors")
    void containWhatTheyAreCreatedWith(ApiException exception) {
        assertThat(exception.call().withResponse(404, "r-1", "{}"))
                .isEqualTo(exception.call())
                .extracting(FailedCall::operation, FailedCall::attempts)
                .containsExactly("assistants.tests.retrieve", 2);
        assertThat(exception.errors()).isEmpty();
        assertThat(exception.retryAfter()).isNull();
        assertThat(exception)
                .hasMessageStartingWith("assistants.tests.retrieve (GET /ai/assistants/tests/{test_id}) failed: ")
                .hasMessageContaining("; status 404; request id r-1; attempts 2. ");
    }

    @Test
    void containTheReportedErrors() {
        List<ApiError> errors = new ArrayList<>(List.of(new ApiError("10005", "Not found", null, null, null, null)));
        List<FieldError> fieldErrors =
                new ArrayList<>(List.of(new FieldError("body.name", "too short", "value_error")));
        ApiErrors reported = new ApiErrors(errors, fieldErrors, Duration.ofSeconds(2));
        errors.clear();
        fieldErrors.clear();
        UnprocessableEntityException exception = new UnprocessableEntityException(CALL, reported);

        assertThat(exception.errors()).extracting(ApiError::code).containsExactly("10005");
        assertThat(exception.fieldErrors()).extracting(FieldError::location).containsExactly("body.name");
        assertThat(exception.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(exception).hasMessageContaining(": Not found (code 10005); body.name too short; status 404");
    }
}
