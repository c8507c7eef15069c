package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.definitions.yaml.Tagged;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.internal.text.Mask;
import io.github.telnyxreactive.json.TelnyxJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that differs.
 *
 * @param path its path, such as {@code tools[0].webhook.url}
 * @param before the value in the account, a missing node if there is none
 * @param after the value that it is to have, a missing node if there is to be none
 */
record Difference(String path, JsonNode before, JsonNode after) {

    private static final int MAX_LENGTH = 60;
    private static final int CONTEXT = 12;
    private static final String NONE = "(none)";

    /** Names of fields whose values nobody may read over a shoulder. A reference to a secret is none. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|authorization)");

    /** Returns the innermost differences between two values. */
    static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> found = new ArrayList<>();
        collect("", before, after, found);
        return found;
    }

    private static void collect(String path, JsonNode before, JsonNode after, List<Difference> found) {
        if (Values.same(before, after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>(after.propertyNames());
            names.addAll(before.propertyNames());
            for (String name : names) {
                collect(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name), found);
            }
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                collect(path + "[" + i + "]", before.path(i), after.path(i), found);
            }
        } else {
            found.add(new Difference(path, before, after));
        }
    }

    /** Returns a line with both values, shortened to where they differ and without phone numbers. */
    @Override
    public String toString() {
        if (isSecret(path.substring(path.lastIndexOf('.') + 1))) {
            return Text.printable(path) + ": " + hidden(before) + " -> " + hidden(after);
        }
        String old = text(before);
        String now = text(after);
        int common = 0;
        while (common < Math.min(old.length(), now.length()) && old.charAt(common) == now.charAt(common)) {
            common++;
        }
        boolean isLong = Math.max(old.length(), now.length()) > MAX_LENGTH;
        int start = isLong ? Math.max(0, common - CONTEXT) : 0;
        return Text.printable(path) + ": " + shortened(old, start) + " -> " + shortened(now, start);
    }

    /** Returns a line with a value, shortened and without phone numbers. */
    static String line(String name, JsonNode value) {
        return Text.printable(name) + ": " + shortened(text(value), 0);
    }

    /** Returns whether the value of a field must not be shown, nor be read by others in a file. */
    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    private static String hidden(JsonNode value) {
        return value.isMissingNode() ? NONE : "(hidden)";
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode()) {
            return NONE;
        }
        Tagged tagged = Tagged.in(value);
        JsonNode plain = Values.mapStrings(withoutSecrets(value), node -> {
            Tagged inner = Tagged.in(node);
            return inner == null ? node : JsonNodeFactory.instance.stringNode(inner.toString());
        });
        String text = tagged == null ? TelnyxJson.writeToString(plain) : tagged.toString();
        return Text.oneLine(Mask.phoneNumbers(text));
    }

    private static JsonNode withoutSecrets(JsonNode value) {
        JsonNode copy = value.deepCopy();
        hideIn(copy);
        return copy;
    }

    private static void hideIn(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .filter(Difference::isSecret)
                    .toList()
                    .forEach(name -> object.put(name, "(hidden)"));
        }
        value.forEach(Difference::hideIn);
    }

    private static String shortened(String text, int start) {
        int from = text.offsetByCodePoints(0, Math.min(text.codePointCount(0, Math.min(start, text.length())), start));
        String rest = text.substring(from);
        int length = rest.codePointCount(0, rest.length());
        String shown = length > MAX_LENGTH ? rest.substring(0, rest.offsetByCodePoints(0, MAX_LENGTH)) + "…" : rest;
        return from > 0 ? "…" + shown : shown;
    }
}
