package io.github.telnyxreactive.generator;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code @param} tags of the Javadoc of a record. */
final class ParamTags {

    private static final Pattern TAG = Pattern.compile("(?ms)^ *@param +(\\w+) +(.*?)(?=^ *@|\\z)");

    private final Map<String, String> descriptions = new HashMap<>();

    private ParamTags() {}

    static ParamTags parse(String javadoc) {
        ParamTags tags = new ParamTags();
        Matcher tag = TAG.matcher(javadoc == null ? "" : javadoc);
        while (tag.find()) {
            tags.descriptions.put(tag.group(1), tag.group(2).trim().replaceAll("\\s+", " "));
        }
        return tags;
    }

    /** Returns the description of a component, which has to exist: it becomes that of the setter. */
    String description(String component) {
        String description = descriptions.get(component);
        if (description == null) {
            throw new IllegalArgumentException("the Javadoc has no @param " + component);
        }
        return description;
    }
}
