package io.github.telnyxreactive.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.benchmarks.Samples;
import io.github.telnyxreactive.benchmarks.candidate.Candidate;
import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import io.github.telnyxreactive.benchmarks.candidate.Protocol;
import io.github.telnyxreactive.benchmarks.candidate.Target;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that the comparison is fair: over HTTP/2 the other candidates have the settings and windows of this project's client. */
class Http2SettingsTest {

    private final ServerPipelines pipelines = new ServerPipelines();
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Queue<Settings> received = new ConcurrentLinkedQueue<>();
    private int port;

    @BeforeEach
    void listen() {
        SslContext tls = pipelines.context(ApplicationProtocolNames.HTTP_2);
        Channel channel = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection
                                .pipeline()
                                .addLast(
                                        tls.newHandler(connection.alloc()),
                                        Http2FrameCodecBuilder.forServer().build(),
                                        new Recorder());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
        port = ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @AfterEach
    void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private Settings settingsOf(Candidates kind) {
        Target target = new Target(Service.OVER_H2.baseUrl(port), 1, 1, "key", Protocol.H2, pipelines.certificate());
        try (Candidate candidate = kind.create(target)) {
            new ClosedLoop(candidate::assistant, 1).run(1);
        }
        return received.remove();
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOOR", "WEB_CLIENT"})
    void candidateHasTheSettingsOfThisClient(Candidates other) {
        Settings expected = settingsOf(Candidates.TELNYX);

        assertThat(settingsOf(other)).isEqualTo(expected);
    }

    /**
     * What a client has told the server when its first request arrives.
     *
     * @param settings its settings
     * @param connectionWindow what the server may send over the connection
     * @param streamWindow what the server may send as the response
     */
    private record Settings(Http2Settings settings, int connectionWindow, int streamWindow) {}

    private final class Recorder extends ChannelInboundHandlerAdapter {

        private Http2Settings settings = new Http2Settings();

        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) {
            if (frame instanceof Http2SettingsFrame sent) {
                settings = sent.settings();
            } else if (frame instanceof Http2HeadersFrame head) {
                Http2Connection connection =
                        context.pipeline().get(Http2FrameCodec.class).connection();
                Http2RemoteFlowController windows = connection.remote().flowController();
                received.add(new Settings(
                        settings,
                        windows.windowSize(connection.connectionStream()),
                        windows.windowSize(connection.stream(head.stream().id()))));
                context.write(new DefaultHttp2HeadersFrame(
                                new DefaultHttp2Headers().status("200").set("content-type", "application/json"))
                        .stream(head.stream()));
                context.writeAndFlush(
                        new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(Samples.ASSISTANT.json(42)), true)
                                .stream(head.stream()));
            }
            ReferenceCountUtil.release(frame);
        }
    }
}
