package io.github.telnyxreactive.benchmarks.endtoend;

import static io.netty.handler.ssl.ApplicationProtocolNames.HTTP_1_1;
import static io.netty.handler.ssl.ApplicationProtocolNames.HTTP_2;

import io.github.telnyxreactive.benchmarks.candidate.Protocol;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/**
 * The pipelines of a server's connections. Over TLS each offers one protocol only, so that no candidate is measured with
 * another.
 */
final class ServerPipelines {

    private static final int MAX_REQUEST_BYTES = 64 * 1024;
    private static final int MAX_CONCURRENT_STREAMS = 256;

    private final X509Bundle bundle = selfSigned();

    private static X509Bundle selfSigned() {
        try {
            return new CertificateBuilder()
                    .subject("CN=localhost")
                    .addSanIpAddress("127.0.0.1")
                    .setIsCertificateAuthority(true)
                    .ecp256()
                    .buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException("the certificate could not be created", e);
        }
    }

    X509Certificate certificate() {
        return bundle.getCertificate();
    }

    /**
     * Returns what initializes a connection.
     *
     * @param protocol the protocol
     * @param responder creates the handler that receives full requests, for each connection or, over HTTP/2, stream
     */
    ChannelHandler of(Protocol protocol, Supplier<ChannelHandler> responder) {
        return switch (protocol) {
            case CLEARTEXT -> initializer(pipeline -> addHttp11(pipeline, responder));
            case TLS -> secure(HTTP_1_1, pipeline -> addHttp11(pipeline, responder));
            case H2 -> secure(HTTP_2, pipeline -> addHttp2(pipeline, responder));
        };
    }

    private static void addHttp11(ChannelPipeline pipeline, Supplier<ChannelHandler> responder) {
        pipeline.addLast(new HttpServerCodec(), new HttpObjectAggregator(MAX_REQUEST_BYTES), responder.get());
    }

    private static void addHttp2(ChannelPipeline pipeline, Supplier<ChannelHandler> responder) {
        pipeline.addLast(
                Http2FrameCodecBuilder.forServer()
                        .initialSettings(Http2Settings.defaultSettings().maxConcurrentStreams(MAX_CONCURRENT_STREAMS))
                        .build(),
                new Http2MultiplexHandler(initializer(stream -> stream.addLast(
                        new Http2StreamFrameToHttpObjectCodec(true),
                        new HttpObjectAggregator(MAX_REQUEST_BYTES),
                        responder.get()))));
    }

    private ChannelHandler secure(String offered, Pipeline handlers) {
        SslContext context = context(offered);
        return initializer(pipeline -> pipeline.addLast(
                context.newHandler(pipeline.channel().alloc()), new ApplicationProtocolNegotiationHandler(HTTP_1_1) {
                    @Override
                    protected void configurePipeline(ChannelHandlerContext connection, String agreed) {
                        if (agreed.equals(offered)) {
                            handlers.addTo(connection.pipeline());
                        } else {
                            connection.close();
                        }
                    }
                }));
    }

    /** Returns a context of TLS that offers one protocol. */
    SslContext context(String offered) {
        try {
            return SslContextBuilder.forServer(bundle.getKeyPair().getPrivate(), bundle.getCertificate())
                    .sslProvider(SslProvider.JDK)
                    .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            ApplicationProtocolConfig.Protocol.ALPN,
                            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                            offered))
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    private static ChannelHandler initializer(Pipeline handlers) {
        return new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                handlers.addTo(channel.pipeline());
            }
        };
    }

    /** Adds handlers. */
    private interface Pipeline {
        void addTo(ChannelPipeline pipeline);
    }
}
