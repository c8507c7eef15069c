package io.github.telnyxreactive.internal.page;

import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Reads a page piece by piece: takes its bytes as they come, in UTF-8 and cut anywhere, and gives each element as soon as
 * all of it is there. What is neither an element nor the {@code meta} is passed over. Of the page no more is held than the
 * bytes that were fed last and the beginning of one value.
 *
 * <pre>{@code
 * decoder.feed(bytes, 0, bytes.length);
 * for (T element = decoder.next(); element != null; element = decoder.next()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>Not safe for use by several threads at once. After an exception nothing more can be read.
 *
 * @param <T> the type of the elements
 */
public final class PageDecoder<T> implements AutoCloseable {

    private static final String DATA = "data";
    private static final String META = "meta";
    private static final ObjectReader META_READER = JsonCodec.reader(PageMeta.class);

    private final ObjectReader elementReader;
    private final boolean isBareArray;
    private final int limit;
    private final JsonParser parser;
    private final ByteArrayFeeder feeder;

    private Place place = Place.BEFORE;
    private String member = "";
    private int depth;
    private @Nullable TokenBuffer value;
    private boolean hasData;
    private int length;
    private @Nullable PageMeta meta;
    private long mark;

    private PageDecoder(ObjectReader elementReader, boolean isBareArray, int limit) {
        this.elementReader = elementReader;
        this.isBareArray = isBareArray;
        this.limit = limit;
        this.parser = elementReader.createNonBlockingByteArrayParser();
        this.feeder = (ByteArrayFeeder) parser.nonBlockingInputFeeder();
    }

    /**
     * Creates a decoder of one page.
     *
     * @param response how the page is read
     * @param limit the maximum number of bytes of an element, and of what precedes the first and follows the last
     * @param <T> the type of the elements
     * @return a decoder, to be closed by the caller
     * @throws IllegalArgumentException if the response is not a page
     */
    public static <T> PageDecoder<T> of(ResponseReader<Page<T>> response, int limit) {
        ObjectReader elementReader = response.elementReader();
        if (elementReader == null) {
            throw new IllegalArgumentException("the response is not a page");
        }
        return new PageDecoder<>(elementReader, response.isBareArrayPage(), limit);
    }

    /**
     * Takes the next bytes of the page. It may only be called at the start, and after {@link #next()} has returned
     * {@code null}; until it does so again, the bytes must not change.
     *
     * @param bytes an array that holds the bytes
     * @param offset where they start
     * @param count how many they are
     */
    public void feed(byte[] bytes, int offset, int count) {
        feeder.feedInput(bytes, offset, offset + count);
    }

    /**
     * Reads on to the end of the next element.
     *
     * @return the element, or {@code null} if more bytes are needed to know what comes next
     * @throws tools.jackson.core.JacksonException if what was fed is not JSON, not of the type, or too long
     * @throws NullPointerException if the page or the element is {@code null}
     */
    public @Nullable T next() {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.NOT_AVAILABLE) {
                requireSize();
                return null;
            }
            if (token == null) {
                // The size of all that was fed is known to be right, and at the end the parser has lost its place.
                return null;
            }
            T element = accept(token);
            if (element != null) {
                return element;
            }
        }
    }

    /**
     * Takes note that no more bytes come. It may only be called after {@link #next()} has returned {@code null}, and once.
     *
     * @return what is left to say
     * @throws tools.jackson.core.JacksonException if the page is not complete, or not of the type
     * @throws NullPointerException if the page has no elements, not even none
     */
    public PagePart.End<T> end() {
        feeder.endOfInput();
        if (next() != null) {
            // Nothing but the end tells that a number is over, and the array that it stands in is not.
            throw new UnexpectedEndOfInputException(
                    parser, JsonToken.END_ARRAY, "the array of the elements has no end");
        }
        if (place == Place.BEFORE) {
            throw mismatch("there is nothing but blanks");
        }
        Models.required(hasData ? this : null, DATA);
        return new PagePart.End<>(length, meta);
    }

    /** Gives back what the parser holds. */
    @Override
    public void close() {
        parser.close();
    }

    private @Nullable T accept(JsonToken token) {
        switch (place) {
            case BEFORE -> open(token);
            case MEMBERS -> enter(token);
            case MEMBER -> member(token);
            case ELEMENTS -> {
                return element(token);
            }
            case AFTER -> throw mismatch("something follows the end of the page");
        }
        return null;
    }

    private void open(JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            throw new NullPointerException("the body is null");
        }
        if (isBareArray) {
            openElements(token);
        } else if (token == JsonToken.START_OBJECT) {
            place = Place.MEMBERS;
        } else {
            throw mismatch("a page is an object, not " + token);
        }
    }

    private void openElements(JsonToken token) {
        if (token != JsonToken.START_ARRAY) {
            throw mismatch("the elements of a page are an array, not " + token);
        }
        if (hasData) {
            // The elements of the first array are given away already, so that the second cannot take their place.
            throw mismatch("a page has one field \"" + DATA + "\", not two");
        }
        hasData = true;
        place = Place.ELEMENTS;
    }

    private void enter(JsonToken token) {
        if (token == JsonToken.END_OBJECT) {
            place = Place.AFTER;
        } else {
            member = parser.currentName();
            place = Place.MEMBER;
        }
    }

    private void member(JsonToken token) {
        if (depth == 0 && member.equals(DATA) && token != JsonToken.VALUE_NULL) {
            openElements(token);
        } else if (isWhole(token, member.equals(META))) {
            if (value != null) {
                meta = read(META_READER, value);
            }
            value = null;
            place = Place.MEMBERS;
        }
    }

    private @Nullable T element(JsonToken token) {
        if (depth == 0) {
            if (token == JsonToken.END_ARRAY) {
                place = isBareArray ? Place.AFTER : Place.MEMBERS;
                return null;
            }
            requireSize();
            mark = position() - (token.isStructStart() ? 1 : 0);
        }
        if (!isWhole(token, true)) {
            return null;
        }
        requireSize();
        mark = position();
        T element = read(elementReader, Objects.requireNonNull(value));
        value = null;
        if (element == null) {
            throw new NullPointerException("the field \"" + DATA + "\" has an element that is null");
        }
        length++;
        return element;
    }

    /** Takes a token of a value, and tells whether it was the last. */
    private boolean isWhole(JsonToken token, boolean isKept) {
        if (isKept) {
            if (value == null) {
                value = TokenBuffer.forBuffering(parser, parser.objectReadContext());
            }
            value.copyCurrentEvent(parser);
        }
        if (token.isStructStart()) {
            depth++;
        } else if (token.isStructEnd()) {
            depth--;
        }
        return depth == 0;
    }

    private <V> @Nullable V read(ObjectReader reader, TokenBuffer tokens) {
        try (JsonParser copy = tokens.asParser(parser.objectReadContext())) {
            return reader.readValue(copy);
        }
    }

    private void requireSize() {
        if (position() - mark > limit) {
            throw new StreamConstraintsException("an element, or what stands around them, is longer than the " + limit
                    + " bytes that the client reads");
        }
    }

    private long position() {
        return parser.currentLocation().getByteOffset();
    }

    private MismatchedInputException mismatch(String reason) {
        return MismatchedInputException.from(parser, List.class, reason);
    }

    /** Where in the page the next token stands, apart from the values within it. */
    private enum Place {
        BEFORE,
        MEMBERS,
        MEMBER,
        ELEMENTS,
        AFTER
    }
}
