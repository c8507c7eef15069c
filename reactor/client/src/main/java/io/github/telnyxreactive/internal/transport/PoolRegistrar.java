package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.call.PoolStatistics;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider.MeterRegistrar;

/** Sums up the metrics of the pools, one for each address that the host has resolved to. */
final class PoolRegistrar implements MeterRegistrar {

    private final Map<String, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

    @Override
    public void registerMetrics(
            String poolName, String id, SocketAddress remoteAddress, ConnectionPoolMetrics metrics) {
        pools.put(id + " " + remoteAddress, metrics);
    }

    @Override
    public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
        pools.remove(id + " " + remoteAddress);
    }

    PoolStatistics statistics(int max) {
        return new PoolStatistics(
                sum(ConnectionPoolMetrics::acquiredSize),
                sum(ConnectionPoolMetrics::idleSize),
                sum(ConnectionPoolMetrics::pendingAcquireSize),
                max);
    }

    private int sum(ToIntFunction<ConnectionPoolMetrics> size) {
        return pools.values().stream().mapToInt(size).sum();
    }
}
