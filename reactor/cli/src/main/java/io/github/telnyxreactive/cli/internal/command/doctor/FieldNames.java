package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.integration.Integration;
import io.github.telnyxreactive.model.integration.IntegrationConnection;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEvent;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.page.Page;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the names of fields from data. A key of a map can be a phone number, and a value that should be one of a few words
 * can be a sentence; neither is shown.
 */
final class FieldNames {

    /** What stands for anything that could be data. */
    static final String HIDDEN = "(hidden)";

    /** What stands for the name of a field that is not one of the API. */
    static final String ANY = "*";

    /** The component of models that has the fields that they do not know. */
    static final String UNKNOWN_FIELDS = "additionalProperties";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]{0,39}");
    private static final Pattern MANY_DIGITS = Pattern.compile("\\d{4}|(\\d.*){7}");

    private static final Set<String> KNOWN = known();

    private FieldNames() {}

    private static Set<String> known() {
        Set<String> names = new HashSet<>(List.of("data", "meta", "tags", "errors"));
        Set<Type> seen = new HashSet<>();
        List.of(
                        Assistant.class,
                        AssistantTest.class,
                        CanaryDeploy.class,
                        Integration.class,
                        IntegrationConnection.class,
                        McpServer.class,
                        ScheduledEvent.class,
                        SharedTool.class,
                        TestRun.class,
                        Page.class)
                .forEach(type -> collect(type, names, seen));
        return Set.copyOf(names);
    }

    private static void collect(Type type, Set<String> names, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), names, seen);
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, names, seen);
            }
        } else if (type instanceof Class<?> model && isModel(model)) {
            if (model.isSealed()) {
                for (Class<?> member : model.getPermittedSubclasses()) {
                    collect(member, names, seen);
                }
            }
            if (model.isRecord()) {
                for (RecordComponent component : model.getRecordComponents()) {
                    if (!component.getName().equals(UNKNOWN_FIELDS)) {
                        names.add(of(component));
                    }
                    collect(component.getGenericType(), names, seen);
                }
            }
        }
    }

    /** Returns whether a class is one of those that describe what is in responses. */
    static boolean isModel(Class<?> type) {
        return type.getName().startsWith("io.github.telnyxreactive.");
    }

    /** Returns the name of the field of a component. */
    static String of(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Returns the name of a field of the API, and a star in place of any other name. */
    static String knownOrAny(String name) {
        return KNOWN.contains(name) ? name : ANY;
    }

    /** Returns the name of an unknown field, unless it looks like data. */
    static String shown(String name) {
        return NAME.matcher(name).matches() && !MANY_DIGITS.matcher(name).find() ? name : HIDDEN;
    }

    /** Returns a value that should be one of a few words, unless it looks like anything else. */
    static String shownValue(String value) {
        return WORD.matcher(value).matches() && !MANY_DIGITS.matcher(value).find() ? value : HIDDEN;
    }
}
