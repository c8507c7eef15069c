package io.github.telnyxreactive.internal.transport;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Allows the lock of Jackson's cache of deserializers, for applications that use BlockHound. Jackson examines each type when
 * it is read for the first time, one type after another. A thread that waits for that would do the same work otherwise.
 */
public final class FirstReadsIntegration implements BlockHoundIntegration {

    /** Creates the integration, which {@code META-INF/services} names. */
    public FirstReadsIntegration() {}

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
    }
}
