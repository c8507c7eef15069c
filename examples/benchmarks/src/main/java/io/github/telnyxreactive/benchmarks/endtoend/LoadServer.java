package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.Samples;
import io.github.telnyxreactive.benchmarks.candidate.Protocol;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Responds from memory, as fast as Netty writes or after a delay. As a program it listens on one port per delay, then on one for
 * HTTP/1.1 over TLS and on one for HTTP/2. It prints the ports and its certificate, and terminates at the end of its standard
 * input.
 */
public final class LoadServer implements AutoCloseable {

    static final int TESTS_PER_PAGE = 100;
    static final int UNPAGED_ASSISTANTS = 5_000;

    private static final int BACKLOG = 16_384;

    private final ByteBuf assistant = keep(Samples.ASSISTANT.json(42));
    private final ByteBuf run = keep(Samples.RUN.json(42));
    private final ByteBuf assistants = keep(Samples.ASSISTANT.list(UNPAGED_ASSISTANTS));
    private final ByteBuf[] tests;
    private final ServerPipelines pipelines = new ServerPipelines();
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    LoadServer(Size size) {
        tests = new ByteBuf[size.tests() / TESTS_PER_PAGE];
        for (int i = 0; i < tests.length; i++) {
            tests[i] = keep(Samples.TEST.page(i + 1, TESTS_PER_PAGE, tests.length));
        }
    }

    private static ByteBuf keep(byte[] json) {
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer(json.length).writeBytes(json));
    }

    /**
     * Serves until the standard input ends.
     *
     * @param delays the delays in milliseconds, for each of which a port is opened
     * @throws IOException if the standard input cannot be read
     */
    public static void main(String[] delays) throws IOException {
        LoadServer server = new LoadServer(Size.FULL);
        for (String delay : delays) {
            System.out.print(server.listen(Protocol.CLEARTEXT, Duration.ofMillis(Long.parseLong(delay))) + " ");
        }
        System.out.print(server.listen(Protocol.TLS, Duration.ZERO) + " ");
        System.out.print(server.listen(Protocol.H2, Duration.ZERO) + " ");
        System.out.println(Certificates.encode(server.certificate()));
        if (System.in.read() < 0) {
            server.close();
        }
    }

    /** Returns the certificate of the ports with TLS. */
    X509Certificate certificate() {
        return pipelines.certificate();
    }

    /** Opens a port and returns its number. */
    int listen(Protocol protocol, Duration delay) {
        Channel channel = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(pipelines.of(protocol, () -> new Responder(delay)))
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private final class Responder extends SimpleChannelInboundHandler<FullHttpRequest> {

        private final Duration delay;

        Responder(Duration delay) {
            this.delay = delay;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            HttpMethod method = request.method();
            String uri = request.uri();
            if (delay.isZero()) {
                respond(context, method, uri);
            } else {
                context.executor()
                        .schedule(() -> respond(context, method, uri), delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void respond(ChannelHandlerContext context, HttpMethod method, String uri) {
            boolean triggered = method.equals(HttpMethod.POST);
            DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    triggered ? HttpResponseStatus.CREATED : HttpResponseStatus.OK,
                    body(uri).duplicate());
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .set("x-request-id", "f3c1a2b4-0d9e-4a57-9c1e-6b7d8e9fa0b1")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }

        private ByteBuf body(String uri) {
            if (uri.contains("/runs")) {
                return run;
            }
            if (!uri.contains("/tests")) {
                return uri.contains("/assistants/") ? assistant : assistants;
            }
            List<String> number = new QueryStringDecoder(uri).parameters().getOrDefault("page[number]", List.of("1"));
            return tests[Integer.parseInt(number.get(0)) - 1];
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            // A client that disconnects does not fail the measurement; the candidates count their own failures.
            context.close();
        }
    }
}
