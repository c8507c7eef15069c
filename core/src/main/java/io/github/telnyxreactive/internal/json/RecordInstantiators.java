package io.github.telnyxreactive.internal.json;

import io.github.telnyxreactive.internal.json.ComponentDeserializer.Raw;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.NullValueProvider;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.util.AccessPattern;

/**
 * Creates records by their constructors. Jackson itself adapts a method handle to the number of arguments for each call,
 * which is a quarter of the allocation of reading an assistant.
 *
 * <p>A field that is {@code null}, or whose value could not be read, is kept in the component for unknown fields, if there
 * is one.
 */
final class RecordInstantiators extends ValueInstantiators.Base {

    private final boolean isFieldByField;

    /**
     * Creates the instantiators of a mapper.
     *
     * @param isFieldByField whether a component that cannot be read does not cost the record; everything is read by a
     *     {@link NodeParser} then
     */
    RecordInstantiators(boolean isFieldByField) {
        this.isFieldByField = isFieldByField;
    }

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier description, ValueInstantiator standard) {
        return description.getBeanClass().isRecord()
                        && standard instanceof StdValueInstantiator instantiator
                        && instantiator.getWithArgsCreator() != null
                        && instantiator.getWithArgsCreator().getMember() instanceof Constructor<?> constructor
                        // Jackson may have access nevertheless, and reports an error if it does not.
                        && constructor.canAccess(null)
                ? new ByConstructor(instantiator, constructor, config, isFieldByField)
                : standard;
    }

    private static final class ByConstructor extends StdValueInstantiator {

        private static final long serialVersionUID = 1L;
        private static final int NONE = -1;

        private final transient Constructor<?> constructor;
        private final boolean isFieldByField;
        private final int unknownFields;

        ByConstructor(
                StdValueInstantiator standard,
                Constructor<?> constructor,
                DeserializationConfig config,
                boolean isFieldByField) {
            super(standard);
            // Otherwise access is checked for each record.
            constructor.trySetAccessible();
            this.constructor = constructor;
            this.isFieldByField = isFieldByField;
            this.unknownFields = unknownFields(super.getFromObjectArguments(config), config);
        }

        private static int unknownFields(SettableBeanProperty @Nullable [] properties, DeserializationConfig config) {
            for (int i = 0; properties != null && i < properties.length; i++) {
                if (isUnknownFields(properties[i], config)) {
                    return i;
                }
            }
            return NONE;
        }

        private static boolean isUnknownFields(SettableBeanProperty property, DeserializationConfig config) {
            return Boolean.TRUE.equals(config.getAnnotationIntrospector().hasAnySetter(config, property.getMember()));
        }

        @Override
        public SettableBeanProperty[] getFromObjectArguments(DeserializationConfig config) {
            SettableBeanProperty[] properties = super.getFromObjectArguments(config);
            if (properties == null || unknownFields == NONE) {
                return properties;
            }
            SettableBeanProperty[] keeping = properties.clone();
            for (int i = 0; i < keeping.length; i++) {
                if (i != unknownFields) {
                    keeping[i] = keeping(keeping[i]);
                }
            }
            return keeping;
        }

        private SettableBeanProperty keeping(SettableBeanProperty property) {
            SettableBeanProperty read =
                    isFieldByField ? property.withValueDeserializer(new ComponentDeserializer(property)) : property;
            return read.withNullProvider(new KeptNull(property.getType()));
        }

        @Override
        public Object createFromObjectWith(
                DeserializationContext context, SettableBeanProperty[] properties, PropertyValueBuffer buffer) {
            Object[] arguments = buffer.getParameters(context, properties);
            if (unknownFields != NONE) {
                keepRaw(properties, arguments);
            }
            return createFromObjectWith(context, arguments);
        }

        @SuppressWarnings("unchecked")
        private void keepRaw(SettableBeanProperty[] properties, Object[] arguments) {
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i] instanceof Raw raw) {
                    arguments[i] = null;
                    ((Map<String, JsonNode>) arguments[unknownFields]).put(properties[i].getName(), raw.node());
                }
            }
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            try {
                return constructor.newInstance(arguments);
            } catch (InvocationTargetException e) {
                return failed(context, arguments, e.getCause());
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                return failed(context, arguments, e);
            }
        }

        private Object failed(DeserializationContext context, Object[] arguments, Throwable cause) {
            if (cause instanceof Error error) {
                throw error;
            }
            return context.handleInstantiationProblem(_valueClass, arguments, rewrapCtorProblem(context, cause));
        }
    }

    /**
     * Tells a field that is {@code null} from one that is not there, unless its type does.
     *
     * @param type the type of the field
     */
    private record KeptNull(JavaType type) implements NullValueProvider {

        private static final Raw NULL = new Raw(NullNode.getInstance());

        @Override
        public Object getNullValue(DeserializationContext context) {
            Object own = context.findNonContextualValueDeserializer(type).getNullValue(context);
            return own == null ? NULL : own;
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }

        @Override
        public AccessPattern getNullAccessPattern() {
            return AccessPattern.DYNAMIC;
        }
    }
}
