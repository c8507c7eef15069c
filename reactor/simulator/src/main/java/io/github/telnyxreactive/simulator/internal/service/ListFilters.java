package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.Modes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the filters of lists of tests and runs, some of which the service may ignore or reject. */
public final class ListFilters {

    static final String STATUS = "status";
    static final String SUITE_RUN_ID = "test_suite_run_id";
    static final String SUITE = "test_suite";

    /** The names of the filters, in alphabetical order. */
    public static final List<String> NAMES = List.of(STATUS, SUITE, SUITE_RUN_ID);

    private final Modes modes;

    ListFilters(Modes modes) {
        this.modes = modes;
    }

    /** Returns the value of a filter, {@code null} if there is none or it is ignored. */
    @Nullable String value(ServiceRequest request, String filter) {
        String value = request.queryParameter(filter);
        if (value != null && modes.concerns(Mode.REJECTED_FILTERS, filter)) {
            throw RejectedException.invalid(
                    new Violation(List.of("query", filter), "the filter is not supported", "value_error"));
        }
        return modes.concerns(Mode.IGNORED_FILTERS, filter) ? null : value;
    }
}
