package io.github.telnyxreactive.internal.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Tells an attempt what Reactor Netty does not tell about its HTTP/2 stream: that the server has not processed the
 * request. Passes over interim responses, too.
 */
final class StreamGuard extends ChannelInboundHandlerAdapter {

    private final Attempt<?> attempt;
    private int interimResponses;

    StreamGuard(Attempt<?> attempt) {
        this.attempt = attempt;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        // Netty fires a GOAWAY on the streams above the last one that the server has processed, and on no others.
        if (event instanceof Http2GoAwayFrame
                || event instanceof Http2ResetFrame reset && reset.errorCode() == Http2Error.REFUSED_STREAM.code()) {
            attempt.onUnprocessed();
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        Throwable failure = ConnectionFailure.of(context.channel().parent());
        if (failure != null) {
            context.fireExceptionCaught(failure);
        }
        super.channelInactive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (ResponseGuard.isUnwanted(attempt)) {
            ReferenceCountUtil.release(message);
            context.close();
            return;
        }
        if (!ResponseGuard.isInterim(message)) {
            super.channelRead(context, message);
            return;
        }
        ReferenceCountUtil.release(message);
        interimResponses++;
        if (interimResponses > ResponseGuard.MAX_INTERIM_RESPONSES) {
            context.close();
        } else {
            context.read();
        }
    }
}
