package io.github.telnyxreactive.internal.transport;

import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider.MeterRegistrar;

/**
 * Sums up the metrics of the pools: one for each address that the host has resolved to, and with HTTP/2 another one for
 * the streams of its connections.
 */
final class PoolRegistrar implements MeterRegistrar {

    private static final String OF_STREAMS = "http2.";

    private final Map<Key, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

    @Override
    public void registerMetrics(
            String poolName, String id, SocketAddress remoteAddress, ConnectionPoolMetrics metrics) {
        pools.put(new Key(poolName, id, remoteAddress), metrics);
    }

    @Override
    public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
        pools.remove(new Key(poolName, id, remoteAddress));
    }

    /** Returns the number of connections that the pools of connections have handed out. */
    int acquired() {
        return sum(false, ConnectionPoolMetrics::acquiredSize);
    }

    int idle() {
        return sum(false, ConnectionPoolMetrics::idleSize);
    }

    /** Returns the number of requests that wait for a connection or a stream. */
    int pending() {
        return sum(false, ConnectionPoolMetrics::pendingAcquireSize)
                + sum(true, ConnectionPoolMetrics::pendingAcquireSize);
    }

    private int sum(boolean ofStreams, ToIntFunction<ConnectionPoolMetrics> size) {
        return pools.entrySet().stream()
                .filter(pool -> pool.getKey().poolName().startsWith(OF_STREAMS) == ofStreams)
                .mapToInt(pool -> size.applyAsInt(pool.getValue()))
                .sum();
    }

    /** Both kinds of pools are registered under the same id. */
    private record Key(String poolName, String id, SocketAddress remoteAddress) {}
}
