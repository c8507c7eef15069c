package io.github.telnyxreactive.simulator.internal.store;

import static io.github.telnyxreactive.simulator.internal.store.Mode.Parameter.COUNT;
import static io.github.telnyxreactive.simulator.internal.store.Mode.Parameter.DURATION;
import static io.github.telnyxreactive.simulator.internal.store.Mode.Parameter.FILTERS;
import static io.github.telnyxreactive.simulator.internal.store.Mode.Parameter.OFFSET;
import static io.github.telnyxreactive.simulator.internal.store.Mode.Parameter.SHARE;

import java.util.List;
import java.util.Locale;

/**
 * The ways in which the service can be unkind, with the parameters of each. The builder of the public settings describes
 * them. Random decisions depend on the order of these constants, so new ones belong at the end.
 */
public enum Mode {
    /** Runs appear in lists late. */
    LIST_LAG(DURATION),
    /** Runs can be read late. */
    READ_LAG(DURATION),
    /** Reads see runs as they were. */
    STALE_READS(SHARE, DURATION),
    /** Lists ignore filters. */
    IGNORED_FILTERS(FILTERS),
    /** Lists reject filters. */
    REJECTED_FILTERS(FILTERS),
    /** Lists report a wrong number of elements. */
    TOTAL_RESULTS(OFFSET),
    /** Lists report a wrong number of pages. */
    TOTAL_PAGES(OFFSET),
    /** Lists change while they are read. */
    SHIFTING_PAGES(OFFSET, COUNT),
    /** Triggers create runs for some tests only. */
    MISSING_RUNS(SHARE),
    /** Triggers create second runs. */
    EXTRA_RUNS(SHARE),
    /** Triggers respond with some runs only. */
    PARTIAL_RESPONSES(SHARE),
    /** Triggers respond without runs. */
    EMPTY_RESPONSES(SHARE),
    /** Triggers respond with a run twice. */
    REPEATED_RUNS(SHARE),
    /** Triggers respond with a run that cannot be read. */
    UNREADABLE_RUNS(SHARE),
    /** Triggers respond with JSON null. */
    NULL_RESPONSES(SHARE),
    /** Triggers respond with an envelope. */
    WRAPPED_RESPONSES(SHARE),
    /** Triggers respond late. */
    LATE_RESPONSES(SHARE, DURATION),
    /** Replays have other run ids. */
    ALTERED_REPLAYS(SHARE),
    /** Idempotency keys expire early. */
    FORGOTTEN_KEYS(DURATION),
    /** Runs have unknown statuses before they start. */
    UNKNOWN_STATUSES(SHARE),
    /** Runs have unknown final statuses. */
    UNKNOWN_OUTCOMES(SHARE),
    /** Final statuses change. */
    CHANGING_OUTCOMES(SHARE, DURATION),
    /** Runs never end. */
    ENDLESS_RUNS(SHARE),
    /** Triggers beyond a number of runs are rejected. */
    REJECT_BEYOND(COUNT),
    /** Runs beyond a number fail. */
    FAIL_BEYOND(COUNT),
    /** The API key is rejected for some time. */
    UNAUTHORIZED(DURATION, DURATION),
    /** Requests are rejected as too many for some time. */
    THROTTLED(DURATION, DURATION),
    /** Requests fail for some time. */
    FAILING(DURATION, DURATION);

    /** The kinds of parameters. */
    public enum Parameter {
        /** A {@link Double} from 0 to 1. */
        SHARE,
        /** A {@link java.time.Duration}. */
        DURATION,
        /** An {@link Integer}, at least 1. */
        COUNT,
        /** An {@link Integer} other than 0. */
        OFFSET,
        /** A {@link java.util.Set} of names of query parameters. */
        FILTERS
    }

    private final List<Parameter> parameters;

    Mode(Parameter... parameters) {
        this.parameters = List.of(parameters);
    }

    /**
     * Returns the kinds of the parameters.
     *
     * @return the kinds, in order
     */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * Returns the name of the mode in texts.
     *
     * @return the name, in lower case with hyphens
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
