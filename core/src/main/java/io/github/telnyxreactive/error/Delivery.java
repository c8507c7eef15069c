package io.github.telnyxreactive.error;

/** How far a failed request got, which decides whether it may be sent again. */
public enum Delivery {

    /** The request was not sent: it had no effect, and sending it again is harmless. */
    NOT_SENT,

    /** The service rejected the request without processing it: sending it again later is harmless. */
    REJECTED,

    /**
     * The request was sent, but its outcome is unknown: it may have had its effect, and is sent again only if the
     * operation may be repeated.
     */
    UNKNOWN,

    /** The service has responded conclusively: sending the same request again would not change the response. */
    SETTLED
}
