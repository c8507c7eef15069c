package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.Mode.Parameter;
import io.github.telnyxreactive.simulator.internal.store.Modes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The modes of an unkind service as text. */
final class UnkindnessText {

    private static final String NONE = "none";
    private static final String RANDOM = "random";
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long SECOND = Duration.ofSeconds(1).toMillis();

    private UnkindnessText() {}

    static Unkindness parse(String text) {
        UnkindnessBuilder builder = Unkindness.builder();
        if (text.isBlank() || text.equals(NONE)) {
            return builder.build();
        }
        try {
            for (String mode : text.split(",", -1)) {
                set(builder, mode.strip());
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" does not describe an unkind service: " + e.getMessage(), e);
        }
        return builder.build();
    }

    private static void set(UnkindnessBuilder builder, String text) {
        int separator = text.indexOf('=');
        String name = separator < 0 ? text : text.substring(0, separator);
        String value = separator < 0 ? "" : text.substring(separator + 1);
        if (name.equals(RANDOM)) {
            builder.setAll(Unkindness.random(number(value)));
            return;
        }
        Mode mode = mode(name);
        String[] values = value.split("/", -1);
        List<Parameter> parameters = mode.parameters();
        if (values.length != parameters.size() || value.isEmpty()) {
            throw new IllegalArgumentException(name + " needs the form " + name + "=" + form(parameters));
        }
        List<Object> parsed = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            parsed.add(parse(parameters.get(i), values[i]));
        }
        builder.set(mode, parsed.toArray());
    }

    private static Mode mode(String name) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no mode \"" + name + "\", only random and "
                        + Arrays.stream(Mode.values()).map(Mode::text).collect(Collectors.joining(", "))));
    }

    private static String form(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> switch (parameter) {
                    case SHARE -> "<share>";
                    case DURATION -> "<duration>";
                    case COUNT -> "<count>";
                    case OFFSET -> "<offset>";
                    case FILTERS -> "<filter>+...";
                })
                .collect(Collectors.joining("/"));
    }

    private static Object parse(Parameter parameter, String text) {
        return switch (parameter) {
            case SHARE -> share(text);
            case DURATION -> FaultRuleParser.duration(text);
            case COUNT, OFFSET -> Math.toIntExact(number(text));
            case FILTERS -> new TreeSet<>(List.of(text.split("\\+", -1)));
        };
    }

    private static double share(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a share must be a number from 0 to 1, but was \"" + text + "\"", e);
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number is expected, but was \"" + text + "\"", e);
        }
    }

    static String format(Modes modes) {
        StringJoiner text = new StringJoiner(",").setEmptyValue(NONE);
        modes.values()
                .forEach((mode, values) -> text.add(mode.text() + "="
                        + values.stream().map(UnkindnessText::format).collect(Collectors.joining("/"))));
        return text.toString();
    }

    private static String format(Object value) {
        if (value instanceof Duration duration) {
            return format(duration);
        }
        return value instanceof Collection<?> filters
                ? filters.stream().map(String::valueOf).collect(Collectors.joining("+"))
                : String.valueOf(value);
    }

    private static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis % SECOND != 0) {
            return millis + "ms";
        }
        return millis > 0 && millis % MINUTE == 0 ? millis / MINUTE + "m" : millis / SECOND + "s";
    }
}
