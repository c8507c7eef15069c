package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.simulator.internal.service.Pages.RequestedPage;
import io.github.telnyxreactive.simulator.internal.store.RunStore;
import io.github.telnyxreactive.simulator.internal.store.StoredRun;
import io.github.telnyxreactive.simulator.internal.store.TestStore;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The handlers that read test suites and test runs. */
final class RunHandlers implements HandlerGroup {

    private final TestStore tests;
    private final RunStore runs;
    private final RunReads reads;
    private final ListFilters filters;
    private final Pages pages;

    RunHandlers(TestStore tests, RunStore runs, RunReads reads, ListFilters filters, Pages pages) {
        this.tests = tests;
        this.runs = runs;
        this.reads = reads;
        this.filters = filters;
        this.pages = pages;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                TestSuiteOperations.LIST, this::listSuites,
                TestSuiteOperations.LIST_RUNS, this::listOfSuite,
                TestRunOperations.LIST, this::listOfTest,
                TestRunOperations.RETRIEVE, this::retrieve);
    }

    private ServiceResponse listSuites(ServiceRequest request) {
        return ServiceResponse.list(ListBody.data(tests.suiteNames()));
    }

    private ServiceResponse listOfSuite(ServiceRequest request) {
        RequestedPage page = pages.of(request);
        RunReads.View view = reads.next();
        String suite = request.id();
        String suiteRunId = filters.value(request, ListFilters.SUITE_RUN_ID);
        Predicate<StoredRun> filter = filter(request, view);
        if (suiteRunId == null) {
            return page.response(
                    runs.ofSuite(suite, filter, page.offset(), page.size()).map(view::of));
        }
        return page.response(
                runs.ofSuiteRun(suiteRunId, Filters.all(ofSuite(suite), filter), page.offset(), page.size())
                        .map(view::of));
    }

    private static Predicate<StoredRun> ofSuite(String suite) {
        return run -> suite.equals(run.suite());
    }

    private ServiceResponse listOfTest(ServiceRequest request) {
        RequestedPage page = pages.of(request);
        AssistantTest test = test(request);
        RunReads.View view = reads.next();
        return page.response(runs.ofTest(test.testId(), filter(request, view), page.offset(), page.size())
                .map(view::of));
    }

    private @Nullable Predicate<StoredRun> filter(ServiceRequest request, RunReads.View view) {
        return Filters.all(view.hasStatus(filters.value(request, ListFilters.STATUS)), view.isListed());
    }

    private ServiceResponse retrieve(ServiceRequest request) {
        AssistantTest test = test(request);
        RunReads.View view = reads.next();
        StoredRun run = runs.find(request.subId());
        if (run == null || !run.testId().equals(test.testId()) || !view.isReadable(run)) {
            throw RejectedException.notFound("test run");
        }
        return ServiceResponse.json(200, view.of(run));
    }

    private AssistantTest test(ServiceRequest request) {
        return RejectedException.requireFound(tests.find(request.id()), TestHandlers.TEST);
    }
}
