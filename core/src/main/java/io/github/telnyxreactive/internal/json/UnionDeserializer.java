package io.github.telnyxreactive.internal.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.telnyxreactive.internal.model.Union;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the implementations of a {@link Union}. One whose field comes first is read directly. Any other becomes a tree
 * first, once: what is nested in it is read from the same tree. Jackson's own deserializer of unions copies the rest of an
 * object at each level.
 */
final class UnionDeserializer extends ValueDeserializer<Object> {

    private final Class<?> union;
    private final String by;
    private final Member[] members;
    private final Map<String, Member> known = new HashMap<>();
    private final Member unknown;
    private final @Nullable Member untyped;
    private final @Nullable Method withType;
    private final String untypedName;
    private final String untypedField;

    UnionDeserializer(Class<?> union, Union annotation) {
        this.union = union;
        this.by = annotation.by();
        JsonSubTypes members = union.getDeclaredAnnotation(JsonSubTypes.class);
        if (members != null) {
            for (JsonSubTypes.Type member : members.value()) {
                known.put(member.name(), new Member(member.name(), member.value()));
            }
        }
        this.members = known.values().toArray(new Member[0]);
        this.unknown = new Member("", annotation.unknown());
        this.untyped = annotation.untyped() == Record.class ? null : new Member("", annotation.untyped());
        this.withType = untyped == null ? null : withType(annotation.untyped());
        this.untypedName = annotation.untypedName();
        this.untypedField = annotation.untypedField();
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartObjectToken()) {
            return context.handleUnexpectedToken(context.constructType(union), parser);
        }
        if (parser instanceof NodeParser tree) {
            return member(tree.node()).deserialize(tree, context);
        }
        boolean isFirst = by.equals(parser.nextName());
        if (isFirst && parser.nextToken() == JsonToken.VALUE_STRING) {
            Member member = known(parser);
            if (member != null) {
                parser.nextToken();
                return member.deserialize(parser, context);
            }
            if (untyped != null && parser.getString().equals(untypedName)) {
                parser.nextToken();
                return withType(untyped.deserialize(parser, context), untypedName);
            }
        }
        ObjectNode node = context.getNodeFactory().objectNode();
        if (isFirst) {
            node.set(by, context.readTree(parser));
            parser.nextToken();
        }
        if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            context.findRootValueDeserializer(context.constructType(ObjectNode.class))
                    .deserialize(parser, context, node);
        }
        try (NodeParser tree = new NodeParser(node, null, context)) {
            tree.nextToken();
            return member(node).deserialize(tree, context);
        }
    }

    private Object withType(Object value, String name) {
        try {
            return Objects.requireNonNull(withType).invoke(value, name);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("withType of " + value.getClass() + " cannot be called", e);
        }
    }

    private static Method withType(Class<?> untyped) {
        try {
            Method method = untyped.getDeclaredMethod("withType", String.class);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(untyped + " needs a method withType(String)", e);
        }
    }

    /** Returns the implementation for the text of the parser, without making a string of it. */
    private @Nullable Member known(JsonParser parser) {
        char[] text = parser.getStringCharacters();
        int start = parser.getStringOffset();
        int length = parser.getStringLength();
        for (Member member : members) {
            if (member.isNamed(text, start, length)) {
                return member;
            }
        }
        return null;
    }

    private Member member(JsonNode node) {
        JsonNode name = node.get(by);
        if (untyped != null
                && (name == null || name.isNull()
                        ? node.has(untypedField)
                        : name.isString() && name.stringValue().equals(untypedName))) {
            return untyped;
        }
        return name != null && name.isString() ? known.getOrDefault(name.stringValue(), unknown) : unknown;
    }

    /** An implementation. Its deserializer is found when it is needed, because unions contain each other. */
    private static final class Member {

        private final char[] name;
        private final Class<?> type;
        private volatile @Nullable ValueDeserializer<Object> deserializer;

        Member(String name, Class<?> type) {
            this.name = name.toCharArray();
            this.type = type;
        }

        boolean isNamed(char[] text, int start, int length) {
            return Arrays.equals(name, 0, name.length, text, start, start + length);
        }

        Object deserialize(JsonParser parser, DeserializationContext context) {
            ValueDeserializer<Object> found = deserializer;
            if (found == null) {
                found = context.findContextualValueDeserializer(context.constructType(type), null);
                deserializer = found;
            }
            return found.deserialize(parser, context);
        }
    }
}
