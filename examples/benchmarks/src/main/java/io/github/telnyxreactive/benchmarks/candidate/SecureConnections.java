package io.github.telnyxreactive.benchmarks.candidate;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.ssl.SslContextBuilder;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver.State;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/** Gives the other candidates on Reactor Netty the TLS and the HTTP/2 of this project's client. */
final class SecureConnections {

    /** The default of this client. */
    private static final long MAX_HEADER_SIZE = 64 * 1024;

    private SecureConnections() {}

    /** Returns the client with the protocol of the target. */
    static HttpClient of(HttpClient client, Target target) {
        if (!target.secure()) {
            return client;
        }
        boolean http2 = target.protocol() == Protocol.H2;
        GenericSslContextSpec<SslContextBuilder> context =
                http2 ? Http2SslContextSpec.forClient() : Http11SslContextSpec.forClient();
        context.configure(builder -> builder.trustManager(target.trust()));
        HttpClient secure = client.secure(spec -> spec.sslContext(context));
        return http2
                ? secure.protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                        .http2Settings(settings -> settings.maxHeaderListSize(MAX_HEADER_SIZE))
                        .observe(SecureConnections::enlargeWindow)
                : secure.protocol(HttpProtocol.HTTP11);
    }

    private static void enlargeWindow(Connection connection, State state) {
        Channel channel = connection.channel();
        if (state == State.CONNECTED && channel.pipeline().get(Http2FrameCodec.class) != null) {
            channel.writeAndFlush(
                    new DefaultHttp2WindowUpdateFrame(Integer.MAX_VALUE - Http2CodecUtil.DEFAULT_WINDOW_SIZE));
        }
    }
}
