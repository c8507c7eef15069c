package io.github.telnyxreactive.webflux.observation;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.call.PoolStatistics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Publishes the state of the connection pool in the gauges {@code telnyx.client.pool.*}. */
@Component
final class PoolMetrics implements MeterBinder {

    private final TelnyxClient client;

    PoolMetrics(TelnyxClient client) {
        this.client = client;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "acquired", "Connections in use", PoolStatistics::acquired);
        gauge(registry, "idle", "Idle connections", PoolStatistics::idle);
        gauge(registry, "pending", "Requests waiting for a connection", PoolStatistics::pending);
        gauge(registry, "max", "Maximum number of connections", PoolStatistics::max);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToIntFunction<PoolStatistics> value) {
        Gauge.builder("telnyx.client.pool." + name, client, pooled -> value.applyAsInt(pooled.pool()))
                .description(description)
                .register(registry);
    }
}
