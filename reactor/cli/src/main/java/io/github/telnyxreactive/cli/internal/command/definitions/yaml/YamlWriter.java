package io.github.telnyxreactive.cli.internal.command.definitions.yaml;

import io.github.telnyxreactive.json.TelnyxJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a JSON tree as YAML. What is written is read back and compared, so that no value is ever changed by the way that
 * it is written.
 */
public final class YamlWriter {

    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setIndent(2)
            .setSplitLines(false)
            .setWidth(Integer.MAX_VALUE)
            .setMaxSimpleKeyLength(1024)
            .setDereferenceAliases(true)
            .build();

    /** What is a string to every version of YAML, unless it is a reserved word. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z](?:[A-Za-z0-9_./()'!?%;+@=&*$-]|,(?=[ A-Za-z0-9])|:(?=/)| (?=[A-Za-z0-9(']))*");

    private static final Set<String> RESERVED =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity");

    private static final int MAX_PLAIN = 200;

    private final @Nullable BlockScalars blocks;

    private YamlWriter(@Nullable BlockScalars blocks) {
        this.blocks = blocks;
    }

    /**
     * Writes a document.
     *
     * @param content the document, in the order of its fields
     * @param tags the tags that are in it
     * @return the text
     * @throws IllegalArgumentException if it has a value that YAML cannot express
     */
    public static String write(ObjectNode content, Set<String> tags) {
        String json = json(content);
        for (BlockScalars blocks : Arrays.asList(new BlockScalars(json), null)) {
            String text = new YamlWriter(blocks).yaml(content);
            try {
                if (StandardCharsets.UTF_8.newEncoder().canEncode(text)
                        && json(YamlReader.read(text, tags).content()).equals(json)) {
                    return text;
                }
            } catch (YamlException e) {
                // Written in another way next, or refused.
            }
        }
        throw new IllegalArgumentException("has a value that YAML cannot express");
    }

    private static String json(JsonNode content) {
        return TelnyxJson.writeToString(content);
    }

    private String yaml(ObjectNode content) {
        String yaml = new Present(SETTINGS)
                .emitToString(
                        new Serialize(SETTINGS).serializeOne(node(content)).iterator());
        return blocks == null ? yaml : blocks.fill(yaml);
    }

    private Node node(JsonNode value) {
        if (value.isObject()) {
            List<NodeTuple> members = new ArrayList<>();
            value.properties()
                    .forEach(member -> members.add(new NodeTuple(key(member.getKey()), node(member.getValue()))));
            return new MappingNode(Tag.MAP, members, style(value));
        }
        if (value.isArray()) {
            return new SequenceNode(
                    Tag.SEQ, value.values().stream().map(this::node).toList(), style(value));
        }
        Tagged tagged = Tagged.in(value);
        if (tagged != null) {
            return new ScalarNode(new Tag("!" + tagged.tag()), tagged.text(), ScalarStyle.DOUBLE_QUOTED);
        }
        if (value.isString()) {
            String text = value.stringValue();
            return blocks != null && BlockScalars.suits(text)
                    ? new ScalarNode(Tag.STR, blocks.placeholder(text), ScalarStyle.PLAIN)
                    : string(text);
        }
        Tag tag = value.isNull()
                ? Tag.NULL
                : value.isBoolean() ? Tag.BOOL : value.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
        return new ScalarNode(tag, json(value), ScalarStyle.PLAIN);
    }

    private static Node key(String name) {
        return string(name);
    }

    private static Node string(String text) {
        return new ScalarNode(Tag.STR, text, style(text));
    }

    private static FlowStyle style(JsonNode collection) {
        return collection.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private static ScalarStyle style(String text) {
        boolean plain = text.length() <= MAX_PLAIN
                && PLAIN.matcher(text).matches()
                && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }
}
