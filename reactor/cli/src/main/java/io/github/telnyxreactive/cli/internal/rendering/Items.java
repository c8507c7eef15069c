package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.cli.internal.state.ItemState;
import java.util.ArrayList;
import java.util.Collection;
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
     * @param items the items
     * @return for example {@code 2 suites}, {@code 1 test} or {@code 2 suites and 3 tests}
     */
    public static String count(Collection<ItemState> items) {
        int suites = (int) items.stream().filter(ItemState::isSuite).count();
        int tests = items.size() - suites;
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
     * Names items.
     *
     * @param items the items
     * @return the names of the first of them, and how many more there are
     */
    public static String names(Collection<ItemState> items) {
        String names = items.stream()
                .limit(MOST_NAMES)
                .map(item -> Text.printable(item.name()))
                .collect(Collectors.joining(", "));
        int more = items.size() - MOST_NAMES;
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
