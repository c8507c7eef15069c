package io.github.telnyxreactive.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.telnyxreactive.cli..", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule stateAndRenderingArePure = noClasses()
            .that()
            .resideInAnyPackage("..batch.progress", "..batch.rendering")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.time.chrono", "reactor..", "io.netty..", "picocli..")
            .orShould()
            .callMethod("java.time.Instant", "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule onlyTheCommandKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.telnyxreactive.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "io.github.telnyxreactive.simulator..", "io.github.telnyxreactive.cli..");

    @ArchTest
    static final ArchRule packagesHaveNoCircles =
            slices().matching("io.github.telnyxreactive.(batch..)").should().beFreeOfCycles();
}
