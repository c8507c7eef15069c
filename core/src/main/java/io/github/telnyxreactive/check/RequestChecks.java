package io.github.telnyxreactive.check;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.limit.Checked;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.PhoneNumber;
import io.github.telnyxreactive.model.limit.Range;
import io.github.telnyxreactive.model.limit.Violation;
import io.github.telnyxreactive.model.limit.Violations;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks requests against the limits that their components are annotated with, at any depth. What is to be known of a
 * class is found out once.
 */
public final class RequestChecks {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");
    private static final Pattern SIP = Pattern.compile("(?i)sips?:[^\\s@]+(@[^\\s@]+)?");
    private static final Pattern TEMPLATE = Pattern.compile("(?s).*\\{\\{.*}}.*");
    private static final Pattern UPPER_CASE = Pattern.compile("([A-Z])");

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .map(Component::of)
                            .toList()
                    : List.of();
        }
    };

    private RequestChecks() {}

    /**
     * Checks a request.
     *
     * @param request the body of a request
     * @return everything that is wrong with it, in the order of the fields, empty if nothing is
     */
    public static List<Violation> check(Object request) {
        Violations violations = new Violations();
        visit(request, violations);
        return violations.found();
    }

    private static void visit(@Nullable Object value, Violations violations) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(list.get(i), violations.at("[" + i + "]"));
            }
        } else if (value != null) {
            for (Component component : COMPONENTS.get(value.getClass())) {
                component.check(value, violations);
            }
            if (value instanceof Checked checked) {
                checked.check(violations);
            }
        }
    }

    /** A component of a request, and what is asked of it. */
    private record Component(
            String name,
            Method accessor,
            @Nullable Length length,
            @Nullable Range range,
            @Nullable PhoneNumber phoneNumber,
            boolean standsForAll) {

        static Component of(RecordComponent component) {
            String name =
                    UPPER_CASE.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
            return new Component(
                    name,
                    component.getAccessor(),
                    component.getAnnotation(Length.class),
                    component.getAnnotation(Range.class),
                    component.getAnnotation(PhoneNumber.class),
                    component.getAccessor().isAnnotationPresent(JsonValue.class));
        }

        void check(Object owner, Violations violations) {
            Object value = value(owner);
            if (value == null) {
                return;
            }
            if (length != null) {
                checkLength(value, length, violations);
            }
            if (range != null && value instanceof Number number) {
                checkRange(number.doubleValue(), range, violations);
            }
            if (phoneNumber != null) {
                checkPhoneNumber(value.toString(), phoneNumber, violations);
            }
            // What is written as its one component has no field of its own on the wire.
            visit(value, standsForAll ? violations : violations.at(name));
        }

        private @Nullable Object value(Object owner) {
            try {
                Object value = accessor.invoke(owner);
                return value instanceof Field<?> field ? field.value().orElse(null) : value;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the accessors of a model are public and do not throw", e);
            }
        }

        private void checkLength(Object value, Length limit, Violations violations) {
            boolean text = value instanceof String;
            int actual = value instanceof String string
                    ? string.codePointCount(0, string.length())
                    : ((List<?>) value).size();
            if (actual >= limit.min() && actual <= limit.max()) {
                return;
            }
            String unit = text ? " characters" : " elements";
            String wanted = limit.max() == Integer.MAX_VALUE
                    ? "at least " + limit.min()
                    : limit.min() == 0 ? "at most " + limit.max() : limit.min() + " to " + limit.max();
            violations.add(name, "must have " + wanted + unit + ", not " + actual);
        }

        private void checkRange(double actual, Range limit, Violations violations) {
            if (actual >= limit.min() && actual <= limit.max()) {
                return;
            }
            String wanted = limit.max() == Double.POSITIVE_INFINITY
                    ? "at least " + shown(limit.min())
                    : "from " + shown(limit.min()) + " to " + shown(limit.max());
            violations.add(name, "must be " + wanted + ", not " + shown(actual));
        }

        private static String shown(double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf((long) number)
                    : String.valueOf(number);
        }

        private void checkPhoneNumber(String actual, PhoneNumber rule, Violations violations) {
            boolean accepted = E164.matcher(actual).matches()
                    || (rule.sip() && SIP.matcher(actual).matches())
                    || (rule.template() && TEMPLATE.matcher(actual).matches());
            if (!accepted) {
                violations.add(
                        name,
                        "must be a phone number in E.164, such as +13125550001"
                                + (rule.sip() ? ", or a SIP URI" : "")
                                + ", not \"" + actual + "\"");
            }
        }
    }
}
