package io.github.telnyxreactive.cli.internal.command.selection;

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
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Finds the work of a new batch. */
public final class Work {

    /** More than usual, since a batch cannot start without its lists. */
    private static final int ATTEMPTS = 20;

    /** What to do about a list that changes while it is read. */
    static final String CHANGING = "Nothing was triggered; run this again when nobody changes tests";

    private final TelnyxClient client;
    private final AssistantTests tests;

    /**
     * Creates a finder.
     *
     * @param client the client
     */
    public Work(TelnyxClient client) {
        this.client = client;
        this.tests = client.withOptions(calls -> calls.withRetry(calls.retry().withMaxAttempts(ATTEMPTS)))
                .ai()
                .assistants()
                .tests();
    }

    /**
     * Determines the work, and checks that everything exists that was named.
     *
     * @param wanted what the user wants
     * @param counted the suites to run if none are named
     * @param batch the batch that is going to run
     * @return emits the work, or an error if a list cannot be read, a name is unknown, or there is nothing to run
     */
    public Mono<BatchPlan> find(Wanted wanted, List<String> counted, TestBatch batch) {
        List<String> named = wanted.suites().isEmpty() ? counted : wanted.suites();
        Mono<List<String>> suites = wanted.isAll()
                ? new Readings<>("the list of suites", suites(), Function.identity(), CHANGING)
                        .agreed()
                        .map(names -> List.copyOf(names.keySet()))
                : Mono.just(named);
        Mono<BatchPlan> plan = suites.flatMap(found -> new SingleTests(tests)
                .find(wanted.tests())
                .flatMap(singles -> singles.problems().isEmpty()
                        ? plan(found, singles.tests(), wanted, batch)
                        : refused(found, singles.problems(), batch)));
        return ServiceCheck.of(client).then(plan.map(found -> notEmpty(found, wanted.selection())));
    }

    /**
     * Determines the work that is run again, and checks that all of it exists.
     *
     * @param items suites and tests, as a report has them
     * @param batch the batch that is going to run
     * @return emits the work, or an error
     */
    public Mono<BatchPlan> again(Set<BatchItem> items, TestBatch batch) {
        return ServiceCheck.of(client)
                .then(MaskedSuites.restored(items, tests.testSuites().list()).flatMap(batch::plan));
    }

    private Mono<Map<String, String>> suites() {
        return tests.testSuites().list().collect(LinkedHashMap::new, (names, name) -> names.put(name, name));
    }

    private Mono<BatchPlan> plan(List<String> suites, Map<String, FoundTest> singles, Wanted wanted, TestBatch batch) {
        String version = wanted.versionId();
        if (wanted.isEachTest()) {
            return new EachTest(tests, batch, wanted.selection(), version).plan(suites, singles);
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
