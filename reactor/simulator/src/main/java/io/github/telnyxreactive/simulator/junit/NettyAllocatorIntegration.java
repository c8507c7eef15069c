package io.github.telnyxreactive.simulator.junit;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Tells BlockHound of locks in Netty's allocator that Netty's own integration leaves out. They are held for a few
 * instructions when the allocator grows under contention; taken for a blocking call, an allocation fails in the middle of a
 * write, and the answer never leaves.
 *
 * <p>BlockHound finds it where {@code META-INF/services} names it.
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
