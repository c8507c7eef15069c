package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The values of the options that the user has given for a list.
 *
 * @param parsed the parsed command line of the list
 * @param limit how many elements to list at most
 */
record OptionValues(ParseResult parsed, long limit) {

    private static final int LARGEST_PAGE = 100;

    /** How many elements are generated unless another number is given. */
    private static final int GENERATED = 100;

    /** Returns the value of an option, {@code null} if it was not given. */
    <T> @Nullable T get(ListOption<T> option) {
        return parsed.matchedOptionValue(option.name(), null);
    }

    /** Returns the value of an option that picocli has made sure is given. */
    <T> T require(ListOption<T> option) {
        return Objects.requireNonNull(get(option), option.name());
    }

    /**
     * Returns the number of elements to request per page, which is never more than the list is to have.
     *
     * @throws ParameterException if the given page size is out of range
     */
    int pageSize() {
        Integer given = get(ListOption.PAGE_SIZE);
        if (given != null && (given < 1 || given > LARGEST_PAGE)) {
            throw UsageErrors.invalidValue(parsed.commandSpec(), "--page-size", given + " is not 1 to " + LARGEST_PAGE);
        }
        return (int) Math.max(1, Math.min(limit, given == null ? LARGEST_PAGE : given));
    }

    /**
     * Returns how many elements to generate instead of talking to the service, {@code null} if none.
     *
     * @throws ParameterException if the given number is negative, or nothing is simulated
     */
    @Nullable Integer simulated() {
        Integer given = get(ListOption.ELEMENTS);
        if (given != null && given < 0) {
            throw UsageErrors.invalidValue(parsed.commandSpec(), "--elements", given + " is not at least 0");
        }
        if (Boolean.TRUE.equals(get(ListOption.SIMULATE))) {
            return given == null ? GENERATED : given;
        }
        if (given != null) {
            throw UsageErrors.of(parsed.commandSpec(), "--elements is for --simulate");
        }
        return null;
    }

    /** Returns the name of the suite whose elements are listed, {@code null} if they need not be of one. */
    @Nullable String suite() {
        return parsed.matchedOptionValue("--suite", null);
    }
}
