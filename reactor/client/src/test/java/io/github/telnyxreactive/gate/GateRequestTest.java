package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.bulk.Rates;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of a request to the gate, and the arithmetic of its pass rates. */
class GateRequestTest {

    private static GateRequestBuilder request() {
        return GateRequest.builder("a", "v", List.of("checkout"));
    }

    @Test
    void asksForEverythingByDefaultAndChangesTheMainVersion() {
        GateRequest request = request().build();

        assertThat(request.minPassRate()).isEqualTo(1);
        assertThat(request.maxPassRateDrop()).isZero();
        assertThat(request.batch()).isNull();
        assertThat(request.action()).isEqualTo(GateAction.promote());
        assertThat(request.dryRun()).isFalse();
    }

    @Test
    void suiteThatIsThereTwiceCountsOnce() {
        assertThat(request().suites(List.of("b", "a", "b")).build().suites()).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void rateIsAPart(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().minPassRate(rate).build())
                .withMessageContaining("minPassRate must be from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().maxPassRateDrop(rate).build())
                .withMessageContaining("maxPassRateDrop must be from 0 to 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100, Double.NaN})
    void canaryIsAboveNothingAndBelowEverything(double percentage) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GateAction.canary(percentage))
                .withMessageContaining("percentage must be above 0 and below 100");
    }

    @Test
    void versionNeedsASuiteToBeJudgedBy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().suites(List.of()).build())
                .withMessageContaining("at least one suite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().suites(List.of("")).build())
                .withMessageContaining("must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().candidateVersionId("").build())
                .withMessageContaining("candidateVersionId");
    }

    @ParameterizedTest
    @CsvSource({"9, 0.9, true", "8, 0.9, false", "7, 0.7, true", "10, 1, true", "9, 1, false", "0, 0, true"})
    void partOfTheRunsIsReachedExactly(int passed, double part, boolean reached) {
        assertThat(Rates.reaches(runs(passed), part)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 8, 0.1, false",
        "7, 8, 0.09, true",
        "2, 3, 0.1, false",
        "9, 9, 0, false",
        "8, 9, 0, true",
        "9, 8, 0, false"
    })
    void dropIsComparedExactly(int passed, int others, double allowed, boolean lower) {
        assertThat(Rates.isLower(runs(passed), runs(others), allowed)).isEqualTo(lower);
    }

    private static RunTotals runs(int passed) {
        return new RunTotals(
                1, 0, Map.of(TestRunStatus.PASSED, passed, TestRunStatus.FAILED, 10 - passed), 0, Map.of(), null);
    }
}
