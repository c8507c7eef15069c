package io.github.telnyxreactive.internal.json;

import java.lang.reflect.Type;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON mapper of the models.
 *
 * <p>A value is read only as what it is: no number becomes a text, no text a number, and no digit is lost. What cannot be
 * read so is left to {@link ModelReader}. Writing is exact: exactly what a model contains, with dates in ISO 8601.
 */
public final class JsonCodec {

    private static final JsonMapper MAPPER = mapper(false);

    private JsonCodec() {}

    /**
     * Returns the mapper that the whole library uses.
     *
     * @return the mapper, which is thread-safe
     */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Returns the mapper for what the other one cannot read. It examines all types once more. */
    static JsonMapper fieldByField() {
        return FieldByField.MAPPER;
    }

    /**
     * Returns a type of the mapper.
     *
     * @param type the type, with its type arguments
     * @return the type
     */
    static JavaType type(Type type) {
        return MAPPER.constructType(type);
    }

    /**
     * Reads any JSON.
     *
     * @param json the bytes
     * @return the tree, a missing node if there are no bytes
     * @throws tools.jackson.core.JacksonException if the bytes are not JSON
     */
    public static JsonNode readTree(byte[] json) {
        return MAPPER.readTree(json);
    }

    private static JsonMapper mapper(boolean isFieldByField) {
        return JsonMapper.builder()
                .addModule(new ModelModule(isFieldByField))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .withCoercionConfigDefaults(
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    /** Created when something could not be read for the first time. */
    private static final class FieldByField {

        static final JsonMapper MAPPER = mapper(true);
    }
}
