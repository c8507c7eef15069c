package io.github.telnyxreactive.internal.model;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.impl.AsPropertyTypeDeserializer;
import tools.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Resolves the members of a union, and makes the type visible to the default member only. To make it visible, Jackson
 * buffers the member, which is slower than reading it directly, and known members have a constant type.
 */
public final class UnionResolver extends StdTypeResolverBuilder {

    /** Creates the resolver. */
    public UnionResolver() {}

    @Override
    public TypeDeserializer buildTypeDeserializer(
            DeserializationContext context, JavaType union, Collection<NamedType> members) {
        TypeDeserializer standard = super.buildTypeDeserializer(context, union, members);
        return standard instanceof AsPropertyTypeDeserializer byProperty ? new ByProperty(byProperty, null) : standard;
    }

    private static final class ByProperty extends AsPropertyTypeDeserializer {

        ByProperty(AsPropertyTypeDeserializer standard, @Nullable BeanProperty property) {
            super(standard, property);
        }

        @Override
        public TypeDeserializer forProperty(BeanProperty property) {
            return new ByProperty(this, property);
        }

        @Override
        protected Object _deserializeTypedForId(
                JsonParser parser, DeserializationContext context, @Nullable TokenBuffer before, String typeId) {
            ValueDeserializer<Object> member = _findDeserializer(context, typeId);
            if (before != null || member.handledType() == getDefaultImpl()) {
                return super._deserializeTypedForId(parser, context, before, typeId);
            }
            parser.nextToken();
            return member.deserialize(parser, context);
        }
    }
}
