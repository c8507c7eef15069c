package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Readings;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Finds the work of a new batch. */
final class Work {

    /** More than usual, since a batch cannot start without its lists. */
    private static final int ATTEMPTS = 20;

    /** Takes about 8 s. */
    private static final int ATTEMPTS_TO_REACH = 6;

    /** What to do about a list that changes while it is read. */
    static final String CHANGING = "Nothing was triggered; run this again when nobody changes tests";

    private Work() {}

    /**
     * Checks that the service can be reached and accepts the API key. A batch keeps retrying during an outage, so without
     * this check a wrong URL would be noticed hours later.
     *
     * @param client the client
     * @return completes if so, else emits an error
     */
    static Mono<Void> check(TelnyxClient client) {
        return client.withOptions(calls -> calls.withRetry(calls.retry().withMaxAttempts(ATTEMPTS_TO_REACH)))
                .ai()
                .assistants()
                .tests()
                .testSuites()
                .list()
                .take(1)
                .then();
    }

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
                : suites.flatMap(found -> options.isEachTest()
                        ? new EachTest(tests, batch, options.selection(), options.versionId())
                                .plan(found, options.tests())
                        : whole(found, options, batch));
        return check(client).then(plan.map(found -> notEmpty(found, options.selection())));
    }

    private static Mono<Map<String, String>> suites(AssistantTests tests) {
        return tests.testSuites().list().collect(LinkedHashMap::new, (names, name) -> names.put(name, name));
    }

    private static Mono<BatchPlan> whole(List<String> suites, WorkOptions options, TestBatch batch) {
        List<BatchItem> items = Stream.concat(
                        suites.stream().map(BatchItem::suite),
                        options.tests().stream().map(BatchItem::test))
                .map(item -> item.againstVersion(options.versionId()))
                .toList();
        return batch.plan(items);
    }

    private static BatchPlan notEmpty(BatchPlan plan, TestSelection selection) {
        if (plan.items().isEmpty()) {
            throw new CommandException("there is nothing to run: "
                    + (selection.isAll() ? "the account has no suites" : "no test is selected"));
        }
        return plan;
    }
}
