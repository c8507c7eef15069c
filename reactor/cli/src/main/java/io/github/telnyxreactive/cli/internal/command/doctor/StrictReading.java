package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.operation.ResponseReader;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Reads a body strictly and, if that fails, leniently for everything else that is wrong with it.
 *
 * @param value what was read, {@code null} if nothing could be
 * @param problems what strict reading refuses
 */
record StrictReading(@Nullable Object value, List<Problem> problems) {

    private static final String JSON = "application/json";
    private static final String BODY = "body";
    private static final List<String> PLACES = List.of("", "data", "tags");
    private static final Pattern MISSING = Pattern.compile("required field \"(\\w+)\" is missing");

    static StrictReading of(ResponseReader<?> reader, JsonNode body) {
        byte[] json = TelnyxJson.write(body);
        try {
            return new StrictReading(reader.read(json, 0, json.length, JSON, Reading.strict()), List.of());
        } catch (RuntimeException e) {
            return leniently(reader, body, json, problem(e, body));
        }
    }

    private static StrictReading leniently(ResponseReader<?> reader, JsonNode body, byte[] json, Problem first) {
        Set<String> kept = new LinkedHashSet<>();
        Object value;
        try {
            value = reader.read(json, 0, json.length, JSON, Reading.lenient(kept::add));
        } catch (RuntimeException e) {
            value = null;
        }
        List<Problem> problems = new ArrayList<>(List.of(first));
        for (String path : kept) {
            String names = names(path);
            if (!first.path().equals(names) && !first.path().endsWith("." + names)) {
                problems.add(new Problem(names, "cannot be read as its type"));
            }
        }
        return new StrictReading(value, problems);
    }

    private static String names(String path) {
        StringBuilder names = new StringBuilder();
        for (String part : path.split("\\.", -1)) {
            int brackets = part.indexOf('[');
            String name = brackets < 0 ? part : part.substring(0, brackets);
            names.append(names.isEmpty() ? "" : ".")
                    .append(FieldNames.knownOrAny(name))
                    .append(brackets < 0 ? "" : "[]");
        }
        return names.toString();
    }

    private static Problem problem(RuntimeException error, JsonNode body) {
        JacksonException cause = null;
        for (@Nullable Throwable next = error; next != null; next = next.getCause()) {
            if (next instanceof JacksonException jackson) {
                cause = jackson;
            }
        }
        if (cause == null) {
            return new Problem(BODY, "a number is out of range");
        }
        List<JacksonException.Reference> steps = cause.getPath();
        String place = steps.isEmpty() ? "" : place(body, steps.get(0));
        StringBuilder path = new StringBuilder(place);
        JsonNode node = place.isEmpty() ? body : body.path(place);
        for (JacksonException.Reference step : steps) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append("[]");
                node = node.path(step.getIndex());
            } else {
                path.append(path.isEmpty() ? "" : ".").append(FieldNames.knownOrAny(name));
                node = node.path(name);
            }
        }
        return new Problem(path.isEmpty() ? BODY : path.toString(), kind(cause, node));
    }

    /** Returns the field of the body that a path starts in, which is empty for the body itself. */
    private static String place(JsonNode body, JacksonException.Reference first) {
        for (String place : PLACES) {
            JsonNode node = place.isEmpty() ? body : body.path(place);
            String name = first.getPropertyName();
            if (name == null ? node.has(first.getIndex()) : node.has(name)) {
                return place;
            }
        }
        return "";
    }

    private static String kind(JacksonException cause, JsonNode node) {
        Matcher missing = MISSING.matcher(String.valueOf(cause.getOriginalMessage()));
        if (missing.find()) {
            return "the required field " + FieldNames.knownOrAny(missing.group(1)) + " is missing";
        }
        String expected = cause instanceof MismatchedInputException mismatch
                ? expected(mismatch.getTargetType())
                : "another shape";
        String actual = actual(node);
        return actual.equals(expected) ? actual + " that cannot be read" : actual + " instead of " + expected;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another shape";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String actual(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "text";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            default -> "nothing";
        };
    }
}
