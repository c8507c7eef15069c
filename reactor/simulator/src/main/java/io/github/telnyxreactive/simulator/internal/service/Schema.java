package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.internal.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the service accepts as a body. Fields that the schema does not name are accepted, unless it is closed. */
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

    /** A schema that takes no other fields. */
    static Schema closed(FieldRule... fields) {
        return new Schema(List.of(fields), true);
    }

    /** Checks the body of a request that creates something: what is required has to be there. */
    void checkWhole(byte[] body) {
        check(body, field -> field.required());
    }

    /** Checks the body of a request that changes something: what is required may be left out, but not cleared. */
    void checkChange(byte[] body) {
        check(body, field -> false);
    }

    /** Checks the body of a request that may have none. Returns whether it has one. */
    boolean checkOptional(byte[] body) {
        if (body.length == 0 || parse(body).isNull()) {
            return false;
        }
        checkWhole(body);
        return true;
    }

    private void check(byte[] body, Predicate<FieldRule> demanded) {
        List<Violation> violations = new ArrayList<>();
        if (body.length == 0) {
            violations.add(new Violation(List.of("body"), "a body is required", "missing"));
        } else {
            check(parse(body), List.of("body"), demanded, violations);
        }
        if (!violations.isEmpty()) {
            throw new RejectedException(ErrorAnswers.invalid(violations));
        }
    }

    void check(JsonNode node, List<Object> location, Predicate<FieldRule> demanded, List<Violation> violations) {
        if (!node.isObject()) {
            violations.add(new Violation(location, "an object is expected", "model_attributes_type"));
            return;
        }
        for (FieldRule field : fields) {
            JsonNode value = node.get(field.name());
            if (value != null) {
                field.check(value, within(location, field.name()), violations);
            } else if (demanded.test(field)) {
                violations.add(new Violation(within(location, field.name()), "the field is required", "missing"));
            }
        }
        if (closed) {
            node.propertyNames().stream()
                    .filter(name ->
                            fields.stream().noneMatch(field -> field.name().equals(name)))
                    .forEach(name -> violations.add(
                            new Violation(within(location, name), "the field is not known", "extra_forbidden")));
        }
    }

    static List<Object> within(List<Object> location, Object step) {
        List<Object> extended = new ArrayList<>(location);
        extended.add(step);
        return extended;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JsonCodec.readTree(body);
        } catch (JacksonException e) {
            throw RejectedException.invalid(new Violation(List.of("body"), "the body is not JSON", "json_invalid"));
        }
    }

    /** What is accepted as the value of a field. */
    @FunctionalInterface
    interface Check {
        void check(JsonNode value, List<Object> location, List<Violation> violations);
    }

    /**
     * What is accepted as a field.
     *
     * @param name its name
     * @param required whether it has to be there, and not {@code null}
     * @param check what is accepted as its value
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
