package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.TotalsCollector;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/**
 * Lets a version of an assistant pass to its callers only if its tests pass: runs suites against the candidate and against
 * the main version, compares them, and then promotes the candidate, gives it a share of the conversations, or leaves
 * everything as it was. It is obtained from the client, by
 * {@link io.github.telnyxreactive.resource.Assistants#releaseGate(io.github.telnyxreactive.bulk.BatchOptions)}.
 *
 * <ol>
 *   <li>The assistant and the candidate are read. If the candidate is already the main version, or the canary deploy has no
 *       room for it, the decision is made without any run.
 *   <li>All suites run in one {@link io.github.telnyxreactive.bulk.TestBatch}, against the candidate and, for a comparison,
 *       against the version that is the main version at this moment, by its id.
 *   <li>The candidate is refused if evidence is missing: a suite could not be triggered or has no runs, or a run was not
 *       seen to end. It is refused if too few of its runs pass, or too few in comparison.
 *   <li>The assistant and the candidate are read again. If the main version or the candidate has changed, the runs prove
 *       nothing any more, and the candidate is refused.
 *   <li>The candidate is promoted, or a canary deploy is started or widened; a dry run changes nothing.
 * </ol>
 *
 * <p>Immutable and thread-safe. The service offers no way to make the last two steps atomic: a change by someone else
 * between them goes unnoticed.
 */
public interface ReleaseGate {

    /**
     * Decides about a version and acts on the decision, like {@link #run(GateRequest, TotalsCollector, Consumer)}.
     *
     * @param request which version, its requirements, and the action if it passes
     * @return the decision
     */
    default Mono<GateDecision> run(GateRequest request) {
        return run(request, new TotalsCollector(), event -> {});
    }

    /**
     * Decides about a version and acts on the decision. Nothing is sent before there is a subscriber, and each subscription
     * decides anew; with a {@linkplain GateRequest#batch() batch name} they share the runs.
     *
     * <p>Cancelling aborts the requests in flight. Before the decision, nothing has been changed; a change in flight may or
     * may not have been made. If the outcome of a promotion is unknown, the assistant is read to find out; the promotion is
     * never repeated. A new canary deploy has the newer form, with rules; an existing one keeps its form.
     *
     * @param request which version, its requirements, and the action if it passes
     * @param totals counts the runs against both versions, and the requests of the batch
     * @param observer receives the events of the runs, one at a time, on the threads of the client, and so must not block;
     *     if it throws, the gate ends with this error and without a change
     * @return the decision, after any change was made; an error of type
     *     {@link io.github.telnyxreactive.error.TelnyxException} if the assistant or the candidate cannot be read, which is
     *     before any run is triggered, or if the change fails
     */
    Mono<GateDecision> run(GateRequest request, TotalsCollector totals, Consumer<? super BatchEvent> observer);
}
