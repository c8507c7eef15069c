package io.github.telnyxreactive.internal.json;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;

/**
 * Reads the value of one component of a record from a tree, and returns it as {@link Raw} if that fails. The parser of
 * the record always ends up behind the value, because the value has a parser of its own.
 */
final class ComponentDeserializer extends ValueDeserializer<Object> {

    private final SettableBeanProperty property;
    /** Found when it is needed, because types may contain themselves. */
    private volatile @Nullable ValueDeserializer<Object> target;

    ComponentDeserializer(SettableBeanProperty property) {
        this.property = property;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        NodeParser record = parser instanceof NodeParser tree ? tree : null;
        JsonNode node;
        if (record == null) {
            // Another parser is in between, that of a type of the application for example.
            node = context.readTree(parser);
        } else {
            node = record.node();
            record.skipChildren();
        }
        try (NodeParser own = new NodeParser(node, record, context)) {
            own.nextToken();
            Object value = target(context).deserialize(own, context);
            // Lists of models have no null; a value that is null can only be one that its type has no form for.
            return value == null
                            || (value instanceof Collection<?> values
                                    && values.stream().anyMatch(Objects::isNull))
                    ? raw(node, record, context)
                    : value;
        } catch (RuntimeException e) {
            return raw(node, record, context);
        }
    }

    private static Raw raw(JsonNode node, @Nullable NodeParser record, DeserializationContext context) {
        if (record != null && context.getAttribute(RawFields.class) instanceof RawFields found) {
            found.add(record.path());
        }
        return new Raw(node);
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        return target(context).getNullValue(context);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return target(context).getAbsentValue(context);
    }

    @SuppressWarnings("unchecked")
    private ValueDeserializer<Object> target(DeserializationContext context) {
        ValueDeserializer<Object> known = target;
        if (known == null) {
            known = property.hasValueDeserializer()
                    ? (ValueDeserializer<Object>)
                            Objects.<ValueDeserializer<?>>requireNonNull(property.getValueDeserializer())
                    : context.findContextualValueDeserializer(property.getType(), property);
            target = known;
        }
        return known;
    }

    /**
     * A value that could not be read as the type of its component.
     *
     * @param node the value as it came
     */
    record Raw(JsonNode node) {}
}
