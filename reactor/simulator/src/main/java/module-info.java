/**
 * A stateful simulator of the Telnyx AI Assistants API to test against.
 *
 * <p>JUnit is needed only for the extension, and picocli only for the program.
 */
module io.github.telnyxreactive.simulator {
    requires transitive io.github.telnyxreactive.core;
    requires static transitive org.jspecify;
    requires io.netty.buffer;
    requires io.netty.codec.http;
    requires io.netty.codec.http2;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.pkitesting;
    requires io.netty.transport;
    requires org.reactivestreams;
    requires reactor.core;
    requires reactor.netty.core;
    requires reactor.netty.http;
    requires static org.junit.jupiter.api;
    requires static info.picocli;
    requires static reactor.blockhound;

    exports io.github.telnyxreactive.simulator;
    exports io.github.telnyxreactive.simulator.junit;

    // picocli sets the options of the program.
    opens io.github.telnyxreactive.simulator to
            info.picocli;
    // Jackson writes the envelopes of errors, and documents.
    opens io.github.telnyxreactive.simulator.internal.service to
            tools.jackson.databind;
    opens io.github.telnyxreactive.simulator.internal.store to
            tools.jackson.databind;
}
