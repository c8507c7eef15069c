package io.github.telnyxreactive.cli.internal.command.definitions.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.json.TelnyxJson;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class YamlTest {

    private static final Set<String> TAGS = Set.of("assistant", "tool");

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode read(String text) throws YamlException {
        return YamlReader.read(text, TAGS).content();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "on",
                "No",
                "yes",
                "null",
                "~",
                "true",
                "1e3",
                "0123",
                "0x1F",
                "1_000",
                "+13125550001",
                "2026-01-31",
                "12:30:45",
                ".5",
                "-",
                "- a",
                "? x",
                "a: b",
                "a #b",
                "#a",
                "!x",
                "&a",
                "*a",
                "%x",
                "@x",
                "`x",
                "{a}",
                "[a]",
                "'a'",
                "\"a\"",
                "a\\nb",
                "trailing ",
                " leading",
                "tab\there",
                "\ttab",
                "a\nb",
                "a\nb\n",
                "a\nb\n\n\n",
                "\n",
                "\na",
                " a\n b",
                "a \nb",
                "a\n \nb",
                "a\n\tb",
                "\ttab\nb",
                "a\r\nb",
                "a\rb",
                "a\u0085b\nc",
                "a\u2028b\nc",
                "\ufeffa\nb",
                "\u0000",
                "\u001b[31m\n",
                "\u007f",
                "Ünïcödé 日本 \ud83d\ude00\nx",
                "\ud83d\ude00",
                "---",
                "...",
                "--- a\nb",
                "# a\n# b",
                "x: |\n  y",
                "<<",
                "=",
                "a,b",
                "a, b",
                "y",
                ".inf",
                "\u00a0x",
                "x\u200b",
                "\ufffe"
            })
    void keepsStrings(String text) throws YamlException {
        ObjectNode tree = object().put("plain", text).put("x" + text, 1);
        tree.putArray("list").add(text).addArray().add(text);
        tree.putObject("map").put(text, text);

        assertThat(read(YamlWriter.write(tree, TAGS))).isEqualTo(tree);
    }

    @Test
    void keepsRandomStrings() throws YamlException {
        Random random = new Random(7);
        String alphabet = " \n\t:#-'\"|>&*!%@`{}[],?ab01é日\r\u2028";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            ObjectNode tree = object();
            tree.putArray("l").addObject().put("v", text.toString()).put(text + "k", text + "\n" + text);

            assertThat(read(YamlWriter.write(tree, TAGS))).isEqualTo(tree);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "1.10", "0.5", "1E+3", "1e400", "12345678901234567890", "3.141592653589793238462643"})
    void keepsNumbersWithTheirDigits(String number) throws YamlException {
        ObjectNode tree = (ObjectNode) TelnyxJson.read("{\"number\":" + number + "}", JsonNode.class);

        JsonNode same = read(YamlWriter.write(tree, TAGS));

        assertThat(same).isEqualTo(tree);
        assertThat(TelnyxJson.writeToString(same)).isEqualTo(TelnyxJson.writeToString(tree));
        assertThat(YamlWriter.write(tree, TAGS)).isEqualTo("number: " + number.replace("e400", "E+400") + "\n");
    }

    @Test
    void isReadable() {
        ObjectNode tree =
                object().put("instructions", "Be kind.\n\n- Listen\n- Answer\n").put("on", "on");
        tree.putArray("tools").addObject().put("type", "hangup").putObject("hangup");
        tree.putArray("tags");
        tree.putNull("nothing");
        tree.set("destination", new Tagged("assistant", "Sales: EMEA").node());

        assertThat(YamlWriter.write(tree, TAGS)).isEqualTo("""
                        instructions: |
                          Be kind.

                          - Listen
                          - Answer
                        "on": "on"
                        tools:
                          - type: hangup
                            hangup: {}
                        tags: []
                        nothing: null
                        destination: !assistant "Sales: EMEA"
                        """);
    }

    @Test
    void writesLinesAsLinesWhereverTheyAre() throws YamlException {
        String text = "Be kind.  \n\n\t- \"on\": yes\t\n  # no\nblock_0";
        ObjectNode tree = object().put("a: b", text).put("blockx", text + "\n");
        tree.putArray("list")
                .add(text + "\n\n\n")
                .addArray()
                .add(text)
                .addObject()
                .put("k", text)
                .put("l", 1);
        tree.putObject("map").put("- x", text).put("end", text + "\n\n");

        String yaml = YamlWriter.write(tree, TAGS);

        assertThat(read(yaml)).isEqualTo(tree);
        assertThat(yaml)
                .doesNotContain("\\n")
                .startsWith("\"a: b\": |-\n  Be kind.  \n\n  \t- \"on\": yes\t\n    # no\n");
    }

    @Test
    void readsReferencesAndAliases() throws YamlException {
        JsonNode tree = read("a: &x {b: 1}\nc: *x\nd: !tool Look up\n");

        assertThat(tree.path("c")).isEqualTo(object().put("b", 1));
        assertThat(Tagged.in(tree.path("d"))).isEqualTo(new Tagged("tool", "Look up"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a: [1, 2       | 2:1 | not YAML
                    a: 1@a: 2      | 2:1 | "a" is there twice
                    a:@  b: +1312  | 2:6 | write "+1312" in quotes
                    a: 0123        | 1:4 | write "0123" in quotes
                    a: True        | 1:4 | in quotes
                    a: !date x     | 1:4 | the tag !date is not known
                    a: &x [*x]     | 1:4 | contains itself
                    <<: {a: 1}     | 1:1 | merging
                    ? [a]@: 1      | 1:3 | a name is expected
                    - a            | 1:1 | a mapping
                    a: b: c        | 1:5 | not YAML
                    """)
    void saysWhereYamlIsWrong(String text, String position, String reason) {
        assertThatThrownBy(() -> read(text.replace('@', '\n') + "\n"))
                .isInstanceOfSatisfying(
                        YamlException.class,
                        e -> assertThat(e.position()).as(e.getMessage()).hasToString(position))
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> YamlWriter.write(object().put("half \ud83d\n", "half \ud83d\n"), TAGS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(YamlException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("a: 1\nb: \u0001\n"))
                .isInstanceOfSatisfying(
                        YamlException.class,
                        e -> assertThat(e.position().line()).isEqualTo(2));
    }
}
