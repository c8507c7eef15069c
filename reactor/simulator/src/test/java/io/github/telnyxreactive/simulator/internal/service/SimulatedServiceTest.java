package io.github.telnyxreactive.simulator.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.operation.Catalogue;
import io.github.telnyxreactive.simulator.internal.store.Modes;
import io.github.telnyxreactive.simulator.internal.store.Outcomes;
import io.github.telnyxreactive.simulator.internal.store.RunPlan;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedServiceTest {

    @Test
    void everyOperationHasAHandler() {
        RunPlan plan = new RunPlan(Duration.ZERO, Duration.ZERO, new Outcomes(1, 0, 0), Map.of());
        ServiceSettings settings =
                new ServiceSettings("KEY-secret", 0, plan, Set.of(), false, false, Modes.NONE, InstantSource.system());

        SimulatedService service = new SimulatedService(settings, new SeededRandom(0));

        assertThat(service.endpoints()).containsExactlyInAnyOrderElementsOf(Catalogue.endpoints());
        assertThat(settings).asString().doesNotContain("KEY-secret");
    }
}
