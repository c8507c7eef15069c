package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Protocol;

/** The server that responds. */
enum Service {
    IMMEDIATE(Protocol.CLEARTEXT),
    OVER_TLS(Protocol.TLS),
    OVER_H2(Protocol.H2),
    AFTER_20_MS(Protocol.CLEARTEXT),
    AFTER_2_S(Protocol.CLEARTEXT),
    SIMULATED(Protocol.CLEARTEXT);

    private final Protocol protocol;

    Service(Protocol protocol) {
        this.protocol = protocol;
    }

    Protocol protocol() {
        return protocol;
    }

    /** Returns the base URL of a service on a port of this machine. */
    String baseUrl(int port) {
        return (protocol == Protocol.CLEARTEXT ? "http" : "https") + "://127.0.0.1:" + port + "/v2";
    }
}
