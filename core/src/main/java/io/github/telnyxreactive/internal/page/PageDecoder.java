package io.github.telnyxreactive.internal.page;

import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.internal.json.ModelReader;
import io.github.telnyxreactive.internal.json.UnreadableElementsException;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Decodes a page while it is received: accepts its bytes in chunks of any size, in UTF-8, and returns each element as
 * soon as it is complete. Everything other than the elements and the {@code meta} is skipped. The decoder never holds
 * more than the last chunk and the beginning of one value.
 *
 * <pre>{@code
 * decoder.feed(bytes, 0, bytes.length);
 * for (T element = decoder.next(); element != null; element = decoder.next()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>Not safe for concurrent use. After an exception, nothing more can be read, unless only an element was unreadable.
 *
 * @param <T> the type of the elements
 */
public final class PageDecoder<T> implements AutoCloseable {

    private static final String DATA = "data";
    private static final String META = "meta";
    private static final ModelReader<PageMeta> META_READER = ModelReader.of(PageMeta.class);

    private final ModelReader<T> elementReader;
    private final Reading reading;
    private final int limit;
    private final JsonParser parser;
    private final ByteArrayFeeder feeder;

    private Position position = Position.BEFORE;
    private String member = "";
    private int depth;
    private @Nullable TokenBuffer value;
    private boolean isBareArray;
    private boolean hasData;
    private boolean hasNullData;
    private int length;
    private @Nullable PageMeta meta;
    private long mark;

    private PageDecoder(ModelReader<T> elementReader, Reading reading, int limit) {
        this.elementReader = elementReader;
        this.reading = reading;
        this.limit = limit;
        this.parser = JsonCodec.mapper().createNonBlockingByteArrayParser();
        this.feeder = (ByteArrayFeeder) parser.nonBlockingInputFeeder();
    }

    /**
     * Creates a decoder of one page.
     *
     * @param response how the page is read
     * @param reading how a field is treated that cannot be read
     * @param limit the maximum number of bytes of an element, and of what precedes the first and follows the last
     * @param <T> the type of the elements
     * @return a decoder, to be closed by the caller
     * @throws IllegalArgumentException if the response is not a page
     */
    @SuppressWarnings("unchecked")
    public static <T> PageDecoder<T> of(ResponseReader<Page<T>> response, Reading reading, int limit) {
        Class<T> type = (Class<T>) response.elementType();
        if (type == null) {
            throw new IllegalArgumentException("the response is not a page");
        }
        return new PageDecoder<>(ModelReader.of(type), reading, limit);
    }

    /**
     * Accepts the next bytes of the page. It may only be called at the start, and after {@link #next()} has returned
     * {@code null}; until it does so again, the bytes must not change.
     *
     * @param bytes an array that contains the bytes
     * @param offset the offset of the first one
     * @param count the number of bytes
     */
    public void feed(byte[] bytes, int offset, int count) {
        feeder.feedInput(bytes, offset, offset + count);
    }

    /**
     * Reads up to the end of the next element.
     *
     * @return the element, or {@code null} if more bytes are needed
     * @throws UnreadableElementsException if the element cannot be read; the next call goes on after it
     * @throws tools.jackson.core.JacksonException if the content is not JSON, not a page, or too long
     */
    public @Nullable T next() {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.NOT_AVAILABLE) {
                requireSize();
                return null;
            }
            if (token == null) {
                // At the end the parser has lost its position, and the size was checked before.
                return null;
            }
            T element = accept(token);
            if (element != null) {
                return element;
            }
        }
    }

    /**
     * Marks the end of the page. It may only be called once, after {@link #next()} has returned {@code null}.
     *
     * @return the end of the page
     * @throws tools.jackson.core.JacksonException if the page is not complete, or has no array of elements
     */
    public PagePart.End<T> end() {
        feeder.endOfInput();
        if (next() != null) {
            // Only the end of the content completes a number, and the array around it is not closed.
            throw new UnexpectedEndOfInputException(parser, JsonToken.END_ARRAY, "the array of elements is not closed");
        }
        if (position == Position.BEFORE) {
            throw mismatch("the body is blank");
        }
        if (!hasData && !(hasNullData && meta != null && Long.valueOf(0).equals(meta.totalResults()))) {
            throw mismatch("the required field \"" + DATA + "\" is missing");
        }
        return new PagePart.End<>(length, meta);
    }

    /** Releases the resources of the parser. */
    @Override
    public void close() {
        parser.close();
    }

    private @Nullable T accept(JsonToken token) {
        switch (position) {
            case BEFORE -> open(token);
            case MEMBERS -> enter(token);
            case MEMBER -> member(token);
            case ELEMENTS -> {
                return element(token);
            }
            case AFTER -> throw mismatch("unexpected content after the end of the page");
        }
        return null;
    }

    private void open(JsonToken token) {
        if (token == JsonToken.START_ARRAY) {
            isBareArray = true;
            openElements(token);
        } else if (token == JsonToken.START_OBJECT) {
            position = Position.MEMBERS;
        } else {
            throw mismatch("a page must be an object or an array, not " + token);
        }
    }

    private void openElements(JsonToken token) {
        if (token != JsonToken.START_ARRAY) {
            throw mismatch("the elements of a page must be an array, not " + token);
        }
        if (hasData) {
            // The elements of the first array are emitted already, so the second cannot replace them.
            throw mismatch("a page must have one field \"" + DATA + "\", not two");
        }
        hasData = true;
        position = Position.ELEMENTS;
    }

    private void enter(JsonToken token) {
        if (token == JsonToken.END_OBJECT) {
            position = Position.AFTER;
        } else {
            member = parser.currentName();
            position = Position.MEMBER;
        }
    }

    private void member(JsonToken token) {
        if (depth == 0 && member.equals(DATA) && token != JsonToken.VALUE_NULL) {
            openElements(token);
        } else if (completes(token, member.equals(META))) {
            hasNullData |= depth == 0 && member.equals(DATA);
            if (value != null) {
                meta = meta(value);
            }
            value = null;
            position = Position.MEMBERS;
        }
    }

    private @Nullable T element(JsonToken token) {
        if (depth == 0) {
            if (token == JsonToken.END_ARRAY) {
                position = isBareArray ? Position.AFTER : Position.MEMBERS;
                return null;
            }
            requireSize();
            mark = byteOffset() - (token.isStructStart() ? 1 : 0);
        }
        if (!completes(token, true)) {
            return null;
        }
        requireSize();
        mark = byteOffset();
        TokenBuffer tokens = Objects.requireNonNull(value);
        value = null;
        length++;
        return element(tokens);
    }

    private T element(TokenBuffer tokens) {
        try {
            T element = strictly(elementReader, tokens);
            if (element != null) {
                return element;
            }
        } catch (JacksonException | NumberFormatException e) {
            if (reading.isStrict()) {
                throw new UnreadableElementsException(List.of(), List.of(treeOrText(tokens)), e);
            }
        }
        JsonNode tree;
        try {
            tree = tree(tokens);
        } catch (JacksonException | NumberFormatException e) {
            throw new UnreadableElementsException(List.of(), List.of(treeOrText(tokens)), e);
        }
        try {
            T element = elementReader.read(tree, reading::kept);
            if (element != null) {
                return element;
            }
            throw mismatch("the field \"" + DATA + "\" has an element that is null");
        } catch (JacksonException e) {
            throw new UnreadableElementsException(List.of(), List.of(tree), e);
        }
    }

    private @Nullable PageMeta meta(TokenBuffer tokens) {
        try {
            return strictly(META_READER, tokens);
        } catch (JacksonException | NumberFormatException e) {
            if (reading.isStrict()) {
                throw e;
            }
            JsonNode tree = treeOrText(tokens);
            return tree.isObject() ? META_READER.read(tree, reading::kept) : PageMeta.unreadable();
        }
    }

    /** Adds a token to the current value, and returns whether it completes it. */
    private boolean completes(JsonToken token, boolean isKept) {
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

    private <V> @Nullable V strictly(ModelReader<V> reader, TokenBuffer tokens) {
        try (JsonParser copy = tokens.asParser(parser.objectReadContext())) {
            return reader.readStrictly(copy);
        }
    }

    /** A number that no type can hold has no node. */
    private JsonNode treeOrText(TokenBuffer tokens) {
        try {
            return tree(tokens);
        } catch (JacksonException | NumberFormatException e) {
            return StringNode.valueOf("not shown: " + e.getMessage());
        }
    }

    private JsonNode tree(TokenBuffer tokens) {
        try (JsonParser copy = tokens.asParser(parser.objectReadContext())) {
            return JsonCodec.mapper().readTree(copy);
        }
    }

    private void requireSize() {
        if (byteOffset() - mark > limit) {
            throw new StreamConstraintsException(
                    "an element, or the content around the elements, is longer than the limit of " + limit + " bytes");
        }
    }

    private long byteOffset() {
        return parser.currentLocation().getByteOffset();
    }

    private MismatchedInputException mismatch(String reason) {
        return MismatchedInputException.from(parser, List.class, reason);
    }

    /** The position of the next token in the page. */
    private enum Position {
        BEFORE,
        MEMBERS,
        MEMBER,
        ELEMENTS,
        AFTER
    }
}
