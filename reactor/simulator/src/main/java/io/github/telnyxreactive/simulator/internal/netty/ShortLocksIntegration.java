package io.github.telnyxreactive.simulator.internal.netty;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Allows locks that are held for a few instructions and that the BlockHound integrations of Netty and Reactor do not
 * allow. Netty's adaptive allocator takes some when it grows under contention: reported as blocking calls, they would
 * make an allocation fail in the middle of a write, and the response would never be sent. The maintenance of a
 * connection pool takes another when it is cancelled. Jackson examines types that are read for the first time one after
 * another.
 *
 * <p>It must be registered in {@code META-INF/services}.
 */
public final class ShortLocksIntegration implements BlockHoundIntegration {

    private static final String ALLOCATOR = "io.netty.buffer.AdaptivePoolingAllocator";
    private static final String DESERIALIZERS = "tools.jackson.databind.deser.DeserializerCache";
    private static final String TIMERS = "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";

    /** Creates the integration. */
    public ShortLocksIntegration() {}

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(ALLOCATOR + "$MagazineGroup", "tryExpandMagazines")
                .allowBlockingCallsInside(ALLOCATOR + "$MagazineGroup", "free")
                .allowBlockingCallsInside(ALLOCATOR + "$Magazine", "free")
                .allowBlockingCallsInside(ALLOCATOR, "free")
                .allowBlockingCallsInside(TIMERS, "remove")
                .allowBlockingCallsInside(DESERIALIZERS, "_createAndCacheValueDeserializer");
    }
}
