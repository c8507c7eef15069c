package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.internal.exchange.Exchange;
import java.util.Objects;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/**
 * Lets a version of an assistant pass to its callers only if its tests say so: runs suites against the candidate and against
 * the main version, compares them, and then promotes the candidate, gives it a share of the conversations, or leaves
 * everything as it was.
 *
 * <ol>
 *   <li>The assistant and the candidate are read. A candidate that is the main version already, or for which there is no
 *       room in the canary deploy, is decided upon without any run.
 *   <li>All suites are run in one {@link TestBatch}, against the candidate and, if it is to be compared, against the version
 *       that is the main one at this moment, by its id.
 *   <li>The candidate is refused if evidence is missing: a suite could not be triggered or has no runs, or a run was not
 *       seen to end. It is refused if too few of its runs pass, or too few in comparison.
 *   <li>The assistant and the candidate are read again. If another version is the main one by now, or if the candidate was
 *       changed, the runs say nothing any more, and it is refused.
 *   <li>The candidate is promoted, or a canary deploy is started or widened; in a dry run nothing is changed.
 * </ol>
 *
 * <p>Immutable, and safe for use by many threads. The service has no means to make the last two steps one: a change by
 * somebody else that falls between them is not noticed.
 */
public final class ReleaseGate {

    private final Exchange exchange;
    private final TestBatch batch;

    /**
     * Creates a gate.
     *
     * @param exchange executes the operations
     * @param options how the suites are run
     * @throws IllegalArgumentException if more requests are to be under way at once than the client has connections
     */
    public ReleaseGate(Exchange exchange, BatchOptions options) {
        this.exchange = exchange;
        this.batch = new TestBatch(exchange, options);
    }

    /**
     * Decides about a version and acts upon the decision, as {@link #run(GateRequest, TotalsCollector, Consumer)}.
     *
     * @param request which version, what it has to show, and what is done with it then
     * @return the decision
     */
    public Mono<GateDecision> run(GateRequest request) {
        return run(request, new TotalsCollector(), event -> {});
    }

    /**
     * Decides about a version and acts upon the decision. Nothing is sent before there is a subscriber, and each
     * subscription decides anew; with a {@linkplain GateRequest#batch() name} they share the runs.
     *
     * <p>Cancelling ends the requests that are under way. Before the decision nothing was changed then; a change that was
     * under way may have been made or not. A promotion whose outcome is unknown is settled by reading the assistant, never
     * by repeating it. A new canary deploy is of the newer form, with rules; one that there is keeps its form.
     *
     * @param request which version, what it has to show, and what is done with it then
     * @param totals where to count the runs against both versions, and the requests of the batch
     * @param observer is given what happens to the runs, one event at a time, on the threads of the client, so it must not
     *     block; what it throws ends the gate with this error and without a change
     * @return the decision, after any change was made; an error of type
     *     {@link io.github.telnyxreactive.error.TelnyxException} if the assistant or the candidate cannot be read, which is
     *     before anything is run, or if the change fails
     */
    public Mono<GateDecision> run(GateRequest request, TotalsCollector totals, Consumer<? super BatchEvent> observer) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(observer, "observer");
        GatePassage passage = new GatePassage(request, exchange);
        return passage.decide(work -> batch.run(work, totals).doOnNext(observer));
    }
}
