package io.github.telnyxreactive;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = MainClasses.class.getPackageName();
    private static final String LIMIT = ROOT + ".model.limit..";

    /** The packages that each package may use; those below {@code model} count as one. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("model", Set.of("json", "internal.model")),
            Map.entry("page", Set.of("model", "internal.model")),
            Map.entry("json", Set.of("internal.json")),
            Map.entry("http", Set.of("internal.text")),
            Map.entry("operation", Set.of("model", "page", "json", "internal.json", "internal.model")),
            Map.entry("error", Set.of("http", "internal.text", "internal.time")),
            Map.entry("policy", Set.of("operation", "error", "internal.time")),
            Map.entry("internal.model", Set.of()),
            Map.entry("internal.json", Set.of("internal.model")),
            Map.entry("internal.text", Set.of()),
            Map.entry("internal.time", Set.of()),
            Map.entry("internal.http", Set.of("http", "internal.text")),
            Map.entry("internal.error", Set.of("error", "http", "internal.http", "internal.json", "internal.text")),
            Map.entry("internal.policy", Set.of("policy", "http", "internal.time")),
            Map.entry("internal.page", Set.of("page", "operation", "json", "internal.json")),
            Map.entry("internal.check", Set.of("model", "internal.model", "error")),
            Map.entry("internal.chat", Set.of("model", "internal.json")));

    @Test
    void coreDependsOnlyOnJacksonAndJspecify() {
        check(classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..",
                        // Compile-time annotations, not needed at run time.
                        "io.soabase.."));
    }

    @Test
    void coreUsesNoReactiveLibraryAndNoTransport() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "reactor..",
                        "io.netty..",
                        "org.reactivestreams..",
                        "java.net.http..",
                        "java.nio.channels..",
                        "java.nio.file.."));
        check(noClasses().should().dependOnClassesThat().areAssignableTo(Socket.class));
        check(noClasses().should().dependOnClassesThat().areAssignableTo(File.class));
        check(noClasses().should().dependOnClassesThat().areAssignableTo(Thread.class));
    }

    @Test
    void coreHasNoClock() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now"));
    }

    @Test
    void packagesUseOnlyTheAllowedOnes() {
        assertThat(MainClasses.ALL.stream().map(ArchitectureTest::part).collect(Collectors.toSet()))
                .isEqualTo(ARROWS.keySet());
        assertThat(MainClasses.ALL.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith(ROOT))
                        .filter(dependency -> !isAllowed(dependency))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    private static boolean isAllowed(Dependency dependency) {
        String origin = part(dependency.getOriginClass());
        String target = part(dependency.getTargetClass());
        return origin.equals(target) || ARROWS.getOrDefault(origin, Set.of()).contains(target);
    }

    private static String part(JavaClass type) {
        String name = type.getPackageName().substring(ROOT.length() + 1);
        return name.startsWith("model.") ? "model" : name;
    }

    @Test
    void onlyTheDifferenceOfAssistantsUsesTheCodec() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".model..")
                .and()
                .doNotHaveSimpleName("AssistantDifference")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".json.."));
    }

    @Test
    void limitsDependOnNothingElseInTheCore() {
        check(noClasses()
                .that()
                .resideInAPackage(LIMIT)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage(LIMIT)))));
    }

    @Test
    void commonModelTypesDoNotDependOnModels() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".model")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".model.*.."));
    }

    @Test
    void settingsDependOnNoOtherResource() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".model.setting")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".model.*..")
                        .and(not(resideInAnyPackage(ROOT + ".model.setting", LIMIT)))));
    }

    @Test
    void packagesAreFreeOfCycles() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
        check(slices().matching(ROOT + ".model.(*)..").should().beFreeOfCycles());
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(MainClasses.ALL.stream().map(JavaClass::getPackage).collect(Collectors.toSet()))
                .filteredOn(javaPackage -> !isNullMarked(javaPackage))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage.isAnnotatedWith(NullMarked.class);
    }

    private static void check(ArchRule rule) {
        rule.check(MainClasses.ALL);
    }
}
