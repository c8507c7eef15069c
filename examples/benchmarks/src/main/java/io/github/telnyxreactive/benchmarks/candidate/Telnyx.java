package io.github.telnyxreactive.benchmarks.candidate;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.benchmarks.candidate.ReactorSubscribers.ToElements;
import io.github.telnyxreactive.benchmarks.candidate.ReactorSubscribers.ToOutcome;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.resource.TestRuns;
import java.util.function.UnaryOperator;

/** This project's client, with everything on that is on by default. */
final class Telnyx implements Candidate {

    private final TelnyxClient client;
    private final UnaryOperator<PagedFlux<AssistantTest>> mode;

    /**
     * Builds the client.
     *
     * @param target where it sends its calls
     * @param mode how lists are read
     */
    Telnyx(Target target, UnaryOperator<PagedFlux<AssistantTest>> mode) {
        this.mode = mode;
        this.client = TelnyxClient.builder()
                .apiKey(target.key())
                .baseUrl(target.baseUrl())
                .maxConnections(target.connections())
                .maxPendingAcquires(target.pendingAcquires())
                .build();
    }

    @Override
    public void assistant(Outcome outcome) {
        client.ai().assistants().retrieve(Target.ID).subscribe(new ToOutcome(outcome));
    }

    @Override
    public void triggerAndGet(Outcome outcome) {
        TestRuns runs = client.ai().assistants().tests().runs();
        TriggerTestRunRequest request = TriggerTestRunRequest.builder()
                .destinationVersionId(Target.VERSION)
                .build();
        runs.trigger(Target.ID, request)
                .flatMap(run -> runs.retrieve(Target.ID, run.runId()))
                .subscribe(new ToOutcome(outcome));
    }

    @Override
    public void tests(Elements elements) {
        mode.apply(client.ai().assistants().tests().list()).subscribe(new ToElements(elements));
    }

    @Override
    public void assistants(Elements elements) {
        client.ai().assistants().list().subscribe(new ToElements(elements));
    }

    @Override
    public void close() {
        client.close();
    }
}
