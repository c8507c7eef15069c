package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.Modes;
import io.github.telnyxreactive.simulator.internal.store.PlannedRun;
import io.github.telnyxreactive.simulator.internal.store.RunStore;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.StoredRun;
import io.github.telnyxreactive.simulator.internal.store.TestStore;
import io.github.telnyxreactive.simulator.internal.store.Trigger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The handlers that trigger test runs. No test is deleted, and no other run created, while one of them is at work. */
final class TriggerHandlers implements HandlerGroup {

    private final TestStore tests;
    private final RunStore runs;
    private final DestinationVersions versions;
    private final TriggerResponses responses;
    private final Modes modes;
    private final SeededRandom random;
    private final InstantSource clock;

    /** The number of tests triggered so far, which is used exclusively. */
    private long triggered;

    TriggerHandlers(
            TestStore tests,
            RunStore runs,
            DestinationVersions versions,
            Modes modes,
            SeededRandom random,
            InstantSource clock) {
        this.tests = tests;
        this.runs = runs;
        this.versions = versions;
        this.modes = modes;
        this.random = random;
        this.clock = clock;
        this.responses = new TriggerResponses(modes, random);
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                TestSuiteOperations.TRIGGER_RUNS, request -> runs.exclusively(() -> triggerSuite(request)),
                TestRunOperations.TRIGGER, request -> runs.exclusively(() -> triggerTest(request)));
    }

    private ServiceResponse triggerTest(ServiceRequest request) {
        AssistantTest test = RejectedException.requireFound(tests.find(request.id()), TestHandlers.TEST);
        String version = versions.requested(request.body());
        Trigger trigger = trigger(request, null, version);
        List<PlannedRun> planned = new ArrayList<>();
        plan(planned, test, version);
        return responses.toTest(trigger, create(planned, trigger).get(0));
    }

    private ServiceResponse triggerSuite(ServiceRequest request) {
        List<AssistantTest> members = tests.inSuite(request.id());
        if (members.isEmpty()) {
            throw RejectedException.notFound("test suite");
        }
        String version = versions.requested(request.body());
        Trigger trigger = trigger(request, runs.nextSuiteRunId(), version);
        List<PlannedRun> planned = new ArrayList<>(members.size());
        for (AssistantTest test : members) {
            if (modes.applies(Mode.MISSING_RUNS, random, triggered)) {
                triggered++;
            } else {
                plan(planned, test, version);
            }
        }
        return responses.toSuite(trigger, create(planned, trigger));
    }

    private Trigger trigger(ServiceRequest request, @Nullable String suiteRunId, @Nullable String version) {
        return new Trigger(
                suiteRunId,
                version,
                request.header(IdempotencyKeys.HEADER),
                request.repeatsForgotten(),
                clock.instant());
    }

    private void plan(List<PlannedRun> planned, AssistantTest test, @Nullable String requestedVersion) {
        String version = versions.used(requestedVersion, test);
        planned.add(new PlannedRun(test, version, false));
        if (modes.applies(Mode.EXTRA_RUNS, random, triggered++)) {
            planned.add(new PlannedRun(test, version, true));
        }
    }

    private List<StoredRun> create(List<PlannedRun> planned, Trigger trigger) {
        if (!runs.hasLinesFor(trigger, planned.size())) {
            throw new RejectedException(ServiceErrors.allLinesInUse());
        }
        return planned.stream().map(run -> runs.create(run, trigger)).toList();
    }
}
