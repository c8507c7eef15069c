package io.github.telnyxreactive.error;

/** How far a failed request came, which decides whether it may be sent again. */
public enum Delivery {

    /** The request never left: it had no effect, and sending it again is harmless. */
    NOT_SENT,

    /** The service did not take the request on and asked to come back later: sending it again is harmless. */
    REJECTED,

    /**
     * The request was sent and no telling answer came back: it may have had its effect, and is sent again only if it may
     * be repeated.
     */
    UNKNOWN,

    /** The service has decided: sending the same request again would not change the answer. */
    SETTLED
}
