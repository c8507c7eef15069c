package io.github.telnyxreactive.internal.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;

/** Sets up the connections of HTTP/2, each of which carries the streams of many calls. */
final class Http2Connections implements ConnectionObserver {

    /** The window that each connection begins with, and which only window updates can enlarge. */
    private static final int INITIAL_WINDOW = Http2CodecUtil.DEFAULT_WINDOW_SIZE;

    private static final String FAILURE = "telnyx.connectionFailure";

    private final AtomicInteger idle = new AtomicInteger();

    /** Returns the number of open connections without a stream, all of which the pool counts as acquired. */
    int idle() {
        return idle.get();
    }

    @Override
    public void onStateChange(Connection connection, State state) {
        if (state != State.CONNECTED) {
            return;
        }
        Channel channel = connection.channel();
        Http2FrameCodec codec = channel.pipeline().get(Http2FrameCodec.class);
        if (codec != null) {
            // A stream that nobody reads keeps its own window only, and not that of the others.
            channel.writeAndFlush(new DefaultHttp2WindowUpdateFrame(Integer.MAX_VALUE - INITIAL_WINDOW));
            connection.addHandlerLast(FAILURE, ConnectionFailure.INSTANCE);
            codec.connection().addListener(new Streams(channel, codec.connection()));
        }
    }

    /**
     * Watches the streams of a connection, in its event loop. Closes a connection that the server is leaving with its
     * last stream: the pool only forgets it.
     */
    private final class Streams extends Http2ConnectionAdapter {

        private final Channel channel;
        private final Http2Connection connection;
        private boolean isIdle;

        Streams(Channel channel, Http2Connection connection) {
            this.channel = channel;
            this.connection = connection;
            channel.closeFuture().addListener(closed -> countIdle(false));
            countIdle(connection.numActiveStreams() == 0);
        }

        private void countIdle(boolean nowIdle) {
            if (isIdle != nowIdle) {
                isIdle = nowIdle;
                idle.addAndGet(nowIdle ? 1 : -1);
            }
        }

        @Override
        public void onStreamActive(Http2Stream stream) {
            countIdle(false);
        }

        @Override
        public void onStreamClosed(Http2Stream stream) {
            countIdle(connection.numActiveStreams() == 0 && channel.isActive());
        }

        @Override
        public void onGoAwayReceived(int lastStreamId, long errorCode, ByteBuf debugData) {
            closeAfterTheLastStream();
        }

        @Override
        public void onStreamRemoved(Http2Stream stream) {
            closeAfterTheLastStream();
        }

        private void closeAfterTheLastStream() {
            if (connection.goAwayReceived() && connection.numActiveStreams() == 0) {
                // Later, because the streams above the last one that is processed are still to be told.
                channel.eventLoop().execute(channel::close);
            }
        }
    }
}
