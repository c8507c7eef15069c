package io.github.telnyxreactive.internal.json;

import java.lang.reflect.Type;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON mapper of the models, and readers to be reused by their users.
 *
 * <p>Reading is lenient: unknown fields are kept by the models, numbers may be strings, and dates may have no offset.
 * Writing is exact: exactly what a model contains, with dates in ISO 8601.
 */
public final class JsonCodec {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new ModelModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private JsonCodec() {}

    /**
     * Returns the mapper that the whole library uses.
     *
     * @return the mapper, which is thread-safe
     */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Returns a reader of values of a type. It should be reused, because creating a reader costs more than reading a
     * value.
     *
     * @param type the type, with its type arguments
     * @return a reader, which is thread-safe
     */
    public static ObjectReader reader(Type type) {
        return MAPPER.readerFor(MAPPER.constructType(type));
    }

    /**
     * Returns a reader of values of a generic type.
     *
     * @param raw the generic type
     * @param arguments its type arguments
     * @return a reader, which is thread-safe
     */
    public static ObjectReader reader(Class<?> raw, Class<?>... arguments) {
        JavaType type = MAPPER.getTypeFactory().constructParametricType(raw, arguments);
        return MAPPER.readerFor(type);
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
}
