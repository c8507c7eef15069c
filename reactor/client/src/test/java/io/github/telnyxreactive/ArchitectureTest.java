package io.github.telnyxreactive;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.telnyxreactive.internal.operator.DefaultScheduler;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.simulator.Simulator;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

class ArchitectureTest {

    private static final String ROOT = TelnyxClient.class.getPackageName();

    private static final JavaClasses CLIENT = moduleOf(TelnyxClient.class);
    private static final JavaClasses CORE = moduleOf(Operation.class);
    private static final JavaClasses SIMULATOR = moduleOf(Simulator.class);

    private static final Set<String> LIBRARIES = Set.of(
            "java.",
            "javax.crypto.",
            "javax.net.ssl.",
            "javax.xml.stream.",
            "org.reactivestreams.",
            "reactor.core.",
            "reactor.util.",
            "reactor.netty.",
            "io.netty.",
            "tools.jackson.",
            "com.fasterxml.jackson.annotation.",
            "org.jspecify.",
            // Annotations for the compiler, not needed at run time.
            "io.soabase.",
            // For applications that have it.
            "reactor.blockhound.");

    /** The other packages that each package may use. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry(
                    "",
                    Set.of(
                            "call",
                            "resource",
                            "paging",
                            "limit",
                            "internal.bulk",
                            "internal.gate",
                            "internal.exchange",
                            "internal.operator",
                            "internal.transport")),
            Map.entry("resource", Set.of("bulk", "gate", "call", "paging", "polling", "internal.runs")),
            Map.entry("gate", Set.of("bulk")),
            Map.entry("bulk", Set.of("call", "internal.file", "internal.key")),
            Map.entry("bulk.report", Set.of("bulk", "gate", "internal.file", "internal.report")),
            Map.entry("call", Set.of("paging", "polling")),
            Map.entry("paging", Set.of("internal.operator", "internal.paging")),
            Map.entry("polling", Set.of("internal.operator")),
            Map.entry("limit", Set.of("internal.operator")),
            Map.entry(
                    "internal.gate",
                    Set.of("gate", "bulk", "call", "paging", "internal.bulk", "internal.exchange", "internal.key")),
            Map.entry(
                    "internal.bulk",
                    Set.of(
                            "bulk",
                            "call",
                            "limit",
                            "paging",
                            "internal.exchange",
                            "internal.key",
                            "internal.operator",
                            "internal.runs")),
            Map.entry(
                    "internal.exchange",
                    Set.of(
                            "call",
                            "paging",
                            "polling",
                            "limit",
                            "internal.operator",
                            "internal.paging",
                            "internal.transport")),
            Map.entry("internal.transport", Set.of("call", "limit", "internal.key", "internal.operator")),
            Map.entry("internal.runs", Set.of("call", "paging", "polling")),
            Map.entry("internal.file", Set.of()),
            Map.entry("internal.key", Set.of()),
            Map.entry("internal.paging", Set.of()),
            Map.entry("internal.report", Set.of()),
            Map.entry("internal.operator", Set.of()));

    /** Imports the classes of the module that contains the given type, without other modules and tests. */
    private static JavaClasses moduleOf(Class<?> type) {
        URL location = type.getProtectionDomain().getCodeSource().getLocation();
        return new ClassFileImporter().importUrl(location);
    }

    @Test
    void packagesUseOnlyTheListedPackages() {
        assertThat(CLIENT.stream().map(ArchitectureTest::part).collect(Collectors.toSet()))
                .isEqualTo(ARROWS.keySet());
        assertThat(CLIENT.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> isOfTheClient(dependency.getTargetClass()))
                        .filter(dependency -> !isListed(dependency))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    private static boolean isOfTheClient(JavaClass type) {
        return CLIENT.contain(type.getBaseComponentType().getName());
    }

    private static boolean isListed(Dependency dependency) {
        String origin = part(dependency.getOriginClass());
        String target = part(dependency.getTargetClass().getBaseComponentType());
        return origin.equals(target) || ARROWS.getOrDefault(origin, Set.of()).contains(target);
    }

    private static String part(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", "");
    }

    @Test
    void packagesHaveNoCircles() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void signaturesOutsideNameNoInternalTypes() {
        for (JavaClasses module : List.of(CORE, CLIENT, SIMULATOR)) {
            InsideOutside.rule().check(module);
        }
    }

    @Test
    void modulesExportTheOutsideOnly() throws URISyntaxException {
        for (Class<?> type : List.of(Operation.class, TelnyxClient.class, Simulator.class)) {
            Set<String> outside = packages(moduleOf(type)).stream()
                    .filter(name -> !name.contains(".internal"))
                    .collect(Collectors.toSet());
            assertThat(exports(type)).isEqualTo(outside);
        }
    }

    private static Set<String> exports(Class<?> type) throws URISyntaxException {
        URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        return ModuleFinder.of(Path.of(location)).findAll().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    @Test
    void nettyStaysInTheTransport() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal.transport")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "reactor.netty.."));
    }

    @Test
    void usesOnlyTheListedLibraries() {
        assertThat(CLIENT.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(type -> !type.isPrimitive() && !isOfTheClient(type) && !CORE.contain(type.getName()))
                        .map(JavaClass::getName)
                        .filter(name -> LIBRARIES.stream().noneMatch(name::startsWith)))
                .isEmpty();
    }

    @Test
    void nothingBlocks() {
        check(noClasses()
                .should()
                .callMethodWhere(calls("reactor.core.publisher.(Mono|Flux)", "block.*|toIterable|toStream"))
                .orShould()
                .callMethodWhere(calls("java.lang.Thread", "sleep|join"))
                .orShould()
                .callMethodWhere(calls("java.lang.Object", "wait"))
                .orShould()
                .callMethodWhere(calls(
                        "java.util.concurrent.(CountDownLatch|Semaphore|.*Future|.*BlockingQueue|locks..*)",
                        "await.*|acquire.*|get|join|put|take|lock.*"))
                .orShould()
                .callMethodWhere(calls("io.netty.*Future", "await.*|get|sync.*"))
                .orShould()
                .callMethodWhere(calls("java.util.UUID", "randomUUID"))
                .orShould()
                .callMethodWhere(calls("reactor.core.scheduler.Schedulers", "boundedElastic|single|immediate")));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String owner, String name) {
        return target(owner(nameMatching(owner))).and(target(nameMatching(name)));
    }

    /** Code that keeps a Reactor scheduler would not follow a test that enables virtual time. */
    @Test
    void resolvesReactorsSchedulerInOnePlace() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(DefaultScheduler.class.getName())
                .should()
                .callMethod(Schedulers.class, "parallel"));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLIENT.stream().map(JavaClass::getPackage).collect(Collectors.toSet()))
                .filteredOn(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }

    @Test
    void noPackageIsInTwoModules() {
        Set<String> seen = new HashSet<>(packages(CLIENT));
        for (JavaClasses module : List.of(CORE, SIMULATOR)) {
            assertThat(packages(module)).isNotEmpty().doesNotContainAnyElementsOf(seen);
            seen.addAll(packages(module));
        }
    }

    private static Set<String> packages(JavaClasses module) {
        return module.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    private static void check(ArchRule rule) {
        rule.check(CLIENT);
    }
}
