/**
 * The client of the Telnyx AI Assistants API on Project Reactor and Reactor Netty.
 *
 * <p>Packages with {@code internal} in their name may change at any time.
 */
module io.github.telnyxreactive.client {
    requires transitive io.github.telnyxreactive.core;
    requires transitive org.reactivestreams;
    requires transitive reactor.core;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires java.xml;
    requires reactor.netty.core;
    requires reactor.netty.http;
    requires static reactor.blockhound;
    requires static transitive org.jspecify;

    // Reactor Netty, an automatic module, requires these without declaring it: the first three even over cleartext, the
    // others as soon as TLS is used.
    requires io.netty.codec.compression;
    requires io.netty.codec.http2;
    requires io.netty.resolver.dns;
    requires io.netty.codec.http3;
    requires io.netty.codec.classes.quic;

    exports io.github.telnyxreactive;
    exports io.github.telnyxreactive.bulk;
    exports io.github.telnyxreactive.bulk.report;
    exports io.github.telnyxreactive.call;
    exports io.github.telnyxreactive.gate;
    exports io.github.telnyxreactive.limit;
    exports io.github.telnyxreactive.paging;
    exports io.github.telnyxreactive.polling;
    exports io.github.telnyxreactive.resource;
}
