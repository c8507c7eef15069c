package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.internal.text.EditDistance;
import io.github.telnyxreactive.json.TelnyxJson;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds names of fields that look like misspelled ones. They are sent all the same, since the service may know them. */
final class FieldNames {

    private static final int MIN_LENGTH = 4;
    private static final int MAX_DISTANCE = 2;

    private FieldNames() {}

    /** Returns a line for each field of a request that the library does not know, but for one letter or two. */
    static List<String> doubts(Definition definition, Object request) {
        List<String> known = Arrays.stream(request.getClass().getRecordComponents())
                .map(FieldNames::name)
                .toList();
        List<String> doubts = new ArrayList<>();
        for (String name : TelnyxJson.toTree(request).propertyNames()) {
            if (name.length() >= MIN_LENGTH && !known.contains(name)) {
                known.stream()
                        .filter(other -> EditDistance.between(other, name) <= MAX_DISTANCE)
                        .findFirst()
                        .ifPresent(other -> doubts.add(definition.problem(
                                name, "the field \"" + name + "\" is not known; \"" + other + "\" is")));
            }
        }
        return doubts;
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
