package io.github.telnyxreactive;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = MainClasses.class.getPackageName();
    private static final String MODEL = ROOT + ".model..";
    private static final String PAGE = ROOT + ".page..";
    private static final String JSON = ROOT + ".json..";
    private static final String OPERATION = ROOT + ".operation..";
    private static final String ERROR = ROOT + ".error..";
    private static final String HTTP = ROOT + ".http..";
    private static final String POLICY = ROOT + ".policy..";
    private static final String CHECK = ROOT + ".check..";
    private static final String LIMIT = ROOT + ".model.limit..";

    @Test
    void theCoreDependsOnJacksonAndJspecifyAlone() {
        check(classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..",
                        // Annotations for the compiler, not needed at run time.
                        "io.soabase.."));
    }

    @Test
    void theCoreKnowsNoReactiveLibraryAndNoTransport() {
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
    void theCoreHasNoClock() {
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
    void modelsUseTheCodecForTheDifferenceOfAssistantsAndNothingElseOfTheCore() {
        check(noClasses()
                .that()
                .resideInAPackage(MODEL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PAGE, OPERATION, ERROR, POLICY, HTTP, CHECK));
        check(noClasses()
                .that()
                .resideInAPackage(MODEL)
                .and()
                .doNotHaveSimpleName("AssistantDifference")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JSON));
    }

    @Test
    void limitsDependOnNothingElseOfTheCore() {
        check(noClasses()
                .that()
                .resideInAPackage(LIMIT)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage(LIMIT)))));
    }

    @Test
    void whatAllModelsShareKnowsNoneOfThem() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".model")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".model.*.."));
    }

    @Test
    void settingsKnowNoOtherResource() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".model.setting")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".model.*..")
                        .and(not(resideInAnyPackage(ROOT + ".model.setting", LIMIT)))));
    }

    @Test
    void checksUseModelsAlone() {
        check(noClasses()
                .that()
                .resideInAPackage(CHECK)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PAGE, JSON, OPERATION, ERROR, POLICY, HTTP));
    }

    @Test
    void nothingOfTheCoreUsesTheChecks() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(CHECK)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CHECK));
    }

    @Test
    void pagesDependOnModelsAlone() {
        check(noClasses()
                .that()
                .resideInAPackage(PAGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JSON, OPERATION, ERROR, POLICY));
    }

    @Test
    void theCodecKnowsNoModelAndNoOperation() {
        check(noClasses()
                .that()
                .resideInAPackage(JSON)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MODEL, PAGE, OPERATION, ERROR, POLICY, HTTP));
    }

    @Test
    void operationsUseModelsPagesAndTheCodec() {
        check(noClasses()
                .that()
                .resideInAPackage(OPERATION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ERROR, POLICY));
    }

    @Test
    void headersUseNothingElse() {
        check(noClasses()
                .that()
                .resideInAPackage(HTTP)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MODEL, PAGE, JSON, OPERATION, ERROR, POLICY));
    }

    @Test
    void errorsUseOperationsHeadersAndTheCodec() {
        check(noClasses()
                .that()
                .resideInAPackage(ERROR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MODEL, PAGE, POLICY));
    }

    @Test
    void policiesUseErrorsHeadersAndOperations() {
        check(noClasses()
                .that()
                .resideInAPackage(POLICY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MODEL, PAGE, JSON));
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
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
