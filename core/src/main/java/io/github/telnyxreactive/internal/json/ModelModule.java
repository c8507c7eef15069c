package io.github.telnyxreactive.internal.json;

import io.github.telnyxreactive.internal.model.Union;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleModule;

/** Replaces the parts of Jackson that are too strict, too inexact or too slow for models. */
final class ModelModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private final boolean isFieldByField;

    /**
     * Creates the module of a mapper.
     *
     * @param isFieldByField whether a component that cannot be read does not cost the record
     */
    ModelModule(boolean isFieldByField) {
        super("telnyx");
        this.isFieldByField = isFieldByField;
        addDeserializer(OffsetDateTime.class, new OffsetDateTimeDeserializer());
        addDeserializer(Double.class, new ExactDoubleDeserializer());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addValueInstantiators(new RecordInstantiators(isFieldByField));
        context.addDeserializers(new Unions());
    }

    private static final class Unions extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            Union union = type.getRawClass().getDeclaredAnnotation(Union.class);
            return union == null ? null : new UnionDeserializer(type.getRawClass(), union);
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type.isAnnotationPresent(Union.class);
        }
    }
}
