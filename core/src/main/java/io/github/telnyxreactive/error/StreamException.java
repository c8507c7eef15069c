package io.github.telnyxreactive.error;

/** The service reported an error in the middle of an answer that it streamed. */
public final class StreamException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call, with the data of the error as its excerpt
     */
    public StreamException(FailedCall call) {
        super(
                call,
                Delivery.SETTLED,
                "the service reported an error while it answered",
                "Ask again if the error is not one of your own.",
                null);
    }
}
