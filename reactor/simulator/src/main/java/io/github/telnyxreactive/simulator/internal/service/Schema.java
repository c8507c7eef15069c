package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON objects that the service accepts. Unknown fields are accepted unless the schema is closed. */
final class Schema {

    private final List<FieldRule> fields;
    private final boolean closed;

    private Schema(List<FieldRule> fields, boolean closed) {
        this.fields = fields;
        this.closed = closed;
    }

    static Schema of(FieldRule... fields) {
        return new Schema(List.of(fields), false);
    }

    /** Creates a schema that rejects unknown fields. */
    static Schema closed(FieldRule... fields) {
        return new Schema(List.of(fields), true);
    }

    /** Checks the body of a request that creates something: required fields must be present. */
    void checkComplete(byte[] body) {
        check(body, field -> field.required());
    }

    /** Checks the body of a request that changes something: required fields may be absent, but not {@code null}. */
    void checkChange(byte[] body) {
        check(body, field -> false);
    }

    /** Checks the optional body of a request. Returns whether there is one. */
    boolean checkOptional(byte[] body) {
        if (body.length == 0 || parse(body).isNull()) {
            return false;
        }
        checkComplete(body);
        return true;
    }

    private void check(byte[] body, Predicate<FieldRule> isRequired) {
        List<Violation> violations = new ArrayList<>();
        if (body.length == 0) {
            violations.add(new Violation(List.of("body"), "a body is required", "missing"));
        } else {
            check(parse(body), List.of("body"), isRequired, violations);
        }
        RejectedException.rejectIfAny(violations);
    }

    void check(JsonNode node, List<Object> location, Predicate<FieldRule> isRequired, List<Violation> violations) {
        if (!node.isObject()) {
            violations.add(new Violation(location, "an object is expected", "model_attributes_type"));
            return;
        }
        for (FieldRule field : fields) {
            JsonNode value = node.get(field.name());
            if (value != null) {
                field.check(value, within(location, field.name()), violations);
            } else if (isRequired.test(field)) {
                violations.add(new Violation(within(location, field.name()), "the field is required", "missing"));
            }
        }
        if (closed) {
            node.propertyNames().stream()
                    .filter(name ->
                            fields.stream().noneMatch(field -> field.name().equals(name)))
                    .forEach(name -> violations.add(
                            new Violation(within(location, name), "the field is unknown", "extra_forbidden")));
        }
    }

    static List<Object> within(List<Object> location, Object step) {
        List<Object> extended = new ArrayList<>(location);
        extended.add(step);
        return extended;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return TelnyxJson.read(body, JsonNode.class);
        } catch (JacksonException e) {
            throw RejectedException.invalid(new Violation(List.of("body"), "the body is not JSON", "json_invalid"));
        }
    }

    /** A check of the value of a field. */
    @FunctionalInterface
    interface Check {
        void check(JsonNode value, List<Object> location, List<Violation> violations);
    }

    /**
     * A field of a schema.
     *
     * @param name the name of the field
     * @param required whether the field must be present and not {@code null}
     * @param check the check of its value
     */
    record FieldRule(String name, boolean required, Check check) {

        static FieldRule required(String name, Check check) {
            return new FieldRule(name, true, check);
        }

        static FieldRule optional(String name, Check check) {
            return new FieldRule(name, false, check);
        }

        private void check(@Nullable JsonNode value, List<Object> location, List<Violation> violations) {
            if (value != null && (required || !value.isNull())) {
                check.check(value, location, violations);
            }
        }
    }
}
