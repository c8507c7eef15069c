package io.github.telnyxreactive.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.netty.resources.LoopResources;

/** Speaks HTTP/2 frame by frame, as a script says. */
final class Http2Server implements AutoCloseable {

    /** Called in the event loop of a connection, when a request has arrived completely. */
    interface Script {
        void onRequest(Stream stream);
    }

    final Queue<String> requests = new ConcurrentLinkedQueue<>();

    private final LoopResources loops = LoopResources.create("http2-server", 1, true);
    private final X509Bundle certificate;
    private final Channel channel;

    Http2Server(Http2Settings settings, Script script) throws Exception {
        certificate = new CertificateBuilder()
                .subject("CN=localhost")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true)
                .ecp256()
                .buildSelfSigned();
        SslContext tls = SslContextBuilder.forServer(
                        certificate.getKeyPair().getPrivate(), certificate.getCertificate())
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        ApplicationProtocolNames.HTTP_2))
                .build();
        channel = new ServerBootstrap()
                .group(loops.onServerSelect(false), loops.onServer(false))
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection
                                .pipeline()
                                .addLast(
                                        tls.newHandler(connection.alloc()),
                                        Http2FrameCodecBuilder.forServer()
                                                .initialSettings(settings)
                                                .encoderIgnoreMaxHeaderListSize(true)
                                                .build(),
                                        new Requests(script));
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
    }

    TelnyxClientBuilder client() throws Exception {
        return Clients.to("https://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort())
                .trustManager(Clients.trusting(certificate.getCertificate()));
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }

    private final class Requests extends ChannelInboundHandlerAdapter {

        private final Script script;

        Requests(Script script) {
            this.script = script;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) {
            if (frame instanceof Http2HeadersFrame head) {
                requests.add(head.headers().method() + " " + head.headers().path());
                if (head.isEndStream()) {
                    script.onRequest(new Stream(context, head.stream()));
                }
            } else if (frame instanceof Http2DataFrame data && data.isEndStream()) {
                script.onRequest(new Stream(context, data.stream()));
            }
            ReferenceCountUtil.release(frame);
        }
    }

    /** The stream of one request. */
    record Stream(ChannelHandlerContext connection, Http2FrameStream stream) {

        int id() {
            return stream.id();
        }

        void interim(int status) {
            connection.write(new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status(Integer.toString(status)))
                    .stream(stream));
        }

        void begin() {
            begin(new DefaultHttp2Headers());
        }

        private void begin(Http2Headers headers) {
            connection.writeAndFlush(
                    new DefaultHttp2HeadersFrame(headers.status("200").set("content-type", "application/json"))
                            .stream(stream));
        }

        void respond(String json) {
            respond(new DefaultHttp2Headers(), json);
        }

        void respond(Http2Headers headers, String json) {
            begin(headers);
            connection.writeAndFlush(
                    new DefaultHttp2DataFrame(Unpooled.copiedBuffer(json, UTF_8), true).stream(stream));
        }

        void refuse() {
            connection.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.REFUSED_STREAM).stream(stream));
        }

        void reset() {
            connection.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR).stream(stream));
        }

        /** Says that streams above an id are not processed, and leaves the socket open. */
        void goAway(int lastStream) {
            ChannelHandlerContext codec = connection.pipeline().context(Http2FrameCodec.class);
            ((Http2FrameCodec) codec.handler())
                    .encoder()
                    .frameWriter()
                    .writeGoAway(
                            codec, lastStream, Http2Error.NO_ERROR.code(), Unpooled.EMPTY_BUFFER, codec.newPromise());
            codec.flush();
        }
    }
}
