package io.github.telnyxreactive.operation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of an endpoint, with variables in braces, each a whole segment: {@code /ai/assistants/tests/{test_id}}.
 *
 * <p>Values are percent-encoded in UTF-8, except for the unreserved characters of RFC 3986, so that a value never
 * changes the structure of the path. The values {@code .} and {@code ..} are encoded as well, because they would
 * otherwise be resolved as path segments.
 */
public final class PathTemplate {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final String template;
    private final List<String> segments;
    private final List<String> variables;

    private PathTemplate(String template) {
        this.template = template;
        this.segments = List.of(template.substring(1).split("/", -1));
        this.variables = segments.stream()
                .filter(PathTemplate::isVariable)
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    /**
     * Parses a template.
     *
     * @param template the path, which must start with a slash
     * @return the template
     */
    public static PathTemplate parse(String template) {
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("a path must start with a slash: " + template);
        }
        return new PathTemplate(template);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /** Names of suites and tags are free text instead, which may be blank. */
    private static boolean isId(String variable) {
        return variable.endsWith("_id");
    }

    /**
     * Returns the names of the variables.
     *
     * @return the names, in the order of the path
     */
    public List<String> variables() {
        return variables;
    }

    /**
     * Replaces the variables by values.
     *
     * @param values one value for each variable, none of them empty, and no id blank
     * @return the path, percent-encoded
     * @throws IllegalArgumentException if a value is missing or empty, or an id blank, naming the variable
     */
    public String expand(List<String> values) {
        if (values.size() != variables.size()) {
            throw new IllegalArgumentException(
                    template + " has " + variables.size() + " variables, but there are " + values.size() + " values");
        }
        StringBuilder path = new StringBuilder(template.length() + 64);
        int next = 0;
        for (String segment : segments) {
            path.append('/');
            if (isVariable(segment)) {
                String value = values.get(next);
                if (value == null || value.isEmpty()) {
                    throw new IllegalArgumentException(variables.get(next) + " must not be empty");
                }
                if (value.isBlank() && isId(variables.get(next))) {
                    throw new IllegalArgumentException(variables.get(next) + " must not be blank");
                }
                encode(variables.get(next), value, path);
                next++;
            } else {
                path.append(segment);
            }
        }
        return path.toString();
    }

    /**
     * Extracts the values of the variables from a path.
     *
     * @param path a path, percent-encoded, without a query
     * @return the values of the variables, decoded, or empty if the path does not match
     */
    public Optional<List<String>> match(String path) {
        String[] actual = path.startsWith("/") ? path.substring(1).split("/", -1) : new String[0];
        if (actual.length != segments.size()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>(variables.size());
        for (int i = 0; i < actual.length; i++) {
            String segment = segments.get(i);
            if (!isVariable(segment)) {
                if (!segment.equals(actual[i])) {
                    return Optional.empty();
                }
            } else if (actual[i].isEmpty()) {
                return Optional.empty();
            } else {
                values.add(decode(actual[i]));
            }
        }
        return Optional.of(values);
    }

    /**
     * Percent-encodes a value for a path or a query.
     *
     * @param name the name of the value, for a message
     * @param value any text
     * @param out where to append the encoded value
     * @throws IllegalArgumentException if the text contains an unpaired surrogate, which cannot be encoded
     */
    static void encode(String name, String value, StringBuilder out) {
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException(name + " is not well-formed Unicode");
        }
        boolean dots = value.equals(".") || value.equals("..");
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c) && !dots) {
                out.append(c);
            } else {
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 0xf]);
            }
        }
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        byte[] in = segment.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low < 0) {
                out[length++] = in[i];
            } else {
                out[length++] = (byte) (high << 4 | low);
                i += 2;
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * Returns the template.
     *
     * @return the path with its variables in braces
     */
    @Override
    public String toString() {
        return template;
    }
}
