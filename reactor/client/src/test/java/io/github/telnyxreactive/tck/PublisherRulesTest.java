package io.github.telnyxreactive.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.TestNG;

/**
 * Runs the rules of the Reactive Streams specification for every publisher of the client, each as a test, and prints how
 * many passed and which were skipped. It runs TestNG itself, and counts: a rule that is not run fails the build.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PublisherRulesTest {

    /** The rules of the TCK for publishers, those included that it cannot verify and skips. */
    private static final int RULES = 38;

    /**
     * How many rules pass for each publisher, at least: by chance, a batch may emit the same order to several
     * subscribers. The others are skipped, for the reasons that are printed.
     */
    private static final Map<Class<?>, Integer> PASSING = Map.ofEntries(
            Map.entry(ListRules.Elements.class, 31),
            Map.entry(ListRules.Positions.class, 31),
            Map.entry(ListRules.Prefetched.class, 31),
            Map.entry(ListRules.Concurrent.class, 31),
            Map.entry(ListRules.PagesUnderDemand.class, 31),
            Map.entry(ListRules.PagesAhead.class, 31),
            Map.entry(OperatorRules.Rate.class, 31),
            Map.entry(OperatorRules.Concurrency.class, 31),
            Map.entry(OperatorRules.Retry.class, 31),
            Map.entry(OperatorRules.Limited.class, 31),
            Map.entry(OperatorRules.LimitedUnderDemand.class, 31),
            Map.entry(OperatorRules.Changes.class, 31),
            Map.entry(MonoOperatorRules.Rate.class, 12),
            Map.entry(MonoOperatorRules.Concurrency.class, 12),
            Map.entry(MonoOperatorRules.Retry.class, 12),
            Map.entry(MonoOperatorRules.Limited.class, 12),
            Map.entry(MonoOperatorRules.Until.class, 12),
            Map.entry(ServiceRules.Elements.class, 30),
            Map.entry(ServiceRules.Prefetched.class, 30),
            Map.entry(ServiceRules.Concurrent.class, 30),
            Map.entry(ServiceRules.Pages.class, 30),
            Map.entry(ServiceRules.Call.class, 12),
            Map.entry(ServiceRules.Followed.class, 27),
            Map.entry(ServiceRules.Batch.class, 27),
            Map.entry(ServiceRules.FailedBatch.class, 27),
            Map.entry(StreamRules.Chat.class, 30),
            Map.entry(StreamRules.Text.class, 30));

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> skipped = new TreeMap<>();

    @Test
    void everyPublisherIsListed() {
        assertThat(publishers()).containsExactlyInAnyOrderElementsOf(PASSING.keySet());
    }

    @TestFactory
    Stream<DynamicNode> rules() {
        return publishers().stream()
                .map(type -> dynamicContainer(name(type), Stream.of(type).flatMap(each -> results(each))));
    }

    private static List<Class<?>> publishers() {
        return ReflectionSupport.findAllClassesInPackage(
                PublisherRules.class.getPackageName(),
                type -> PublisherRules.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()),
                name -> true);
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private Stream<DynamicNode> results(Class<?> type) {
        List<ITestResult> results = run(type);
        List<ITestResult> passed =
                results.stream().filter(ITestResult::isSuccess).toList();
        lines.add("%-32s %3d passed %3d skipped".formatted(name(type), passed.size(), results.size() - passed.size()));
        return Stream.concat(
                results.stream().map(result -> dynamicTest(result.getName(), () -> report(result))),
                Stream.of(dynamicTest("number of rules", () -> {
                    assertThat(results).hasSize(RULES);
                    assertThat(passed).hasSizeGreaterThanOrEqualTo(Objects.requireNonNull(PASSING.get(type)));
                })));
    }

    private static List<ITestResult> run(Class<?> type) {
        Results results = new Results();
        TestNG runner = new TestNG(false);
        runner.setVerbose(0);
        runner.setTestClasses(new Class<?>[] {type});
        runner.addListener(results);
        runner.run();
        return results.all;
    }

    private void report(ITestResult result) throws Throwable {
        if (result.isSuccess()) {
            return;
        }
        if (result.getStatus() == ITestResult.SKIP) {
            String reason = result.getThrowable().getMessage().replaceFirst("(?s) Reason for skipping was.*", "");
            skipped.merge(result.getName() + ": " + reason, 1, Integer::sum);
            Assumptions.abort(reason);
        }
        throw result.getThrowable();
    }

    @AfterAll
    void print() {
        lines.stream().sorted().forEach(System.out::println);
        skipped.forEach((rule, publishers) -> System.out.println("skipped for " + publishers + " publishers: " + rule));
    }

    /** Records the result of each rule. */
    private static final class Results implements ITestListener {

        private final List<ITestResult> all = new ArrayList<>();

        @Override
        public void onTestSuccess(ITestResult result) {
            all.add(result);
        }

        @Override
        public void onTestFailure(ITestResult result) {
            all.add(result);
        }

        @Override
        public void onTestSkipped(ITestResult result) {
            all.add(result);
        }
    }
}
