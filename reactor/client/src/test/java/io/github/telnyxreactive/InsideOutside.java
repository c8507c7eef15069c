package io.github.telnyxreactive;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** Keeps internal types out of the signatures that users see, in all published modules. */
final class InsideOutside extends ArchCondition<JavaClass> {

    private static final String INSIDE = "..internal..";

    private InsideOutside() {
        super("name no internal type in a public or protected signature");
    }

    /** Returns the rule that no public or protected signature outside internal packages names a type inside one. */
    static ArchRule rule() {
        return classes().that(resideOutsideOfPackage(INSIDE)).should(new InsideOutside());
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
            return;
        }
        check(
                type.getFullName(),
                Stream.of(
                                type.getSuperclass().stream(),
                                type.getInterfaces().stream(),
                                bounds(type.getTypeParameters()))
                        .flatMap(types -> types),
                events);
        type.getFields().stream()
                .filter(InsideOutside::isPublicOrProtected)
                .forEach(field -> check(field.getFullName(), Stream.of(field.getType()), events));
        type.getCodeUnits().stream()
                .filter(InsideOutside::isPublicOrProtected)
                .forEach(unit -> check(unit.getFullName(), types(unit), events));
    }

    private static void check(String name, Stream<? extends JavaType> types, ConditionEvents events) {
        types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .distinct()
                .filter(resideInAPackage(INSIDE))
                .forEach(inside ->
                        events.add(SimpleConditionEvent.violated(inside, name + " names " + inside.getFullName())));
    }

    private static Stream<JavaType> types(JavaCodeUnit unit) {
        return Stream.<Stream<? extends JavaType>>of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream(),
                        bounds(unit.getTypeParameters()))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> variables) {
        return variables.stream().flatMap(variable -> variable.getBounds().stream());
    }

    private static boolean isVisible(JavaClass type) {
        return isPublicOrProtected(type)
                && type.getEnclosingClass().map(InsideOutside::isVisible).orElse(true);
    }

    private static boolean isPublicOrProtected(HasModifiers member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }
}
