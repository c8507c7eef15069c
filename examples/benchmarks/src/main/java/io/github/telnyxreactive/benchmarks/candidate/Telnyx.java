package io.github.telnyxreactive.benchmarks.candidate;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.benchmarks.candidate.ReactorSubscribers.CallSubscriber;
import io.github.telnyxreactive.benchmarks.candidate.ReactorSubscribers.ListSubscriber;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.resource.TestRuns;
import java.util.function.UnaryOperator;

/** This project's client with its defaults. */
final class Telnyx implements Candidate {

    private final TelnyxClient client;
    private final UnaryOperator<PagedFlux<AssistantTest>> mode;

    /**
     * Creates the client.
     *
     * @param target where it sends its calls
     * @param mode how lists are read
     */
    Telnyx(Target target, UnaryOperator<PagedFlux<AssistantTest>> mode) {
        this.mode = mode;
        TelnyxClientBuilder builder = TelnyxClient.builder()
                .apiKey(target.key())
                .baseUrl(target.baseUrl())
                .maxConnections(target.connections())
                .maxPendingAcquires(target.pendingAcquires());
        if (target.secure()) {
            builder.trustManager(target.trust()).http2(target.protocol() == Protocol.H2);
        }
        this.client = builder.build();
    }

    @Override
    public void assistant(CallObserver observer) {
        client.ai().assistants().retrieve(Target.ID).subscribe(new CallSubscriber(observer));
    }

    @Override
    public void triggerAndGet(CallObserver observer) {
        TestRuns runs = client.ai().assistants().tests().runs();
        TriggerTestRunRequest request = TriggerTestRunRequest.builder()
                .destinationVersionId(Target.VERSION)
                .build();
        runs.trigger(Target.ID, request)
                .flatMap(run -> runs.retrieve(Target.ID, run.runId()))
                .subscribe(new CallSubscriber(observer));
    }

    @Override
    public void tests(ListObserver observer) {
        mode.apply(client.ai().assistants().tests().list()).subscribe(new ListSubscriber(observer));
    }

    @Override
    public void assistants(ListObserver observer) {
        client.ai().assistants().list().subscribe(new ListSubscriber(observer));
    }

    @Override
    public void close() {
        client.close();
    }
}
