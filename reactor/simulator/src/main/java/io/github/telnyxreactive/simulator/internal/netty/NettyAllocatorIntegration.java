package io.github.telnyxreactive.simulator.internal.netty;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Allows the locks in Netty's adaptive allocator that Netty's own BlockHound integration does not allow. They are held
 * for a few instructions when the allocator grows under contention. Reported as blocking calls, they would make an
 * allocation fail in the middle of a write, and the response would never be sent.
 *
 * <p>It must be registered in {@code META-INF/services}.
 */
public final class NettyAllocatorIntegration implements BlockHoundIntegration {

    private static final String ALLOCATOR = "io.netty.buffer.AdaptivePoolingAllocator";

    /** Creates the integration. */
    public NettyAllocatorIntegration() {}

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(ALLOCATOR + "$MagazineGroup", "tryExpandMagazines")
                .allowBlockingCallsInside(ALLOCATOR + "$MagazineGroup", "free")
                .allowBlockingCallsInside(ALLOCATOR + "$Magazine", "free")
                .allowBlockingCallsInside(ALLOCATOR, "free");
    }
}
