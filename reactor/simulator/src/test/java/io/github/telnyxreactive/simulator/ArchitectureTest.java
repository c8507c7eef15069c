package io.github.telnyxreactive.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.telnyxreactive.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.telnyxreactive";

    @ArchTest
    static final ArchRule knowsNothingOfTheClient = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT,
                    ROOT + ".client..",
                    ROOT + ".transport..",
                    ROOT + ".exchange..",
                    ROOT + ".operator..",
                    ROOT + ".paging..",
                    ROOT + ".polling..",
                    ROOT + ".bulk..",
                    ROOT + ".resource..");

    @ArchTest
    static final ArchRule serviceKnowsNothingOfTheNetwork = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".simulator.internal.service", ROOT + ".simulator.internal.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "reactor..");

    @ArchTest
    static final ArchRule packagesHaveNoCircles =
            slices().matching("io.github.telnyxreactive.(simulator..)").should().beFreeOfCycles();
}
