package io.github.telnyxreactive.cli.internal.command.definitions.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes strings of several lines as such. The emitter of the library would escape all of a string that has a tab, or a
 * space at the end of a line, as instructions often have; so it writes a placeholder, which is then replaced.
 */
final class BlockScalars {

    /** What can stand in a literal block without being escaped, and without an indicator of its indentation. */
    private static final Pattern LITERAL =
            Pattern.compile("(?![ \\n])[\\t\\n\\x20-\\x7E\\u00A0-\\u2027\\u202A-\\uD7FF\\uE000-\\uFEFE\\uFF00-\\uFFFD"
                    + "\\x{10000}-\\x{10FFFF}]*+(?<=\\S\\n{0,3})");

    private final String placeholder;
    private final Pattern line;
    private final List<String> texts = new ArrayList<>();

    /**
     * Prepares for a document.
     *
     * @param json the document, in which the placeholder must not occur
     */
    BlockScalars(String json) {
        StringBuilder unique = new StringBuilder("block");
        while (json.contains(unique)) {
            unique.append('x');
        }
        placeholder = unique.toString();
        line = Pattern.compile("(?m)^((?: |- +)*)(.*)" + placeholder + "_([0-9]+)$");
    }

    static boolean suits(String text) {
        return text.indexOf('\n') >= 0 && LITERAL.matcher(text).matches();
    }

    /** Returns the placeholder for a text. */
    String placeholder(String text) {
        texts.add(text);
        return placeholder + "_" + (texts.size() - 1);
    }

    /** Returns a document with the texts in place of their placeholders. */
    String fill(String yaml) {
        return line.matcher(yaml).replaceAll(found -> {
            String text = texts.get(Integer.parseInt(found.group(3)));
            String indent = " ".repeat(found.group(1).length() + 2);
            String chomping = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
            String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            String indented = body.replaceAll("(?m)^(?=.)", indent);
            return Matcher.quoteReplacement(found.group(1) + found.group(2) + "|" + chomping + "\n" + indented);
        });
    }
}
