package io.github.telnyxreactive.error;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A successful response could not be read: it is not JSON, it is truncated or too long, or it does not say what the
 * operation answers with. A field that is missing or odd is not a reason, unless it identifies the object.
 *
 * <p>Its {@linkplain #bodyExcerpt() excerpt} is the beginning of the body, without secrets.
 */
public final class DecodingException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    private static final String CHECK =
            "Check that the base URL is that of the service itself; if it is, report the request id.";
    private static final String PROCESSED =
            "The service has processed the request: what it creates or starts exists. Look for "
                    + "it before you repeat the request, and report the request id.";

    private final transient @Nullable Object readable;
    private final transient @Nullable List<JsonNode> unreadable;

    private DecodingException(
            FailedCall call,
            Delivery delivery,
            String reason,
            String advice,
            @Nullable Object readable,
            @Nullable List<JsonNode> unreadable) {
        super(call, delivery, reason, advice, null);
        this.readable = readable;
        this.unreadable = unreadable;
    }

    /**
     * Creates the exception for a body that is not JSON, or not complete: it may have been damaged in transit.
     *
     * @param call the failed call
     * @param reason what went wrong: a clause, without a period
     * @return the exception
     */
    public static DecodingException malformed(FailedCall call, String reason) {
        return new DecodingException(call, Delivery.UNKNOWN, reason, CHECK, null, null);
    }

    /**
     * Creates the exception for a complete body that is not a response of the operation: requesting it again would not
     * help.
     *
     * @param call the failed call
     * @param reason what went wrong: a clause, without a period
     * @return the exception
     */
    public static DecodingException unexpected(FailedCall call, String reason) {
        return new DecodingException(call, Delivery.SETTLED, reason, advice(call), null, null);
    }

    /**
     * Creates the exception for a list of which some elements cannot be read.
     *
     * @param call the failed call
     * @param reason what went wrong: a clause, without a period
     * @param readable the list or the page, without these elements
     * @param unreadable the elements as they came
     * @return the exception
     */
    public static DecodingException elements(
            FailedCall call, String reason, Object readable, List<JsonNode> unreadable) {
        return new DecodingException(call, Delivery.SETTLED, reason, advice(call), readable, List.copyOf(unreadable));
    }

    private static String advice(FailedCall call) {
        return call.request() == null || call.changesNothing() ? CHECK : PROCESSED;
    }

    /**
     * Returns the elements of a list that could not be read because they have no identity, as they came. They are not
     * shortened, and may contain secrets.
     *
     * @return the elements; empty if something else could not be read, and after serialization
     */
    public List<JsonNode> unreadable() {
        return unreadable == null ? List.of() : unreadable;
    }

    /**
     * Returns the elements of a list that could be read although others could not.
     *
     * @param type the type of the elements
     * @param <T> the type of the elements
     * @return the elements; empty if the response is no list of this type
     */
    public <T> List<T> readable(Class<T> type) {
        return readable instanceof List<?> list && list.stream().allMatch(type::isInstance)
                ? list.stream().map(type::cast).toList()
                : List.of();
    }

    /**
     * Returns what could be read of a list of which some elements could not.
     *
     * @return the list or the page without these elements, {@code null} if there is none, and after serialization
     */
    public @Nullable Object readable() {
        return readable;
    }
}
