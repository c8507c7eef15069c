package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Readings;
import io.github.telnyxreactive.cli.internal.command.batch.ServiceCheck;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Finds the work of a new batch. */
final class Work {

    /** More than usual, since a batch cannot start without its lists. */
    private static final int ATTEMPTS = 20;

    /** What to do about a list that changes while it is read. */
    static final String CHANGING = "Nothing was triggered; run this again when nobody changes tests";

    private Work() {}

    /**
     * Determines the work, and checks that everything exists that was named.
     *
     * @param options the selection of the user
     * @param counted the suites to run if none are named
     * @param batch the batch that is going to run
     * @param client the client
     * @return emits the work, or an error if a list cannot be read, a name is unknown, or there is nothing to run
     */
    static Mono<BatchPlan> find(WorkOptions options, List<String> counted, TestBatch batch, TelnyxClient client) {
        AssistantTests tests = client.withOptions(
                        calls -> calls.withRetry(calls.retry().withMaxAttempts(ATTEMPTS)))
                .ai()
                .assistants()
                .tests();
        List<String> named = options.suites().isEmpty() ? counted : options.suites();
        Mono<List<String>> suites = options.isAll()
                ? new Readings<>("the list of suites", suites(tests), Function.identity(), CHANGING)
                        .agreed()
                        .map(names -> List.copyOf(names.keySet()))
                : Mono.just(named);
        Mono<BatchPlan> plan = !options.again().isEmpty()
                ? MaskedSuites.restored(options.again(), tests.testSuites().list())
                        .flatMap(batch::plan)
                : suites.flatMap(found -> new SingleTests(tests)
                        .find(options.tests())
                        .flatMap(singles -> singles.problems().isEmpty()
                                ? plan(found, singles.tests(), options, batch, tests)
                                : refused(found, singles.problems(), batch)));
        return ServiceCheck.of(client).then(plan.map(found -> notEmpty(found, options.selection())));
    }

    private static Mono<Map<String, String>> suites(AssistantTests tests) {
        return tests.testSuites().list().collect(LinkedHashMap::new, (names, name) -> names.put(name, name));
    }

    private static Mono<BatchPlan> plan(
            List<String> suites,
            Map<String, FoundTest> singles,
            WorkOptions options,
            TestBatch batch,
            AssistantTests tests) {
        String version = options.versionId();
        if (options.isEachTest()) {
            return new EachTest(tests, batch, options.selection(), version).plan(suites, singles);
        }
        List<BatchItem> items = suites.stream()
                .map(suite -> BatchItem.suite(suite).againstVersion(version))
                .toList();
        return batch.plan(items).map(plan -> FoundTest.plan(singles, version, plan));
    }

    /** Says what is wrong with the suites as well, since a user wants to correct everything at once. */
    private static Mono<BatchPlan> refused(List<String> suites, List<String> problems, TestBatch batch) {
        return batch.check(suites.stream().map(BatchItem::suite).toList())
                .then(Mono.just("nothing was triggered: "))
                .onErrorResume(ItemRefusedException.class, refused -> Mono.just(refused.getMessage() + "; "))
                .flatMap(before -> Mono.error(new CommandException(before + String.join("; ", problems))));
    }

    private static BatchPlan notEmpty(BatchPlan plan, TestSelection selection) {
        if (plan.items().isEmpty()) {
            throw new CommandException("there is nothing to run: "
                    + (selection.isAll() ? "the account has no suites" : "no test is selected"));
        }
        return plan;
    }
}
