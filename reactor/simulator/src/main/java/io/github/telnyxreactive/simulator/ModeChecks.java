package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.service.ListFilters;
import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.Mode.Parameter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Checks the values of the modes of an unkind service. */
final class ModeChecks {

    private static final List<Parameter> WINDOW = List.of(Parameter.DURATION, Parameter.DURATION);

    private ModeChecks() {}

    /** Throws an {@link IllegalArgumentException} if a value is not one that its parameter can have. */
    static void check(Mode mode, Object... given) {
        for (int i = 0; i < given.length; i++) {
            check(mode, mode.parameters().get(i), given[i]);
        }
        if (mode.parameters().equals(WINDOW) && ((Duration) given[0]).compareTo((Duration) given[1]) >= 0) {
            throw new IllegalArgumentException(
                    mode.text() + " must end after it begins, but was from " + given[0] + " to " + given[1]);
        }
    }

    private static void check(Mode mode, Parameter parameter, Object value) {
        String expected = switch (parameter) {
            case SHARE -> (Double) value >= 0 && (Double) value <= 1 ? null : "a share from 0 to 1";
            case DURATION -> isDuration((Duration) value) ? null : "a whole number of milliseconds, at least 0";
            case COUNT -> (Integer) value >= 1 ? null : "at least 1";
            case OFFSET -> (Integer) value != 0 ? null : "other than 0";
            case FILTERS -> areFilters((Collection<?>) value) ? null : "one or more of " + ListFilters.NAMES;
        };
        if (expected != null) {
            throw new IllegalArgumentException(mode.text() + " must be " + expected + ", but was " + value);
        }
    }

    private static boolean isDuration(Duration duration) {
        return !duration.isNegative() && duration.equals(Duration.ofMillis(duration.toMillis()));
    }

    private static boolean areFilters(Collection<?> names) {
        return !names.isEmpty() && ListFilters.NAMES.containsAll(names);
    }
}
