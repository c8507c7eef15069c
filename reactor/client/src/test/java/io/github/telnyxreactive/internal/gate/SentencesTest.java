package io.github.telnyxreactive.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    private static List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> "n" + n).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "P7D, 7 days",
        "P1D, 1 day",
        "PT36H, 36 hours",
        "PT1H, 1 hour",
        "PT90M, 90 minutes",
        "PT1M, 1 minute",
        "PT90S, 90 seconds",
        "PT1S, 1 second",
        "PT1.5S, PT1.5S"
    })
    void namesTheLargestUnitThatFits(Duration duration, String text) {
        assertThat(Sentences.duration(duration)).isEqualTo(text);
    }

    @Test
    void namesTenAtMost() {
        assertThat(Sentences.list(names(3))).isEqualTo("n1, n2, n3");
        assertThat(Sentences.list(names(10))).endsWith("n9, n10");
        assertThat(Sentences.list(names(11))).endsWith("n9, n10 and 1 more");
        assertThat(Sentences.join(names(2))).isEqualTo("n1; n2");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 tests", "1, 1 test", "2, 2 tests"})
    void counts(int number, String text) {
        assertThat(Sentences.count(number, "test")).isEqualTo(text);
    }

    @Test
    void onlyErrorsOfThisLibraryExplainThemselves() {
        Throwable own = new RateLimiterRejectedException(FailedCall.none(), 1);

        assertThat(Sentences.explain(own)).isEqualTo(own.getMessage());
        assertThat(Sentences.explain(new IllegalStateException("lost")))
                .isEqualTo("java.lang.IllegalStateException: lost");
    }
}
