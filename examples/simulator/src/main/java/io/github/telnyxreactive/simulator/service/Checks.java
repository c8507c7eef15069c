package io.github.telnyxreactive.simulator.service;

import io.github.telnyxreactive.simulator.service.Schema.Check;
import io.github.telnyxreactive.simulator.service.Schema.FieldRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The kinds of values that a {@link Schema} accepts. */
final class Checks {

    private Checks() {}

    /** Text; its length is counted in code points. */
    static Check text(int shortest, int longest) {
        return (value, location, violations) -> {
            if (!value.isString()) {
                violations.add(new Violation(location, "a string is expected", "string_type"));
                return;
            }
            String text = value.stringValue();
            int length = text.codePointCount(0, text.length());
            if (length < shortest) {
                violations.add(new Violation(
                        location, "at least " + shortest + " characters are expected", "string_too_short"));
            } else if (length > longest) {
                violations.add(
                        new Violation(location, "at most " + longest + " characters are expected", "string_too_long"));
            }
        };
    }

    static Check integer(long smallest, long largest) {
        return (value, location, violations) -> {
            if (!value.isIntegralNumber()) {
                violations.add(new Violation(location, "an integer is expected", "int_type"));
            } else if (!value.canConvertToLong() || value.longValue() > largest) {
                violations.add(new Violation(location, "at most " + largest + " is expected", "less_than_equal"));
            } else if (value.longValue() < smallest) {
                violations.add(new Violation(location, "at least " + smallest + " is expected", "greater_than_equal"));
            }
        };
    }

    static Check oneOf(String... values) {
        Set<String> known = Set.of(values);
        String expected = "one of " + String.join(", ", new TreeSet<>(known)) + " is expected";
        return (value, location, violations) -> {
            if (!value.isString() || !known.contains(value.stringValue())) {
                violations.add(new Violation(location, expected, "enum"));
            }
        };
    }

    static Check listOf(int shortest, Schema items) {
        return (value, location, violations) -> {
            if (!value.isArray()) {
                violations.add(new Violation(location, "a list is expected", "list_type"));
                return;
            }
            if (value.size() < shortest) {
                violations.add(new Violation(location, "at least " + shortest + " items are expected", "too_short"));
            }
            int position = 0;
            for (JsonNode item : value) {
                List<Object> itemLocation = Schema.within(location, position++);
                items.check(item, itemLocation, FieldRule::required, violations);
            }
        };
    }
}
