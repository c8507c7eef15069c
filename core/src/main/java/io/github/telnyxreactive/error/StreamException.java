package io.github.telnyxreactive.error;

/** The service reported an error in the middle of a streamed response. */
public final class StreamException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with the data of the error as its excerpt
     */
    public StreamException(FailedCall call) {
        super(
                call,
                Delivery.SETTLED,
                "the service reported an error while it streamed the response",
                "Repeat the request unless it is the cause of the error.",
                null);
    }
}
