package io.github.telnyxreactive.webflux.observation;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.call.PoolStatistics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Shows how the connections of the client are used, in the gauges {@code telnyx.client.pool.*}. */
@Component
final class PoolMetrics implements MeterBinder {

    private final TelnyxClient client;

    PoolMetrics(TelnyxClient client) {
        this.client = client;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "acquired", "Connections that serve a request", PoolStatistics::acquired);
        gauge(registry, "idle", "Connections that wait for a request", PoolStatistics::idle);
        gauge(registry, "pending", "Requests that wait for a connection", PoolStatistics::pending);
        gauge(registry, "max", "Connections that there can be", PoolStatistics::max);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToIntFunction<PoolStatistics> value) {
        Gauge.builder("telnyx.client.pool." + name, client, pooled -> value.applyAsInt(pooled.pool()))
                .description(description)
                .register(registry);
    }
}
