package io.github.telnyxreactive.internal.check;

import io.github.telnyxreactive.error.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks requests against the limits of their components and the rules of their parts, at any depth. Each class is
 * examined once.
 */
public final class RequestChecks {

    private static final ClassValue<Checks> CHECKS = new ClassValue<>() {
        @Override
        protected Checks computeValue(Class<?> type) {
            return Checks.of(type);
        }
    };

    private final Violations violations = new Violations();
    /** The names and indexes of the visited part. They are converted to text only for a violation. */
    private final List<Object> path = new ArrayList<>();

    private RequestChecks() {}

    /**
     * Checks a request.
     *
     * @param parts the parameters and the body of a request, {@code null} for none
     * @return all violations, in the order of the parts and their fields
     */
    public static List<Violation> check(@Nullable Object... parts) {
        RequestChecks checks = new RequestChecks();
        for (Object part : parts) {
            if (part != null) {
                CHECKS.get(part.getClass()).kept().check(part, checks.violations);
            }
            checks.visit(part);
        }
        return checks.violations.found();
    }

    private void visit(@Nullable Object value) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(i, list.get(i));
            }
        } else if (value != null) {
            // By index, here and below: iterators would be most of the allocation.
            Checks checks = CHECKS.get(value.getClass());
            List<Component> components = checks.components();
            for (int i = 0; i < components.size(); i++) {
                visit(components.get(i), value);
            }
            Rule<Object> rule = checks.rule();
            if (rule != null) {
                rule.check(value, here());
            }
        }
    }

    private void visit(Object part, @Nullable Object value) {
        path.add(part);
        visit(value);
        path.remove(path.size() - 1);
    }

    private void visit(Component component, Object owner) {
        Object value = component.value(owner);
        if (value == null) {
            return;
        }
        List<Limit> limits = component.limits();
        for (int i = 0; i < limits.size(); i++) {
            String violation = limits.get(i).violation(value);
            if (violation != null) {
                here().add(component.name(), violation);
            }
        }
        if (!component.isNested()) {
            return;
        }
        // An owner that is written as this component has no field for it in the JSON.
        if (component.isWholeValue()) {
            visit(value);
        } else {
            visit(component.name(), value);
        }
    }

    private Violations here() {
        Violations here = violations;
        for (Object part : path) {
            here = here.at(part instanceof String name ? name : "[" + part + "]");
        }
        return here;
    }

    /** The checks of a class. */
    private record Checks(
            List<Component> components, @Nullable Rule<Object> rule, KeptFields kept) {

        static Checks of(Class<?> type) {
            return new Checks(components(type), Rules.of(type), KeptFields.of(type));
        }

        private static List<Component> components(Class<?> type) {
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .map(Component::of)
                            .flatMap(Optional::stream)
                            .toList()
                    : List.of();
        }
    }
}
