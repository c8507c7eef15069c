package io.github.telnyxreactive.model;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.type.TypeFactory;

/**
 * Reads a {@link Field}: absent is unchanged, {@code null} or what a deserializer maps to it is clear, anything else is
 * set.
 */
final class FieldDeserializer extends ValueDeserializer<Field<?>> {

    private final JavaType valueType;

    FieldDeserializer() {
        this(TypeFactory.unknownType());
    }

    private FieldDeserializer(JavaType valueType) {
        this.valueType = valueType;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType type = context.getContextualType();
        return new FieldDeserializer(type == null ? TypeFactory.unknownType() : type.containedTypeOrUnknown(0));
    }

    @Override
    public Field<?> deserialize(JsonParser parser, DeserializationContext context) {
        @Nullable Object value = context.readValue(parser, valueType);
        if (value instanceof Collection<?> values && values.contains(null)) {
            return context.reportInputMismatch(this, "a list has an element that is null");
        }
        return value == null ? Field.clear() : Field.set(value);
    }

    @Override
    public Field<?> getNullValue(DeserializationContext context) {
        return Field.clear();
    }

    @Override
    public Field<?> getAbsentValue(DeserializationContext context) {
        return Field.unchanged();
    }
}
