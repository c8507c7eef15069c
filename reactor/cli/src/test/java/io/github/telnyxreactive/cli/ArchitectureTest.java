package io.github.telnyxreactive.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.telnyxreactive.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CLI = "io.github.telnyxreactive.cli";
    private static final String COMMANDS = CLI + ".internal.command..";

    @ArchTest
    static final ArchRule onlyTheEntryPointIsPublicOutside = classes()
            .that()
            .resideOutsideOfPackage(CLI + ".internal..")
            .and()
            .arePublic()
            .should()
            .be(TelnyxBatch.class);

    @ArchTest
    static final ArchRule theEntryPointHasNothingButMain = methods()
            .that()
            .areDeclaredIn(TelnyxBatch.class)
            .and()
            .arePublic()
            .should()
            .haveName("main");

    @ArchTest
    static final ArchRule nothingInsideUsesTheEntryPoint = noClasses()
            .that()
            .resideInAPackage(CLI + ".internal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI);

    @ArchTest
    static final ArchRule onlyCommandsUsePicocliAndTheSimulator = noClasses()
            .that()
            .resideOutsideOfPackages(CLI, COMMANDS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "io.github.telnyxreactive.simulator..", COMMANDS);

    @ArchTest
    static final ArchRule progressAndRenderingArePure = noClasses()
            .that()
            .resideInAnyPackage(CLI + ".internal.state", CLI + ".internal.rendering")
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
    static final ArchRule packagesHaveNoCircles =
            slices().matching("io.github.telnyxreactive.(cli..)").should().beFreeOfCycles();
}
