package io.github.telnyxreactive.internal.transport;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the connections of a client.
 *
 * @param baseUrl the origin that the key is sent to, and the path before every operation's
 * @param maxConnections how many connections are held at the most
 * @param maxPendingAcquires how many requests may wait for one
 * @param acquireTimeout how long a request waits for one
 * @param connectTimeout how long making one may take
 * @param maxIdleTime how long one is kept without being used
 * @param maxLifeTime how long one is kept at all
 * @param maxLifeTimeVariance by how many percent that is varied, 0 to 100, so that not all of them end at once
 * @param evictionInterval how often those that are past their time are looked for
 * @param compression whether answers may be compressed
 * @param http2 whether HTTP/2 is offered where TLS is used
 * @param maxResponseBytes how long an answer may be that is read as a whole, and each element of a list, after
 *     decompression
 * @param trust which certificates are trusted, {@code null} for those that the virtual machine trusts
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, addStaticBuilder = false)
public record TransportOptions(
        URI baseUrl,
        int maxConnections,
        int maxPendingAcquires,
        Duration acquireTimeout,
        Duration connectTimeout,
        Duration maxIdleTime,
        Duration maxLifeTime,
        double maxLifeTimeVariance,
        Duration evictionInterval,
        boolean compression,
        boolean http2,
        int maxResponseBytes,
        @Nullable TrustManagerFactory trust) {

    /** The address of the service. */
    public static final URI SERVICE = URI.create("https://api.telnyx.com/v2");

    /** Checks the settings. */
    public TransportOptions {
        requirePositive(maxConnections, "maxConnections");
        requirePositive(maxPendingAcquires, "maxPendingAcquires");
        requirePositive(acquireTimeout.toMillis(), "acquireTimeout");
        requirePositive(connectTimeout.toMillis(), "connectTimeout");
        requirePositive(maxIdleTime.toMillis(), "maxIdleTime");
        requirePositive(maxLifeTime.toMillis(), "maxLifeTime");
        requirePositive(evictionInterval.toMillis(), "evictionInterval");
        requirePositive(maxResponseBytes, "maxResponseBytes");
        if (!(maxLifeTimeVariance >= 0 && maxLifeTimeVariance <= 100)) {
            throw new IllegalArgumentException("maxLifeTimeVariance must be from 0 to 100: " + maxLifeTimeVariance);
        }
    }

    private static void requirePositive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be more than zero");
        }
    }

    /**
     * Returns the settings of a client that sets none.
     *
     * @return the defaults
     */
    public static TransportOptions defaults() {
        return new TransportOptions(
                SERVICE,
                512,
                16_384,
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(50),
                Duration.ofMinutes(10),
                10,
                Duration.ofSeconds(30),
                true,
                true,
                16 * 1024 * 1024,
                null);
    }
}
