package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.page.PageMeta;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;

/** The body of an answer that is a list, whose elements need not be made before they are sent. It is immutable. */
public final class ListBody {

    /** A list that is not longer than a page is sent as a whole, as any other answer. */
    private static final int LONGEST_PAGE = 100;

    private static final String OPENING = "{\"data\":[";

    private final byte[] opening;
    private final Iterable<?> elements;
    private final byte[] closing;
    private final boolean isLong;

    private ListBody(String opening, Iterable<?> elements, byte[] closing, boolean isLong) {
        this.opening = ascii(opening);
        this.elements = elements;
        this.closing = closing;
        this.isLong = isLong;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A page that tells where it stands in its list. */
    static ListBody page(Collection<?> elements, PageMeta meta) {
        ByteArrayOutputStream closing = new ByteArrayOutputStream();
        closing.writeBytes(ascii("],\"meta\":"));
        closing.writeBytes(TelnyxJson.write(meta));
        closing.write('}');
        return new ListBody(OPENING, elements, closing.toByteArray(), elements.size() > LONGEST_PAGE);
    }

    /** A whole list in an object. */
    static ListBody data(Collection<?> elements) {
        return new ListBody(OPENING, elements, ascii("]}"), elements.size() > LONGEST_PAGE);
    }

    /** A whole list in an object, of as many elements as there are when it is sent. */
    static ListBody data(Iterable<?> elements) {
        return new ListBody(OPENING, elements, ascii("]}"), true);
    }

    /** A whole list and nothing else. */
    static ListBody array(Collection<?> elements) {
        return new ListBody("[", elements, ascii("]"), elements.size() > LONGEST_PAGE);
    }

    /**
     * Tells whether the list may be too long to be held as a whole.
     *
     * @return whether it is to be sent part by part
     */
    public boolean isLong() {
        return isLong;
    }

    /**
     * Writes the body from its start on.
     *
     * @return what writes it part by part; for use by one thread at a time
     */
    public Writer writer() {
        return new Writer();
    }

    /** Writes the whole body. */
    byte[] whole() {
        return writer().next(Integer.MAX_VALUE);
    }

    /** Writes a body part by part, and takes the elements one by one when they are due. */
    public final class Writer {

        private final Iterator<?> left = elements.iterator();
        private boolean begun;
        private boolean ended;

        private Writer() {}

        /**
         * Tells whether something is left to write.
         *
         * @return whether {@link #next(int)} may be called
         */
        public boolean hasNext() {
            return !ended;
        }

        /**
         * Writes the next part: the next element and those after it, until there are enough bytes. With the first element
         * comes what precedes the list, and with the last what follows it.
         *
         * @param enough from how many bytes on no other element is added
         * @return the part
         */
        public byte[] next(int enough) {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            if (!begun) {
                part.writeBytes(opening);
            }
            boolean more = left.hasNext();
            while (more) {
                if (begun) {
                    part.write(',');
                }
                begun = true;
                TelnyxJson.write(part, left.next());
                more = left.hasNext();
                if (part.size() >= enough) {
                    break;
                }
            }
            if (!more) {
                part.writeBytes(closing);
                ended = true;
            }
            return part.toByteArray();
        }
    }
}
