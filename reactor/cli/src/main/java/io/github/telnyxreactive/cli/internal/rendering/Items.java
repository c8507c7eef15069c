package io.github.telnyxreactive.cli.internal.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Items in words. */
public final class Items {

    /** At most so many items are named in a line. */
    static final int MOST_NAMES = 10;

    private Items() {}

    /**
     * Counts items.
     *
     * @param suites the number of suites
     * @param tests the number of single tests
     * @return for example {@code 2 suites}, {@code 1 test} or {@code 2 suites and 3 tests}
     */
    public static String count(int suites, int tests) {
        List<String> parts = new ArrayList<>();
        if (suites > 0) {
            parts.add(Text.count(suites, "suite"));
        }
        if (tests > 0) {
            parts.add(Text.count(tests, "test"));
        }
        return parts.isEmpty() ? "nothing" : String.join(" and ", parts);
    }

    /**
     * Says how often items are run.
     *
     * @param repetitions how many times
     * @return for example {@code " (3 times each)"}; nothing if it is once
     */
    public static String times(int repetitions) {
        return repetitions == 1 ? "" : " (" + repetitions + " times each)";
    }

    /**
     * Names items.
     *
     * @param names the names of some of them
     * @param count how many there are
     * @return the first names, and how many more there are
     */
    public static String names(List<String> names, int count) {
        String shown = names.stream().limit(MOST_NAMES).map(Text::printable).collect(Collectors.joining(", "));
        int more = count - Math.min(MOST_NAMES, names.size());
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
