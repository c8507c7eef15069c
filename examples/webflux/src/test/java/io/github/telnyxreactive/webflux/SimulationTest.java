package io.github.telnyxreactive.webflux;

import static io.github.telnyxreactive.webflux.Service.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.webflux.client.TelnyxProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class SimulationTest {

    @Test
    void simulatorReplacesTelnyxWithoutAnApiKeyAndStopsWithTheService() {
        Simulator simulator;
        TelnyxClient telnyx;
        try (Service service = Service.start()) {
            simulator = service.bean(Simulator.class);
            telnyx = service.bean(TelnyxClient.class);
            assertThat(json(service.client().get().uri("/info").exchange())
                            .get("simulated")
                            .asBoolean())
                    .isTrue();
            assertThat(json(service.client().get().uri("/suites").exchange()))
                    .extracting(suite -> suite.get("name").asString())
                    .containsExactly("checkout", "onboarding", "refunds", "support");
            assertThat(json(service.client().get().uri("/assistants").exchange()))
                    .hasSize(4);
        }

        assertThat(telnyx.isClosed()).isTrue();
        URI address = URI.create(simulator.baseUrl());
        assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void closingTheServiceCancelsBatches() {
        Service service = Service.start();
        // Requested now, because a closed registry creates no meters.
        Timer cancelled = service.bean(MeterRegistry.class)
                .timer("telnyx.client.calls", "operation", "assistants.tests.list", "outcome", "cancelled");
        Simulator simulator = service.bean(Simulator.class);
        simulator.inject(FaultRule.on("assistants.tests.list").inject(Fault.latency(Duration.ofSeconds(60))));
        json(service.client()
                .post()
                .uri("/batches")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"suites\":[\"checkout\"]}")
                .exchange()
                .expectStatus()
                .isCreated());
        Service.await(() -> simulator.requestCount("assistants.tests.list") == 1);

        service.close();

        assertThat(cancelled.count()).isEqualTo(1);
    }

    @Test
    void apiKeyIsRedacted() {
        TelnyxProperties properties =
                new TelnyxProperties("KEY-secret", "", null, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), 1);

        assertThat(properties.toString()).doesNotContain("KEY-secret").contains("[redacted]");
    }
}
