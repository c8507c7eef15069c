package io.github.telnyxreactive.webflux;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.telnyxreactive.webflux", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule eventLogDependsOnNeitherSpringNorTheLibrary = noClasses()
            .that()
            .resideInAPackage("..webflux.event")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework..")
                    .or(resideInAPackage("io.github.telnyxreactive..").and(resideOutsideOfPackage("..webflux.event"))));

    @ArchTest
    static final ArchRule usesThePublicApiOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.telnyxreactive.internal..", "io.github.telnyxreactive.simulator.internal..");

    @ArchTest
    static final ArchRule onlyTheConfigurationDependsOnTheSimulator = noClasses()
            .that()
            .resideOutsideOfPackage("..webflux.client")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.telnyxreactive.simulator..");

    @ArchTest
    static final ArchRule nothingBlocks =
            noClasses().should().callMethodWhere(target(nameMatching("block(First|Last)?")));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.github.telnyxreactive.webflux.(*)..").should().beFreeOfCycles();
}
