package io.github.telnyxreactive.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(locations = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

    private static final String SIMULATOR = "io.github.telnyxreactive.simulator";

    private static final String CORE = "io.github.telnyxreactive";
    private static final String JUNIT = SIMULATOR + ".junit";
    private static final String SERVICE = SIMULATOR + ".internal.service";
    private static final String STORE = SIMULATOR + ".internal.store";
    private static final String NETTY_CHECKS = SIMULATOR + ".internal.netty";
    private static final String TIME = SIMULATOR + ".internal.time";

    @ArchTest
    static final ArchRule packagesDependInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("junit")
            .definedBy(JUNIT)
            .layer("simulator")
            .definedBy(SIMULATOR)
            .layer("service")
            .definedBy(SERVICE)
            .layer("store")
            .definedBy(STORE)
            .layer("helpers of our own tests")
            .definedBy(NETTY_CHECKS, TIME)
            .whereLayer("junit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("simulator")
            .mayOnlyBeAccessedByLayers("junit")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("simulator")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("simulator", "service")
            .whereLayer("helpers of our own tests")
            .mayNotBeAccessedByAnyLayer()
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule packagesHaveNoCircles =
            slices().matching("io.github.telnyxreactive.(simulator..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyThePublicCoreReactorNettyAndJacksonAreUsed = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    SIMULATOR + "..",
                    CORE + ".model..",
                    CORE + ".operation",
                    CORE + ".page",
                    CORE + ".json",
                    "java..",
                    "reactor..",
                    "io.netty..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..",
                    "org.junit.jupiter.api..",
                    "picocli..");

    @ArchTest
    static final ArchRule serviceIsIndependentOfTheNetwork = noClasses()
            .that()
            .resideInAnyPackage(SERVICE, STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "reactor..");

    @ArchTest
    static final ArchRule junitIsOptional = noClasses()
            .that()
            .resideOutsideOfPackages(JUNIT, NETTY_CHECKS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule blockHoundIsOptional = noClasses()
            .that()
            .resideOutsideOfPackage(NETTY_CHECKS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("reactor.blockhound..");

    @ArchTest
    static final ArchRule picocliIsOptional = noClasses()
            .that()
            .haveNameNotMatching(".*\\.SimulatorProgram(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet()))
                .hasSize(6)
                .allMatch(javaPackage -> javaPackage.isAnnotatedWith(NullMarked.class), "@NullMarked")
                .extracting(JavaPackage::getName)
                .allMatch(name -> name.startsWith(SIMULATOR));
    }

    /** The main classes of this module. Scanning the whole class path for its packages would take longer. */
    static final class MainClasses implements LocationProvider {

        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(Location.of(
                    Simulator.class.getProtectionDomain().getCodeSource().getLocation()));
        }
    }
}
