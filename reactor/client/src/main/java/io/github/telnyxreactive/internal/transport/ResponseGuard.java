package io.github.telnyxreactive.internal.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.ChannelOperations;

/**
 * Keeps the responses of an HTTP/1.1 connection apart, which Reactor Netty takes for granted: passes over interim
 * responses, and closes the connection instead of using it again if there are bytes behind the end of a response, or if
 * one cannot be decoded.
 *
 * <p>A whole response that arrives after the next request was written cannot be told from the response to that.
 */
final class ResponseGuard extends ChannelDuplexHandler {

    /** Ends whatever head has begun; a decoder that has not begun one skips it. */
    private static final ByteBuf END_OF_HEAD =
            Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII));

    /** More would keep the response timeout from passing. */
    static final int MAX_INTERIM_RESPONSES = 100;

    private @Nullable Attempt<?> attempt;
    private boolean awaiting;
    private boolean isSurplus;
    private boolean isInterim;
    private int interimResponses;
    private @Nullable LastHttpContent end;

    /** Sets whose response comes next. */
    void expect(Attempt<?> next) {
        attempt = next;
    }

    /**
     * Returns whether nobody is going to subscribe to a response. Reactor Netty would keep its content, and close the
     * connection when it learns of the cancellation, although another request may have it by then.
     */
    static boolean isUnwanted(@Nullable Attempt<?> attempt) {
        return attempt != null && attempt.isCancelled() && !attempt.hasResponse();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpRequest) {
            awaiting = true;
            interimResponses = 0;
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (!(message instanceof HttpObject)) {
            super.channelRead(context, message);
        } else if (isUnwanted(attempt)) {
            ReferenceCountUtil.release(message);
            context.close();
        } else if (!awaiting || end != null) {
            ReferenceCountUtil.release(message);
            isSurplus = true;
            if (end == null) {
                context.close();
            }
        } else if (isInterim || isInterim(message)) {
            passOver(context, message);
        } else if (message instanceof LastHttpContent last) {
            // What follows it in the same read shows whether the connection can be used again.
            end = last;
        } else {
            super.channelRead(context, message);
        }
    }

    /** Returns whether a message is the head of an interim response, which the response follows. */
    static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }

    private void passOver(ChannelHandlerContext context, Object message) {
        isInterim = !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
        if (isInterim) {
            return;
        }
        interimResponses++;
        if (interimResponses > MAX_INTERIM_RESPONSES) {
            context.close();
        } else {
            // Nothing else does, since nothing has arrived for those above.
            context.read();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        finish(context);
        super.channelReadComplete(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        finish(context);
        super.channelInactive(context);
    }

    private void finish(ChannelHandlerContext context) throws Exception {
        LastHttpContent last = end;
        if (last == null) {
            return;
        }
        ChannelHandlerContext codec = context.pipeline().context(HttpClientCodec.class);
        if (codec != null && !isSurplus && context.channel().isActive()) {
            // A part of a head is left in the decoder, and would begin the next response.
            ((HttpClientCodec) codec.handler()).channelRead(codec, END_OF_HEAD.duplicate());
        }
        if (isSurplus || isUnwanted(attempt)) {
            ChannelOperations<?, ?> operations = ChannelOperations.get(context.channel());
            if (operations != null) {
                operations.markPersistent(false);
            }
        }
        end = null;
        awaiting = false;
        if (isUnwanted(attempt)) {
            last.release();
            last = LastHttpContent.EMPTY_LAST_CONTENT;
        }
        attempt = null;
        context.fireChannelRead(last);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
        super.exceptionCaught(context, cause);
        if (cause instanceof DecoderException) {
            // Otherwise a connection whose response cannot be decompressed is never given back to the pool.
            context.close();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        ReferenceCountUtil.release(end);
        end = null;
    }
}
