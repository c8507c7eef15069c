package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.simulator.internal.store.RunStore;
import io.github.telnyxreactive.simulator.internal.store.StoredRun;
import io.github.telnyxreactive.simulator.internal.store.TestStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The handlers of test suites and test runs. */
final class RunHandlers implements HandlerGroup {

    private final TestStore tests;
    private final RunStore runs;
    private final DestinationVersions versions;
    private final InstantSource clock;

    RunHandlers(TestStore tests, RunStore runs, DestinationVersions versions, InstantSource clock) {
        this.tests = tests;
        this.runs = runs;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                TestSuiteOperations.LIST, this::listSuites,
                TestSuiteOperations.LIST_RUNS, this::listOfSuite,
                TestSuiteOperations.TRIGGER_RUNS, this::triggerSuite,
                TestRunOperations.LIST, this::listOfTest,
                TestRunOperations.TRIGGER, this::trigger,
                TestRunOperations.RETRIEVE, this::retrieve);
    }

    private ServiceResponse listSuites(ServiceRequest request) {
        return ServiceResponse.list(ListBody.data(tests.suiteNames()));
    }

    private ServiceResponse listOfSuite(ServiceRequest request) {
        PageRequest page = PageRequest.of(request);
        String suite = request.id();
        String suiteRunId = request.queryParameter("test_suite_run_id");
        Instant now = clock.instant();
        Predicate<StoredRun> status = withStatus(request, now);
        if (suiteRunId == null) {
            return page.response(
                    runs.ofSuite(suite, status, page.offset(), page.size()).map(run -> run.at(now)));
        }
        Predicate<StoredRun> filter = run -> suite.equals(run.suite()) && (status == null || status.test(run));
        return page.response(
                runs.ofSuiteRun(suiteRunId, filter, page.offset(), page.size()).map(run -> run.at(now)));
    }

    private ServiceResponse listOfTest(ServiceRequest request) {
        PageRequest page = PageRequest.of(request);
        AssistantTest test = test(request);
        Instant now = clock.instant();
        return page.response(runs.ofTest(test.testId(), withStatus(request, now), page.offset(), page.size())
                .map(run -> run.at(now)));
    }

    private static @Nullable Predicate<StoredRun> withStatus(ServiceRequest request, Instant now) {
        String status = request.queryParameter("status");
        return status == null ? null : run -> run.statusAt(now).value().equals(status);
    }

    private ServiceResponse trigger(ServiceRequest request) {
        AssistantTest test = test(request);
        String version = versions.requested(request.body());
        Instant now = clock.instant();
        StoredRun run = runs.create(test, null, versions.used(version, test), now);
        if (deleteIfOrphan(run)) {
            throw RejectedException.notFound(TestHandlers.TEST);
        }
        return ServiceResponse.json(201, run.at(now));
    }

    private ServiceResponse triggerSuite(ServiceRequest request) {
        List<AssistantTest> members = tests.inSuite(request.id());
        if (members.isEmpty()) {
            throw RejectedException.notFound("test suite");
        }
        String version = versions.requested(request.body());
        Instant now = clock.instant();
        String suiteRunId = runs.nextSuiteRunId();
        List<Object> triggered = new ArrayList<>(members.size());
        for (AssistantTest test : members) {
            StoredRun run = runs.create(test, suiteRunId, versions.used(version, test), now);
            if (!deleteIfOrphan(run)) {
                triggered.add(run.at(now));
            }
        }
        return ServiceResponse.json(201, triggered);
    }

    private ServiceResponse retrieve(ServiceRequest request) {
        AssistantTest test = test(request);
        StoredRun run = runs.find(request.subId());
        if (run == null || !run.testId().equals(test.testId())) {
            throw RejectedException.notFound("test run");
        }
        return ServiceResponse.json(200, run.at(clock.instant()));
    }

    private AssistantTest test(ServiceRequest request) {
        return RejectedException.requireFound(tests.find(request.id()), TestHandlers.TEST);
    }

    /** Deletes the run if its test was deleted concurrently; whichever comes last deletes the run. */
    private boolean deleteIfOrphan(StoredRun run) {
        boolean orphan = tests.find(run.testId()) == null;
        if (orphan) {
            runs.delete(run);
        }
        return orphan;
    }
}
