package io.github.telnyxreactive.paging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in a list from which reading can be resumed later. It can be stored as text.
 *
 * @param page the number of a page, from 1
 * @param index the number of elements of that page before the position, from 0
 * @param pageSize the requested page size, 0 for the default of the service
 */
public record PageCursor(int page, int index, int pageSize) {

    private static final Pattern TEXT = Pattern.compile("page=(\\d{1,9});index=(\\d{1,9});size=(\\d{1,9})");

    /** Checks the numbers. */
    public PageCursor {
        if (page < 1 || index < 0 || pageSize < 0) {
            throw new IllegalArgumentException(
                    "there is no page " + page + " with element " + index + " in pages of " + pageSize);
        }
    }

    /**
     * Parses a cursor.
     *
     * @param text the text of a cursor, as returned by {@link #toString()}
     * @return the cursor
     * @throws IllegalArgumentException if the text is not a cursor
     */
    public static PageCursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a cursor like page=3;index=17;size=100");
        }
        return new PageCursor(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Returns the cursor as text that {@link #parse} accepts. */
    @Override
    public String toString() {
        return "page=" + page + ";index=" + index + ";size=" + pageSize;
    }
}
