package io.github.telnyxreactive.webflux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import org.junit.jupiter.api.Test;

/** A service whose deadline is too short for others to be tested with it. */
class DeadlineTest {

    @Test
    void respondsWithAProblemIfTelnyxDoesNotRespondInTime() {
        try (Simulator simulator = Simulator.builder().apiKey(CatalogueTest.KEY).start();
                Service service = Service.against(simulator, "telnyx.max-attempts=1", "telnyx.deadline=100ms")) {
            simulator.inject(FaultRule.on("assistants.list").inject(Fault.silence()));

            // On a busy machine, the deadline may pass before the request is sent: only then is the outcome known.
            CatalogueTest.assertProblems(service.client(), 504, null, known -> {
                if (known) {
                    assertThat(simulator.requestCount()).isZero();
                }
                simulator.clearRequests();
            });
        }
    }
}
