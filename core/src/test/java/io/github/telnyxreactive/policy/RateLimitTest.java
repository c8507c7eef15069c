package io.github.telnyxreactive.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    @ParameterizedTest
    @CsvSource({
        "0.001, 1",
        "1, 1",
        "10, 1",
        "19.9, 1",
        "20, 2",
        "50, 5",
        "100, 10",
        "1e9, 100000000",
        "1e300, 2147483647"
    })
    void defaultBurstIsATenthOfASecondAndAtLeastOne(double rate, int burst) {
        assertThat(RateLimit.perSecond(rate)).isEqualTo(new RateLimit(rate, burst, 100_000));
    }

    @Test
    void unlimitedHasAnInfiniteRate() {
        assertThat(RateLimit.unlimited()).isEqualTo(new RateLimit(Double.POSITIVE_INFINITY, 1, 100_000));
    }

    @Test
    void withMethodsReturnACopyWithOneChange() {
        RateLimit limit = RateLimit.perSecond(50);

        assertThat(limit.withBurst(1)).isEqualTo(new RateLimit(50, 1, 100_000));
        assertThat(limit.withQueueCapacity(0)).isEqualTo(new RateLimit(50, 5, 0));
        assertThat(limit).isEqualTo(new RateLimit(50, 5, 100_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NEGATIVE_INFINITY, Double.NaN})
    void rejectsANonPositiveRate(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimit.perSecond(rate))
                .withMessage("the rate must be more than zero, not " + rate);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, -1"})
    void rejectsABurstBelowOneAndANegativeQueue(int burst, int queue) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimit(1, burst, queue))
                .withMessage("invalid limit: burst " + burst + ", queue capacity " + queue);
    }
}
