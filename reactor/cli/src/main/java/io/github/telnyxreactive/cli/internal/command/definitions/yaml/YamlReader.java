package io.github.telnyxreactive.cli.internal.command.definitions.yaml;

import io.github.telnyxreactive.json.TelnyxJson;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads YAML as a JSON tree. A plain value that YAML parsers disagree about, a number in one and a string in another, is
 * an error, since a phone number without quotes would lose its plus.
 */
public final class YamlReader {

    private static final int MAX_CODE_POINTS = 64 << 20;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    /** What is a number to some version of YAML, but not to JSON. */
    private static final Pattern DOUBTFUL_NUMBER = Pattern.compile(
            "[-+]?(0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+|[0-9][0-9_]*(\\.[0-9_]*)?|\\.[0-9][0-9_]*)([eE][-+]?[0-9]+)?"
                    + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private static final Set<String> DOUBTFUL_WORDS = Set.of("True", "TRUE", "False", "FALSE", "Null", "NULL");
    private static final Set<Tag> STANDARD = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

    private final Set<String> tags;
    private final Map<String, Position> positions = new HashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlReader(Set<String> tags) {
        this.tags = tags;
    }

    /**
     * Reads a document, which must be an object.
     *
     * @param text the text
     * @param tags the tags that strings may have
     * @return the document
     * @throws YamlException if it cannot be read
     */
    public static YamlDocument read(String text, Set<String> tags) throws YamlException {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MAX_CODE_POINTS)
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                throw new YamlException(Position.START, "the file is empty");
            }
            YamlReader reader = new YamlReader(tags);
            if (reader.value(root.get(), "") instanceof ObjectNode object) {
                return new YamlDocument(object, Map.copyOf(reader.positions));
            }
            throw new YamlException(position(root.get()), "a mapping of names to values is expected");
        } catch (MarkedYamlEngineException e) {
            Position position = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(YamlReader::position)
                    .orElse(Position.START);
            throw new YamlException(position, "not YAML: " + Objects.requireNonNullElse(e.getProblem(), "unreadable"));
        } catch (ReaderException e) {
            throw new YamlException(position(text, e.getPosition()), "not YAML: a character that is not printable");
        } catch (YamlEngineException e) {
            throw new YamlException(Position.START, "not YAML: " + e.getMessage());
        }
    }

    private JsonNode value(Node node, String path) throws YamlException {
        positions.putIfAbsent(path, position(node));
        if (!open.add(node)) {
            throw new YamlException(position(node), "a value contains itself");
        }
        try {
            if (node instanceof MappingNode mapping) {
                return object(mapping, path);
            }
            return node instanceof SequenceNode sequence ? array(sequence, path) : scalar((ScalarNode) node);
        } finally {
            open.remove(node);
        }
    }

    private ObjectNode object(MappingNode mapping, String path) throws YamlException {
        checkTag(mapping);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple member : mapping.getValue()) {
            Node key = member.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                throw new YamlException(position(key), "a name is expected");
            }
            String name = scalar.getValue();
            if (name.equals("<<") && scalar.isPlain()) {
                throw new YamlException(position(key), "merging with << is not supported");
            }
            if (object.has(name)) {
                throw new YamlException(position(key), "\"" + name + "\" is there twice");
            }
            String inner = path.isEmpty() ? name : path + "." + name;
            positions.putIfAbsent(inner, position(key));
            object.set(name, value(member.getValueNode(), inner));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String path) throws YamlException {
        checkTag(sequence);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node element : sequence.getValue()) {
            array.add(value(element, path + "[" + array.size() + "]"));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar) throws YamlException {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        String name = tag.getValue().startsWith("!") ? tag.getValue().substring(1) : "";
        if (tags.contains(name)) {
            return new Tagged(name, text).node();
        }
        checkTag(scalar);
        return scalar.isPlain() ? plain(scalar, text) : JsonNodeFactory.instance.stringNode(text);
    }

    private static JsonNode plain(ScalarNode scalar, String text) throws YamlException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        switch (text) {
            case "", "~", "null" -> {
                return nodes.nullNode();
            }
            case "true", "false" -> {
                return nodes.booleanNode(text.equals("true"));
            }
            default -> {
                if (NUMBER.matcher(text).matches()) {
                    return TelnyxJson.read(text, JsonNode.class);
                }
                if (DOUBTFUL_WORDS.contains(text)
                        || DOUBTFUL_NUMBER.matcher(text).matches()) {
                    throw new YamlException(
                            position(scalar),
                            "write \"" + text + "\" in quotes if it is a string, else as JSON writes numbers, true, "
                                    + "false and null");
                }
                return nodes.stringNode(text);
            }
        }
    }

    private static void checkTag(Node node) throws YamlException {
        if (!STANDARD.contains(node.getTag())) {
            throw new YamlException(position(node), "the tag " + node.getTag().getValue() + " is not known");
        }
    }

    private static Position position(Node node) {
        return node.getStartMark().map(YamlReader::position).orElse(Position.START);
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Position position(String text, int index) {
        String before = text.substring(0, Math.min(Math.max(index, 0), text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line + 1, before.length() - before.lastIndexOf('\n'));
    }
}
