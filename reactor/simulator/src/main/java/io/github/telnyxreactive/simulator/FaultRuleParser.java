package io.github.telnyxreactive.simulator;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses {@link FaultRule fault rules}. */
final class FaultRuleParser {

    private static final String FAULTS = "latency, too-many-requests, internal-server-error, bad-gateway,"
            + " service-unavailable, unauthorized, reset-before, reset-after, truncated-body, garbage, silence, drip, status, redirect";

    // The settings follow the last colon, so that the value of a fault may contain colons itself.
    private static final Pattern RULE = Pattern.compile("(?<operation>[^:]+):(?<fault>[a-z-]+)(?:=(?<value>.*?))?"
            + "(?::(?<settings>[a-z]+=[^:=,]*(?:,[a-z]+=[^:=,]*)*))?");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");

    private final String text;

    private FaultRuleParser(String text) {
        this.text = text;
    }

    static FaultRule parse(String text) {
        return new FaultRuleParser(text).rule();
    }

    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a duration must be a number with the unit ms, s or m, but was \"" + text + "\"");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    private FaultRule rule() {
        Matcher matcher = RULE.matcher(text);
        if (!matcher.matches()) {
            throw failure("it does not have the form operation:fault or operation:fault:setting=value,...", null);
        }
        try {
            String operation = matcher.group("operation");
            FaultRule.Builder builder = operation.equals("*") ? FaultRule.onAny() : FaultRule.on(operation);
            String settings = matcher.group("settings");
            if (settings != null) {
                for (String setting : settings.split(",")) {
                    builder = with(builder, setting);
                }
            }
            return builder.inject(fault(matcher.group("fault"), matcher.group("value")));
        } catch (NumberFormatException e) {
            throw failure("a value is not a number", e);
        } catch (IllegalArgumentException e) {
            throw failure(String.valueOf(e.getMessage()), e);
        }
    }

    private static FaultRule.Builder with(FaultRule.Builder builder, String setting) {
        int separator = setting.indexOf('=');
        String value = setting.substring(separator + 1);
        String name = setting.substring(0, separator);
        return switch (name) {
            case "every" -> builder.every(Integer.parseInt(value));
            case "times" -> builder.times(Integer.parseInt(value));
            case "after" -> builder.after(Integer.parseInt(value));
            case "probability" -> builder.probability(Double.parseDouble(value));
            case "from" -> builder.from(duration(value));
            case "until" -> builder.until(duration(value));
            default ->
                throw new IllegalArgumentException(
                        "there is no setting \"" + name + "\", only every, times, after, probability, from and until");
        };
    }

    private static Fault fault(String name, @Nullable String value) {
        return switch (name) {
            case "latency" -> Fault.latency(duration(required(name, value)));
            case "drip" -> Fault.drip(duration(required(name, value)));
            case "status" -> Fault.status(Integer.parseInt(required(name, value)), "", "text/plain");
            case "redirect" -> Fault.redirect(required(name, value));
            case "too-many-requests" ->
                value == null ? Fault.tooManyRequests() : Fault.tooManyRequests(duration(value));
            case "service-unavailable" ->
                value == null ? Fault.serviceUnavailable() : Fault.serviceUnavailable(duration(value));
            default -> value == null ? withoutValue(name) : rejectValue(name);
        };
    }

    private static Fault withoutValue(String name) {
        return switch (name) {
            case "internal-server-error" -> Fault.internalServerError();
            case "bad-gateway" -> Fault.badGateway();
            case "unauthorized" -> Fault.unauthorized();
            case "reset-before" -> Fault.resetBeforeProcessing();
            case "reset-after" -> Fault.resetAfterProcessing();
            case "truncated-body" -> Fault.truncatedBody();
            case "garbage" -> Fault.garbage();
            case "silence" -> Fault.silence();
            default -> throw new IllegalArgumentException("there is no fault \"" + name + "\", only " + FAULTS);
        };
    }

    private static Fault rejectValue(String name) {
        throw new IllegalArgumentException("the fault \"" + withoutValue(name).name() + "\" takes no value");
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("the fault \"" + name + "\" needs a value: " + name + "=...");
        }
        return value;
    }

    private IllegalArgumentException failure(String reason, @Nullable Exception cause) {
        return new IllegalArgumentException("\"" + text + "\" is not a fault rule: " + reason, cause);
    }
}
