package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.internal.model.GenerateBuilder;
import java.time.Duration;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The options of the connections of a client.
 *
 * @param baseUrl the base URL: the origin that the key is sent to, and the prefix of the path of every operation
 * @param maxConnections the maximum number of open connections
 * @param maxPendingAcquires the maximum number of requests that wait for a connection
 * @param acquireTimeout how long a request waits for a connection
 * @param connectTimeout how long establishing a connection may take
 * @param maxIdleTime how long an idle connection is kept
 * @param maxLifeTime the maximum lifetime of a connection
 * @param maxLifeTimeVariance by how many percent the lifetime varies, from 0 to 100, so that connections do not all
 *     expire at once
 * @param evictionInterval how often expired connections are closed
 * @param compression whether compressed responses are accepted
 * @param http2 whether HTTP/2 is offered over TLS
 * @param maxResponseBytes the maximum size of a response that is read as a whole or of no interest, of each element of
 *     a list, and of each event of a stream, after decompression
 * @param maxUnreadBytes how much of a page is read ahead of demand, so that its connection comes free
 * @param maxHeaderSize the maximum size of the head of a response, in bytes
 * @param trust the trusted certificates, {@code null} for those that the JVM trusts
 */
@GenerateBuilder
public record TransportOptions(
        BaseUrl baseUrl,
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
        int maxUnreadBytes,
        int maxHeaderSize,
        @Nullable TrustManagerFactory trust) {

    /** The base URL of the service. */
    public static final BaseUrl SERVICE = BaseUrl.parse("https://api.telnyx.com/v2");

    /** Checks the values. */
    public TransportOptions {
        requirePositive(maxConnections, "maxConnections");
        requirePositive(maxPendingAcquires, "maxPendingAcquires");
        requirePositive(acquireTimeout.toMillis(), "acquireTimeout");
        requirePositive(connectTimeout.toMillis(), "connectTimeout");
        requirePositive(maxIdleTime.toMillis(), "maxIdleTime");
        requirePositive(maxLifeTime.toMillis(), "maxLifeTime");
        requirePositive(evictionInterval.toMillis(), "evictionInterval");
        requirePositive(maxResponseBytes, "maxResponseBytes");
        if (maxUnreadBytes < 0) {
            throw new IllegalArgumentException("maxUnreadBytes must not be less than zero");
        }
        requirePositive(maxHeaderSize, "maxHeaderSize");
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
     * Returns the default options.
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
                256 * 1024,
                64 * 1024,
                null);
    }

    /**
     * Returns a builder with the values of these options.
     *
     * @return a new builder
     */
    public TransportOptionsBuilder toBuilder() {
        return TransportOptionsBuilder.builder(this);
    }
}
