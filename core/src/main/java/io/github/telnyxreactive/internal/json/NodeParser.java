package io.github.telnyxreactive.internal.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.TreeTraversingParser;

/** Reads a tree, and shows the node at which it stands. */
final class NodeParser extends TreeTraversingParser {

    private final @Nullable NodeParser outer;
    /** The objects and arrays that are open, the innermost first. */
    private final Deque<JsonNode> open = new ArrayDeque<>();

    /**
     * Creates a parser.
     *
     * @param node the node to read
     * @param outer the parser of the tree that the node is a part of, standing at the node, {@code null} if there is none
     * @param context the context of reading
     */
    NodeParser(JsonNode node, @Nullable NodeParser outer, ObjectReadContext context) {
        super(node, context);
        this.outer = outer;
    }

    @Override
    public JsonToken nextToken() {
        JsonToken token = super.nextToken();
        if (token == null) {
            return null;
        }
        if (token.isStructStart()) {
            open.push(open.isEmpty() ? _source : child(streamReadContext().getParent()));
        } else if (token.isStructEnd()) {
            open.pop();
        }
        return token;
    }

    @Override
    public JsonParser skipChildren() {
        if (currentToken() != null && currentToken().isStructStart()) {
            open.pop();
        }
        return super.skipChildren();
    }

    /**
     * Returns the node at which the parser stands.
     *
     * @return the value of the current token, or the object or array that it starts
     */
    JsonNode node() {
        JsonToken token = currentToken();
        if (token.isStructStart()) {
            return open.getFirst();
        }
        return open.isEmpty() ? _source : child(streamReadContext());
    }

    private JsonNode child(TokenStreamContext context) {
        JsonNode parent = open.getFirst();
        return context.inObject() ? parent.get(context.currentName()) : parent.get(context.getCurrentIndex());
    }

    /**
     * Returns the path of the value that was read last.
     *
     * @return the names of the fields, and {@code []} for each list
     */
    String path() {
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext context = streamReadContext();
                context != null && !context.inRoot();
                context = context.getParent()) {
            path.insert(0, context.inObject() ? "." + context.currentName() : "[]");
        }
        if (outer != null) {
            return outer.path() + path;
        }
        return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }
}
