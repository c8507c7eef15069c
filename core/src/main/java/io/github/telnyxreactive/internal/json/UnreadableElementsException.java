package io.github.telnyxreactive.internal.json;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Elements of a list could not be read, because they have no identity. The others were. */
public final class UnreadableElementsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object value;
    private final transient List<JsonNode> elements;

    /**
     * Creates the exception.
     *
     * @param value the list or the page, without these elements
     * @param elements the elements as they came
     * @param cause why the first one could not be read
     */
    public UnreadableElementsException(Object value, List<JsonNode> elements, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.value = value;
        this.elements = elements;
    }

    /**
     * Returns what could be read.
     *
     * @return the list or the page, without the elements that could not be read
     */
    public Object value() {
        return value;
    }

    /**
     * Returns what could not be read.
     *
     * @return the elements as they came
     */
    public List<JsonNode> elements() {
        return elements;
    }
}
