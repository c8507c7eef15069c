package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.Percentage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateRequestTest {

    private static GateRequestBuilder request() {
        return GateRequest.builder("a", "v", List.of("checkout"));
    }

    @Test
    void byDefaultRequiresEveryRunToPassAndPromotes() {
        GateRequest request = request().build();

        assertThat(request.minPassRate()).isEqualTo(Percentage.ALL);
        assertThat(request.baseline()).isEqualTo(Baseline.main());
        assertThat(request.maxPassRateDrop()).isEqualTo(Percentage.ZERO);
        assertThat(request.repeats()).isEqualTo(1);
        assertThat(request.passRule()).isNull();
        assertThat(request.minRuns()).isEqualTo(1);
        assertThat(request.confidence()).isEqualTo(Percentage.of(95));
        assertThat(request.allowInsignificantDrop()).isFalse();
        assertThat(request.batch()).isNull();
        assertThat(request.action()).isEqualTo(GateAction.promote());
        assertThat(request.decideOnly()).isFalse();
    }

    @Test
    void ignoresDuplicateSuites() {
        assertThat(request().suites(List.of("b", "a", "b")).build().suites()).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void rejectsNumbersBelowOne(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().repeats(number).build())
                .withMessage("repeats must be at least 1: " + number);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().minRuns(number).build())
                .withMessage("minRuns must be at least 1: " + number);
    }

    @Test
    void rejectsAPassRuleForAnotherNumberOfRuns() {
        assertThat(request().passRule(PassRule.of(2, 3)).repeats(3).build().passRule())
                .hasToString("2 of 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().passRule(PassRule.of(2, 3)).build())
                .withMessage("a pass rule of 2 of 3 needs 3 repeats: 1");
        assertThatIllegalArgumentException().isThrownBy(() -> PassRule.of(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> PassRule.of(4, 3));
    }

    @Test
    void rejectsTheCandidateAsItsOwnBaseline() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().baseline(Baseline.version("v")).build())
                .withMessage("the baseline is the candidate itself: v");
        assertThatIllegalArgumentException().isThrownBy(() -> Baseline.version(" "));
    }

    @Test
    void rejectsAConfidenceThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().confidence(Percentage.ZERO).build())
                .withMessageContaining("confidence must be above 0 % and below 100 %");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().confidence(Percentage.ALL).build());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100, Double.NaN})
    void rejectsCanaryPercentagesOutOfRange(double percentage) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GateAction.canary(percentage))
                .withMessageContaining("percentage must be above 0 and below 100");
    }

    @Test
    void rejectsMissingValues() {
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
}
