package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.policy.PollingSchedule;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchOptionsTest {

    private static final Duration TOO_LONG = Duration.ofDays(36_500).plusNanos(1);

    @Test
    void hasTheDocumentedDefaults() {
        BatchOptions defaults = BatchOptions.defaults();

        assertThat(defaults).isEqualTo(BatchOptions.builder().build());
        assertThat(defaults.maxConcurrentRuns()).isEqualTo(50);
        assertThat(defaults.maxConcurrentRequests()).isEqualTo(64);
        assertThat(defaults.eventBuffer()).isEqualTo(256);
        assertThat(defaults.maxAttempts()).isEqualTo(20);
        assertThat(defaults.rateLimit()).isNull();
        assertThat(defaults.polling()).isEqualTo(PollingSchedule.defaults());
        assertThat(defaults.itemDeadline()).isEqualTo(Duration.ofHours(2));
        assertThat(defaults.deadline()).isNull();
    }

    static Stream<Arguments> rejectsInvalidValues() {
        return Stream.of(
                arguments("maxConcurrentRuns must be at least 1: 0", options -> options.maxConcurrentRuns(0)),
                arguments("maxConcurrentRequests must be at least 1: 0", options -> options.maxConcurrentRequests(0)),
                arguments("eventBuffer must be at least 1: -1", options -> options.eventBuffer(-1)),
                arguments("maxAttempts must be at least 1: 0", options -> options.maxAttempts(0)),
                arguments("itemDeadline must be more than zero", options -> options.itemDeadline(Duration.ZERO)),
                arguments("itemDeadline must be more than zero", options -> options.itemDeadline(TOO_LONG)),
                arguments("deadline must be more than zero", options -> options.deadline(Duration.ofNanos(-1))),
                arguments("at most 36500 days", options -> options.deadline(TOO_LONG)));
    }

    private static Arguments arguments(String message, UnaryOperator<BatchOptionsBuilder> change) {
        return Arguments.of(message, change);
    }

    @ParameterizedTest
    @MethodSource
    void rejectsInvalidValues(String message, UnaryOperator<BatchOptionsBuilder> change) {
        BatchOptionsBuilder options = change.apply(BatchOptions.builder());

        assertThatIllegalArgumentException().isThrownBy(options::build).withMessageContaining(message);
    }

    @Test
    void acceptsTheLimits() {
        BatchOptions options = BatchOptions.builder()
                .maxConcurrentRuns(1)
                .maxConcurrentRequests(1)
                .eventBuffer(1)
                .maxAttempts(1)
                .itemDeadline(Duration.ofNanos(1))
                .deadline(Duration.ofDays(36_500))
                .build();

        assertThat(options.eventBuffer()).isEqualTo(1);
        assertThat(options.deadline()).isEqualTo(Duration.ofDays(36_500));
    }
}
