package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.Percentage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of an object of a report, and what to say if one is missing or wrong. */
final class JsonFields {

    private static final String ADVICE = ". The report was changed or damaged: write it again";
    private static final int DECIMALS_OF_NANOS = 9;
    private static final int MAX_DIGITS = 30;

    private final String path;
    private final Map<String, JsonNode> values = new HashMap<>();

    JsonFields(String path) {
        this.path = path;
    }

    static JsonFields of(String path, JsonNode object) {
        JsonFields fields = new JsonFields(path);
        object.forEachEntry(fields::put);
        return fields;
    }

    static ReportFormatException missing(String path, String name) {
        return new ReportFormatException("In " + path + ", the field \"" + name + "\" is missing" + ADVICE);
    }

    static ReportFormatException wrong(String path, String expected) {
        return new ReportFormatException("In the report, " + path + " is not " + expected + ADVICE);
    }

    private ReportFormatException wrongField(String name, String expected) {
        return new ReportFormatException("In " + path + ", the field \"" + name + "\" is not " + expected + ADVICE);
    }

    void put(String name, JsonNode value) {
        values.put(name, value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    private JsonNode required(String name) throws ReportFormatException {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            throw missing(path, name);
        }
        return value;
    }

    String text(String name) throws ReportFormatException {
        JsonNode value = required(name);
        if (!value.isString()) {
            throw wrongField(name, "a text");
        }
        return value.stringValue();
    }

    @Nullable String optionalText(String name) throws ReportFormatException {
        return isAbsent(name) ? null : text(name);
    }

    private boolean isAbsent(String name) {
        JsonNode value = values.get(name);
        return value == null || value.isNull();
    }

    boolean truth(String name) throws ReportFormatException {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw wrongField(name, "true or false");
        }
        return value.booleanValue();
    }

    int number(String name) throws ReportFormatException {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrongField(name, "a whole number");
        }
        return value.intValue();
    }

    int positive(String name) throws ReportFormatException {
        int number = number(name);
        if (number < 1) {
            throw wrongField(name, "at least 1");
        }
        return number;
    }

    /** A word that is not known may mean anything, so it is not passed over. */
    <E extends Enum<E>> E constant(String name, Class<E> type) throws ReportFormatException {
        String key = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(key)) {
                return constant;
            }
        }
        throw wrongField(name, "a word that is known here");
    }

    OffsetDateTime time(String name) throws ReportFormatException {
        try {
            return OffsetDateTime.parse(text(name));
        } catch (DateTimeException e) {
            throw wrongField(name, "a time with an offset");
        }
    }

    Duration duration(String name) throws ReportFormatException {
        JsonNode value = required(name);
        if (!value.isNumber()) {
            throw wrongField(name, "a number of seconds");
        }
        BigDecimal seconds = value.decimalValue();
        // Larger ones would take long to compute, and fit no duration.
        if (Math.abs(seconds.scale()) > MAX_DIGITS || seconds.precision() > MAX_DIGITS) {
            throw wrongField(name, "a possible number of seconds");
        }
        try {
            BigDecimal whole = new BigDecimal(seconds.toBigInteger());
            BigDecimal nanos = seconds.subtract(whole).movePointRight(DECIMALS_OF_NANOS);
            return Duration.ofSeconds(whole.longValueExact(), nanos.longValue());
        } catch (ArithmeticException e) {
            throw wrongField(name, "a possible number of seconds");
        }
    }

    @Nullable Duration optionalDuration(String name) throws ReportFormatException {
        return isAbsent(name) ? null : duration(name);
    }

    /** Reports that were written before there were requirements have none. */
    PassRequirement requirement() throws ReportFormatException {
        return new PassRequirement(percentage("min_pass_rate_percent", Percentage.ALL), passRule("pass_rule"));
    }

    private Percentage percentage(String name, Percentage otherwise) throws ReportFormatException {
        if (isAbsent(name)) {
            return otherwise;
        }
        JsonNode value = required(name);
        if (!value.isNumber() || Math.abs(value.decimalValue().scale()) > MAX_DIGITS) {
            throw wrongField(name, "a percentage");
        }
        try {
            return new Percentage(value.decimalValue());
        } catch (IllegalArgumentException e) {
            throw wrongField(name, "a percentage");
        }
    }

    private @Nullable PassRule passRule(String name) throws ReportFormatException {
        String text = optionalText(name);
        try {
            return text == null ? null : PassRule.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrongField(name, "a pass rule such as 2/3");
        }
    }

    JsonFields object(String name) throws ReportFormatException {
        JsonNode value = required(name);
        if (!value.isObject()) {
            throw wrongField(name, "an object");
        }
        return of(path + "." + name, value);
    }

    List<JsonFields> objects(String name) throws ReportFormatException {
        JsonNode value = required(name);
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isObject()) {
                throw wrongField(name, "a list of objects");
            }
            objects.add(of(path + "." + name + "[" + objects.size() + "]", element));
        }
        if (!value.isArray()) {
            throw wrongField(name, "a list of objects");
        }
        return objects;
    }
}
