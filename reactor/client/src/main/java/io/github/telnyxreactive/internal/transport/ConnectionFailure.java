package io.github.telnyxreactive.internal.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/** Keeps why a connection of HTTP/2 has failed, for its streams: Netty only closes them. */
@Sharable
final class ConnectionFailure extends ChannelInboundHandlerAdapter {

    static final ConnectionFailure INSTANCE = new ConnectionFailure();

    private static final AttributeKey<Throwable> REASON = AttributeKey.valueOf(ConnectionFailure.class, "reason");

    private ConnectionFailure() {}

    /** Returns why a connection has failed, {@code null} if it has not. */
    static @Nullable Throwable of(Channel connection) {
        return connection.attr(REASON).get();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
        context.channel().attr(REASON).setIfAbsent(cause);
        super.exceptionCaught(context, cause);
    }
}
