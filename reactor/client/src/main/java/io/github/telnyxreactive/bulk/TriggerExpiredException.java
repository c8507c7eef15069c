package io.github.telnyxreactive.bulk;

/**
 * An item of a batch may have been triggered by an earlier process, so long ago that the service may have forgotten its
 * idempotency key: triggering it again could run it twice, so that nothing was sent for it this time. No later attempt finds
 * out what became of it. A person has to look at the runs of that time, and to {@linkplain TestBatch#resolve resolve} it.
 */
public final class TriggerExpiredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is not known, and what the caller can do
     */
    public TriggerExpiredException(String message) {
        super(message);
    }
}
