package io.github.telnyxreactive.internal.transport;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses server-sent events from text that arrives in parts, cut anywhere, as the HTML standard of WHATWG describes,
 * except that an event without a blank line behind it is not lost at the end of the stream. Ids and delays for a
 * reconnection are of no interest.
 */
final class ServerSentEventParser {

    private static final String UNNAMED = "message";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final int limit;
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private boolean begun;
    private boolean hasData;
    private boolean afterCarriageReturn;

    /**
     * Creates a parser.
     *
     * @param limit the maximum number of characters of an event
     */
    ServerSentEventParser(int limit) {
        this.limit = limit;
    }

    /**
     * Parses the next part.
     *
     * @param text the next part
     * @return the events that it completes
     * @throws EventTooLongException if an event is longer than the limit
     */
    List<Event> feed(String text) {
        List<Event> events = new ArrayList<>();
        int start = !begun && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        begun |= !text.isEmpty();
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && afterCarriageReturn) {
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = c == '\r';
            if (c == '\n' || c == '\r') {
                endOfLine(events);
            } else if (line.length() + data.length() >= limit) {
                throw new EventTooLongException(limit);
            } else {
                line.append(c);
            }
        }
        return events;
    }

    /**
     * Parses what is left at the end of the stream.
     *
     * @return the event that has no blank line behind it, if there is one
     */
    List<Event> end() {
        List<Event> events = new ArrayList<>();
        if (!line.isEmpty()) {
            endOfLine(events);
        }
        endOfLine(events);
        return events;
    }

    /**
     * Returns whether there was any text.
     *
     * @return whether a part was parsed that is not empty
     */
    boolean hasBegun() {
        return begun;
    }

    private void endOfLine(List<Event> events) {
        if (line.isEmpty()) {
            if (hasData) {
                events.add(new Event(name.isEmpty() ? UNNAMED : name, data.toString()));
            }
            name = "";
            data.setLength(0);
            hasData = false;
            return;
        }
        int colon = line.indexOf(":");
        String field = colon < 0 ? line.toString() : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        if (value.startsWith(" ")) {
            value = value.substring(1);
        }
        line.setLength(0);
        if (field.equals("event")) {
            name = value;
        } else if (field.equals("data")) {
            data.append(hasData ? "\n" : "").append(value);
            hasData = true;
        }
    }

    /**
     * An event.
     *
     * @param name its name, {@code message} if it has none
     * @param data its data
     */
    record Event(String name, String data) {}

    /** An event is longer than the limit. */
    static final class EventTooLongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EventTooLongException(int limit) {
            super("an event is longer than " + limit + " characters");
        }
    }
}
