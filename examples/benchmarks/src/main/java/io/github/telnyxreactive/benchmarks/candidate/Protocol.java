package io.github.telnyxreactive.benchmarks.candidate;

/** How a candidate and the server speak with each other. */
public enum Protocol {

    /** HTTP/1.1 without TLS. */
    CLEARTEXT,

    /** HTTP/1.1 over TLS. */
    TLS,

    /** HTTP/2 over TLS, agreed upon by ALPN. */
    H2
}
