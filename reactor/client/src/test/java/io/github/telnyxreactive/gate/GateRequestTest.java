package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

        assertThat(request.minPassRate()).isEqualTo(1);
        assertThat(request.maxPassRateDrop()).isZero();
        assertThat(request.batch()).isNull();
        assertThat(request.action()).isEqualTo(GateAction.promote());
        assertThat(request.dryRun()).isFalse();
    }

    @Test
    void ignoresDuplicateSuites() {
        assertThat(request().suites(List.of("b", "a", "b")).build().suites()).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void rejectsRatesOutOfRange(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().minPassRate(rate).build())
                .withMessageContaining("minPassRate must be from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().maxPassRateDrop(rate).build())
                .withMessageContaining("maxPassRateDrop must be from 0 to 1");
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
