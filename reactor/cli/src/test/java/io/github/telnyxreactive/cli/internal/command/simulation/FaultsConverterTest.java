package io.github.telnyxreactive.cli.internal.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.telnyxreactive.simulator.FaultRule;
import org.junit.jupiter.api.Test;

class FaultsConverterTest {

    @Test
    void mixtureHasTheRequestedRate() {
        FaultsConverter.Faults faults = new FaultsConverter().convert("mixed=0.25");

        double spared = faults.rules().stream()
                .map(FaultRule::toString)
                .mapToDouble(rule -> 1 - Double.parseDouble(rule.replaceAll(".*probability=([^,]+),.*", "$1")))
                .reduce(1, (one, other) -> one * other);
        assertThat(faults.rules()).hasSize(8);
        assertThat(spared).isCloseTo(0.75, within(1e-9));
    }
}
