package io.github.telnyxreactive;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The arrows between the packages of the client. */
@AnalyzeClasses(
        packages = "io.github.telnyxreactive",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OnlyThisModule.class})
class ArchitectureTest {

    private static final String ROOT = "io.github.telnyxreactive";

    @ArchTest
    static final ArchRule ARROWS_RUN_ONE_WAY = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(
                    ROOT,
                    ROOT + ".resource..",
                    ROOT + ".bulk..",
                    ROOT + ".exchange..",
                    ROOT + ".paging..",
                    ROOT + ".polling..",
                    ROOT + ".operator..",
                    ROOT + ".transport..")
            .layer("client")
            .definedBy(ROOT)
            .layer("resource")
            .definedBy(ROOT + ".resource..")
            .layer("bulk")
            .definedBy(ROOT + ".bulk..")
            .layer("exchange")
            .definedBy(ROOT + ".exchange..")
            .layer("paging")
            .definedBy(ROOT + ".paging..")
            .layer("polling")
            .definedBy(ROOT + ".polling..")
            .layer("operator")
            .definedBy(ROOT + ".operator..")
            .layer("transport")
            .definedBy(ROOT + ".transport..")
            .whereLayer("client")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("resource")
            .mayOnlyBeAccessedByLayers("client")
            .whereLayer("bulk")
            .mayOnlyBeAccessedByLayers("client", "resource")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("client", "resource", "bulk")
            .whereLayer("paging")
            .mayOnlyBeAccessedByLayers("client", "resource", "bulk", "exchange")
            .whereLayer("polling")
            .mayOnlyBeAccessedByLayers("client", "resource", "exchange")
            .whereLayer("operator")
            .mayOnlyBeAccessedByLayers("client", "bulk", "exchange", "polling")
            .whereLayer("transport")
            .mayOnlyBeAccessedByLayers("client", "exchange");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule OPERATORS_KNOW_NOTHING_OF_HTTP = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".operator..", ROOT + ".paging..", ROOT + ".polling..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "reactor.netty..");

    @ArchTest
    static final ArchRule NETTY_STAYS_IN_THE_TRANSPORT = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".transport..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "reactor.netty..");

    @ArchTest
    static final ArchRule NOTHING_BLOCKS = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(reactor.core.publisher.Mono.class, "block")
            .orShould()
            .callMethod(reactor.core.publisher.Flux.class, "blockLast")
            .orShould()
            .callMethod(reactor.core.publisher.Flux.class, "toIterable")
            .orShould()
            .callMethod(reactor.core.scheduler.Schedulers.class, "boundedElastic");

    @ArchTest
    static final ArchRule NOTHING_OF_THE_EXAMPLES = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(ROOT + ".simulator..", ROOT + ".batch..");

    /** The classes of the other modules on the class path are judged there. */
    static final class OnlyThisModule implements ImportOption {

        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return location.contains("/reactor/target/classes/");
        }
    }
}
