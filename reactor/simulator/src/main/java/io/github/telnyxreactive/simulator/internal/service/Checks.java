package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.service.Schema.Check;
import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The checks of values in a {@link Schema}. */
final class Checks {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");
    private static final Pattern E164_OR_SIP = Pattern.compile(E164.pattern() + "|(?i:sips?):[^\\s@]+(@[^\\s@]+)?");

    private Checks() {}

    /** Checks for text; its length is counted in code points. */
    static Check text(int min, int max) {
        return (value, location, violations) -> {
            if (!value.isString()) {
                violations.add(new Violation(location, "a string is expected", "string_type"));
                return;
            }
            String text = value.stringValue();
            int length = text.codePointCount(0, text.length());
            if (length < min) {
                violations.add(
                        new Violation(location, "at least " + min + " characters are expected", "string_too_short"));
            } else if (length > max) {
                violations.add(
                        new Violation(location, "at most " + max + " characters are expected", "string_too_long"));
            }
        };
    }

    static Check integer(long min, long max) {
        return (value, location, violations) -> {
            if (!value.isIntegralNumber()) {
                violations.add(new Violation(location, "an integer is expected", "int_type"));
            } else if (!value.canConvertToLong() || value.longValue() > max) {
                violations.add(new Violation(location, "at most " + max + " is expected", "less_than_equal"));
            } else if (value.longValue() < min) {
                violations.add(new Violation(location, "at least " + min + " is expected", "greater_than_equal"));
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

    static Check listOf(int min, Schema items) {
        return list(min, object(items));
    }

    static Check anyText() {
        return text(0, Integer.MAX_VALUE);
    }

    static Check number(double min, double max) {
        return (value, location, violations) -> {
            if (!value.isNumber()) {
                violations.add(new Violation(location, "a number is expected", "float_type"));
            } else if (value.doubleValue() > max) {
                violations.add(new Violation(location, "at most " + max + " is expected", "less_than_equal"));
            } else if (!(value.doubleValue() >= min)) {
                violations.add(new Violation(location, "at least " + min + " is expected", "greater_than_equal"));
            }
        };
    }

    static Check bool() {
        return (value, location, violations) -> {
            if (!value.isBoolean()) {
                violations.add(new Violation(location, "a boolean is expected", "bool_type"));
            }
        };
    }

    static Check date() {
        return (value, location, violations) -> {
            if (!value.isString() || Dates.parse(value.stringValue()) == null) {
                violations.add(new Violation(location, "a date and time is expected", "datetime_parsing"));
            }
        };
    }

    static Check object(Schema fields) {
        return (value, location, violations) -> fields.check(value, location, FieldRule::required, violations);
    }

    /** Checks for an object with arbitrary field names, whose values all pass the same check. */
    static Check mapOf(Check values) {
        return (value, location, violations) -> {
            if (!value.isObject()) {
                violations.add(new Violation(location, "an object is expected", "dict_type"));
                return;
            }
            value.properties()
                    .forEach(member ->
                            values.check(member.getValue(), Schema.within(location, member.getKey()), violations));
        };
    }

    static Check anything() {
        return (value, location, violations) -> {};
    }

    static Check scalar() {
        return (value, location, violations) -> {
            if (!value.isString() && !value.isIntegralNumber() && !value.isBoolean()) {
                violations.add(new Violation(location, "a string, an integer or a boolean is expected", "union_type"));
            }
        };
    }

    static Check list(Check items) {
        return list(0, items);
    }

    static Check list(int min, Check items) {
        return (value, location, violations) -> {
            if (!value.isArray()) {
                violations.add(new Violation(location, "a list is expected", "list_type"));
                return;
            }
            if (value.size() < min) {
                violations.add(new Violation(location, "at least " + min + " items are expected", "too_short"));
            }
            int position = 0;
            for (JsonNode item : value) {
                items.check(item, Schema.within(location, position++), violations);
            }
        };
    }

    /** Checks for a list without duplicates. */
    static Check distinct(Check items) {
        Check list = list(items);
        return (value, location, violations) -> {
            list.check(value, location, violations);
            if (value.isArray() && new HashSet<>(value.values()).size() < value.size()) {
                violations.add(new Violation(location, "unique items are expected", "unique_items"));
            }
        };
    }

    static Check phoneNumber() {
        return matching(E164, "a phone number in E.164 format is expected");
    }

    static Check phoneNumberOrSip() {
        return matching(E164_OR_SIP, "a phone number in E.164 format or a SIP URI is expected");
    }

    private static Check matching(Pattern pattern, String expected) {
        return (value, location, violations) -> {
            if (!value.isString() || !pattern.matcher(value.stringValue()).matches()) {
                violations.add(new Violation(location, expected, "string_pattern_mismatch"));
            }
        };
    }
}
