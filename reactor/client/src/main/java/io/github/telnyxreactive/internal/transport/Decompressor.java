package io.github.telnyxreactive.internal.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;

/**
 * Decompresses responses under demand: what is not read yet is held as it has arrived. A compressed body that ends
 * early, although its framing is complete, is an error.
 *
 * <p>Netty's decompressor passes on at once what a buffer inflates to, and completes a body that ends early.
 */
final class Decompressor extends ChannelDuplexHandler {

    static final String NAME = "telnyx.decompressor";

    /** What a closed connection may leave behind, at least: a buffer of the network, inflated by a usual factor. */
    private static final int MIN_LEFT_BEHIND = 4 * 1024 * 1024;

    private final int maxBytes;
    private @Nullable Inflation inflation;
    private @Nullable LastHttpContent end;
    private boolean failed;
    private boolean emitting;
    private boolean wanted;
    private boolean held;
    private boolean inactive;

    /**
     * Creates the handler of a connection or a stream.
     *
     * @param maxBytes how many bytes of a body may inflate to nothing, and how much may be left to read of a connection
     *     that is closed
     */
    Decompressor(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds the handler to a stream of HTTP/2, unless compression is switched off. */
    static void addTo(Connection connection, TransportOptions options) {
        if (options.compression()) {
            connection.addHandlerLast(NAME, new Decompressor(options.maxResponseBytes()));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpResponse response) {
            failed = false;
            if (!(message instanceof FullHttpMessage)) {
                begin(response.headers());
            }
            wanted = false;
            super.channelRead(context, message);
        } else if (inflation != null && message instanceof HttpContent content) {
            feed(inflation, content);
            emit(context);
        } else if (failed) {
            ReferenceCountUtil.release(message);
        } else {
            super.channelRead(context, message);
        }
    }

    private void begin(HttpHeaders headers) {
        inflation = Inflation.of(headers.get(HttpHeaderNames.CONTENT_ENCODING), maxBytes);
        if (inflation != null) {
            headers.remove(HttpHeaderNames.CONTENT_ENCODING);
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
        }
    }

    private void feed(Inflation body, HttpContent content) {
        if (!(content instanceof LastHttpContent last)) {
            body.feed(content.content());
        } else if (last.decoderResult().isFailure()) {
            end = last;
        } else {
            end = last.trailingHeaders().isEmpty()
                    ? LastHttpContent.EMPTY_LAST_CONTENT
                    : last.replace(Unpooled.EMPTY_BUFFER);
            body.feed(last.content());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        super.channelReadComplete(context);
        if (inflation != null && wanted) {
            // What has arrived inflates to nothing yet.
            context.read();
        }
    }

    @Override
    public void read(ChannelHandlerContext context) throws Exception {
        wanted = true;
        if (emitting) {
            held = true;
            return;
        }
        emit(context);
        if (wanted || context.channel().config().isAutoRead()) {
            super.read(context);
        }
    }

    /** Passes pieces on while they are asked for. */
    private void emit(ChannelHandlerContext context) {
        if (emitting) {
            return;
        }
        emitting = true;
        try {
            long leftBehind = 0;
            Inflation body;
            while ((body = inflation) != null
                    && (inactive || wanted || context.channel().config().isAutoRead())) {
                ByteBuf piece = body.next(context.alloc());
                if (piece != null) {
                    leftBehind += piece.readableBytes();
                    pass(context, piece, leftBehind);
                } else if (end != null) {
                    complete(context, body, end);
                } else {
                    break;
                }
            }
        } catch (InflationException e) {
            fail(context, e);
        } finally {
            emitting = false;
        }
        if (held) {
            held = false;
            if (wanted) {
                // Perhaps by the next request, which has the connection as soon as the end of a response was passed on.
                context.read();
            }
        }
    }

    private void pass(ChannelHandlerContext context, ByteBuf piece, long leftBehind) {
        if (inactive && leftBehind > Math.max(maxBytes, MIN_LEFT_BEHIND)) {
            piece.release();
            throw new InflationException("more than " + maxBytes + " bytes were not read when the connection closed");
        }
        wanted = false;
        context.fireChannelRead(new DefaultHttpContent(piece));
    }

    private void complete(ChannelHandlerContext context, Inflation body, LastHttpContent last) {
        if (last.decoderResult().isSuccess() && !body.isComplete()) {
            throw new InflationException("the compressed body ends early");
        }
        end = null;
        close();
        wanted = false;
        context.fireChannelRead(last);
    }

    private void fail(ChannelHandlerContext context, InflationException reason) {
        close();
        failed = true;
        context.fireExceptionCaught(reason);
        // Otherwise the connection is never given back to the pool.
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        // The pipeline is taken apart behind this event, so that nothing can be held any longer.
        inactive = true;
        emit(context);
        super.channelInactive(context);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
        close();
        super.close(context, promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        close();
    }

    private void close() {
        if (inflation != null) {
            inflation.close();
            inflation = null;
        }
        ReferenceCountUtil.release(end);
        end = null;
    }
}
