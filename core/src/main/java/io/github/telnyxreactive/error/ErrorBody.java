package io.github.telnyxreactive.error;

import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.internal.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What an error answer says, in whichever of its shapes: {@code errors}, {@code detail}, or anything at all from a
 * gateway, of which only an excerpt remains.
 *
 * @param errors the errors of the {@code errors} shape
 * @param fieldErrors the errors of the {@code detail} shape
 * @param excerpt the beginning of the body
 * @param retryAfter how long the headers ask to wait, {@code null} if they do not say
 */
record ErrorBody(
        List<ApiError> errors,
        List<FieldError> fieldErrors,
        String excerpt,
        @Nullable Duration retryAfter) {

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
            fieldErrors.removeIf(error -> error.summary().isEmpty());
        } catch (JacksonException | NumberFormatException e) {
            // Not from the service itself: a gateway answers in HTML or plain text, which the excerpt shows.
            return new ErrorBody(List.of(), List.of(), excerpt.of(text), retryAfter);
        }
        return new ErrorBody(List.copyOf(errors), List.copyOf(fieldErrors), excerpt.of(text), retryAfter);
    }

    /** What may stand for an error: text or objects, alone or in an array. */
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

    /** What the service says went wrong, bounded for a message; empty if it says nothing that can be read. */
    String summary() {
        Stream<String> parts = Stream.concat(
                errors.stream().map(ApiError::summary), fieldErrors.stream().map(FieldError::summary));
        return Excerpt.line(parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")));
    }
}
