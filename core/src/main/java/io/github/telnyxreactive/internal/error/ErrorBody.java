package io.github.telnyxreactive.internal.error;

import io.github.telnyxreactive.error.ApiError;
import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.FieldError;
import io.github.telnyxreactive.internal.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The body of an error response, in any of its formats: {@code errors}, {@code detail}, or anything else from a
 * gateway, of which only an excerpt is kept.
 *
 * @param errors the errors that could be read
 * @param excerpt the beginning of the body
 */
record ErrorBody(ApiErrors errors, String excerpt) {

    private static final ApiError NOTHING = new ApiError(null, null, null, null, null, null);

    static ErrorBody parse(byte[] body, Excerpt excerpt, @Nullable Duration retryAfter) {
        String text = new String(body, StandardCharsets.UTF_8);
        List<ApiError> errors = new ArrayList<>();
        List<FieldError> fieldErrors = new ArrayList<>();
        try {
            JsonNode tree = JsonCodec.readTree(text.getBytes(StandardCharsets.UTF_8));
            elements(tree.path("errors")).forEach(node -> errors.add(apiError(node, excerpt)));
            JsonNode detail = tree.path("detail");
            if (detail.isArray()) {
                elements(detail).forEach(node -> fieldErrors.add(fieldError(node, excerpt)));
            } else if (detail.isString()) {
                elements(detail).forEach(node -> errors.add(apiError(node, excerpt)));
            }
            errors.removeIf(NOTHING::equals);
            fieldErrors.removeIf(
                    error -> error.location().isBlank() && error.message().isBlank());
        } catch (JacksonException | NumberFormatException e) {
            // Not from the service itself: a gateway responds with HTML or plain text, which the excerpt shows.
            return new ErrorBody(new ApiErrors(List.of(), List.of(), retryAfter), excerpt.of(text));
        }
        return new ErrorBody(new ApiErrors(errors, fieldErrors, retryAfter), excerpt.of(text));
    }

    /** Returns what may be an error: strings or objects, alone or in an array. */
    private static List<JsonNode> elements(JsonNode node) {
        List<JsonNode> elements = new ArrayList<>();
        (node.isArray() ? node : List.of(node)).forEach(element -> {
            if (element.isObject()
                    || (element.isString() && !element.stringValue().isBlank())) {
                elements.add(element);
            }
        });
        return elements;
    }

    private static ApiError apiError(JsonNode node, Excerpt excerpt) {
        if (node.isString()) {
            return new ApiError(null, null, text(node, excerpt), null, null, null);
        }
        JsonNode source = node.path("source");
        return new ApiError(
                text(node.path("code"), excerpt),
                text(node.path("title"), excerpt),
                text(node.path("detail"), excerpt),
                text(source.path("pointer"), excerpt),
                text(source.path("parameter"), excerpt),
                text(node.path("meta").path("url"), excerpt));
    }

    private static FieldError fieldError(JsonNode node, Excerpt excerpt) {
        if (node.isString()) {
            return new FieldError("", excerpt.of(node.stringValue()), "");
        }
        List<String> location = new ArrayList<>();
        node.path("loc").forEach(part -> location.add(part.isValueNode() ? part.asString("") : part.toString()));
        return new FieldError(
                excerpt.of(String.join(".", location)),
                excerpt.of(node.path("msg").asString("")),
                excerpt.of(node.path("type").asString("")));
    }

    private static @Nullable String text(JsonNode node, Excerpt excerpt) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return excerpt.of(node.isValueNode() ? node.asString() : node.toString());
    }
}
