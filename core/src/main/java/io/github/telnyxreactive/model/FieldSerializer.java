package io.github.telnyxreactive.model;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a {@link Field}: nothing, {@code null}, or the value. */
final class FieldSerializer extends ValueSerializer<Field<?>> {

    @Override
    public void serialize(Field<?> field, JsonGenerator generator, SerializationContext context) {
        if (field.value().isPresent()) {
            context.writeValue(generator, field.value().get());
        } else {
            generator.writeNull();
        }
    }

    @Override
    public boolean isEmpty(SerializationContext context, Field<?> field) {
        return field.isUnchanged();
    }
}
