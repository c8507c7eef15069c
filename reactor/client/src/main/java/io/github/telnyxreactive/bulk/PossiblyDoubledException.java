package io.github.telnyxreactive.bulk;

import java.util.Collection;
import java.util.List;

/**
 * An item of a batch may have run twice. Its trigger was repeated, since the outcome of an earlier attempt was not known, and
 * the service has other runs of that time that belong to nothing else in the batch: it may have forgotten the idempotency key,
 * or somebody else has triggered the same suite or test. Runs have no key, so only a person can tell.
 */
public final class PossiblyDoubledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The ids of the other runs; transient, since it need not be serializable. */
    private final transient List<String> others;

    /**
     * Creates the exception.
     *
     * @param others the ids of the other runs, for a suite the ids that they have in common
     */
    public PossiblyDoubledException(Collection<String> others) {
        super("it may have run twice: its trigger was repeated, and the service has other runs of that time, "
                + String.join(", ", others)
                + ". It may have forgotten the idempotency key, or somebody else has triggered"
                + " the same: look at these runs");
        this.others = List.copyOf(others);
    }

    /**
     * Returns the other runs.
     *
     * @return their ids, for a suite the {@code test_suite_run_id} of each group of runs
     */
    public List<String> others() {
        return others == null ? List.of() : others;
    }
}
