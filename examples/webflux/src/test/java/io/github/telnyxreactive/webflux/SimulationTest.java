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
import reactor.core.publisher.Mono;

class SimulationTest {

    private static final String LIST = "assistants.tests.list";
    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";

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
    void closingTheServiceEndsPlansAndTriggersInFlight() {
        Service service = Service.start("telnyx.batches.shutdown=1ms");
        // Requested now, because a closed registry creates no meters.
        MeterRegistry meters = service.bean(MeterRegistry.class);
        Timer plans = meters.timer("telnyx.client.calls", "operation", LIST, "outcome", "cancelled");
        Timer triggers = meters.timer("telnyx.client.calls", "operation", TRIGGER, "outcome", "cancelled");
        Simulator simulator = service.bean(Simulator.class);
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.latency(Duration.ofHours(1))));
        post(service).block();
        Service.await(() -> simulator.requestCount(TRIGGER) == 1);
        simulator.inject(FaultRule.on(LIST).inject(Fault.latency(Duration.ofHours(1))));
        int before = simulator.requestCount(LIST);
        Mono<Integer> refused = post(service).cache();
        refused.subscribe();
        Service.await(() -> simulator.requestCount(LIST) > before);

        service.close();

        assertThat(refused.block()).isEqualTo(503);
        assertThat(plans.count()).isEqualTo(1);
        assertThat(triggers.count()).isEqualTo(1);
    }

    /** Starts a batch, and returns the status of the response. */
    private static Mono<Integer> post(Service service) {
        return service.streams()
                .post()
                .uri("/batches")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"suites\":[\"checkout\"]}")
                .exchangeToMono(response ->
                        response.releaseBody().thenReturn(response.statusCode().value()));
    }

    @Test
    void apiKeyIsRedacted() {
        TelnyxProperties properties =
                new TelnyxProperties("KEY-secret", "", null, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), 1);

        assertThat(properties.toString()).doesNotContain("KEY-secret").contains("[redacted]");
    }
}
