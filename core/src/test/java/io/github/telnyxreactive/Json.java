package io.github.telnyxreactive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON for tests, read by a separate mapper that keeps every digit. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    public static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    public static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    public static byte[] bytes(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    /** Returns whether two values are equal, numbers numerically and dates as instants. */
    public static boolean isSame(JsonNode first, JsonNode second) {
        return first.equals(Json::compare, second);
    }

    private static int compare(JsonNode first, JsonNode second) {
        if (first.isNumber() && second.isNumber()) {
            return first.decimalValue().compareTo(second.decimalValue());
        }
        if (first.isString() && second.isString() && !first.equals(second)) {
            try {
                return OffsetDateTime.parse(first.stringValue())
                        .toInstant()
                        .compareTo(OffsetDateTime.parse(second.stringValue()).toInstant());
            } catch (DateTimeParseException e) {
                return 1;
            }
        }
        return first.equals(second) ? 0 : 1;
    }

    public static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** Returns the fixture of a model: the resource of the same name in its package, with every field set. */
    public static ObjectNode fixture(Class<?> model) {
        String name = model.getSimpleName() + ".json";
        try (InputStream in = model.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("the fixture " + model.getPackageName() + "/" + name + " is missing");
            }
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
