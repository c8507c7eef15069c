package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.TotalsCollector;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/**
 * Releases a version of an assistant, the candidate, only if its tests pass: runs suites against the candidate and the
 * main version, compares the results, and then promotes the candidate, gives it a share of the conversations, or
 * changes nothing. It is obtained from the client, by
 * {@link io.github.telnyxreactive.resource.Assistants#releaseGate(io.github.telnyxreactive.bulk.BatchOptions)}.
 *
 * <ol>
 *   <li>The assistant and the candidate are read. If the candidate is already the main version, or the canary deploy
 *       has no room for it, the decision is made without runs.
 *   <li>All suites run in one {@link io.github.telnyxreactive.bulk.TestBatch}, against the candidate and, for a
 *       comparison, against the current main version, by its id.
 *   <li>The candidate is refused if evidence is missing: a suite could not be triggered or has no runs, or a run was
 *       abandoned. It is also refused if too few of its runs pass, or too few in comparison with the main version.
 *   <li>The assistant and the candidate are read again. If the main version or the candidate has changed, the results
 *       no longer apply, and the candidate is refused.
 *   <li>The candidate is promoted, or a canary deploy is started or widened; a dry run changes nothing.
 * </ol>
 *
 * <p>Immutable and thread-safe. The service does not support making the last two steps atomic: a concurrent change
 * between them goes unnoticed.
 */
public interface ReleaseGate {

    /**
     * Decides on a version and acts on the decision, like {@link #run(GateRequest, TotalsCollector, Consumer)}.
     *
     * @param request the candidate, the requirements, and the action if the candidate passes
     * @return the decision
     */
    default Mono<GateDecision> run(GateRequest request) {
        return run(request, new TotalsCollector(), event -> {});
    }

    /**
     * Decides on a version and acts on the decision. Nothing is sent before subscription. Each subscription makes its
     * own decision; with a {@linkplain GateRequest#batch() batch name}, they share the runs.
     *
     * <p>Cancelling aborts the requests in flight. Nothing is changed before the decision; a change in flight may or
     * may not be made. If the outcome of a promotion is unknown, the assistant is read to find out; the promotion is
     * never repeated. A new canary deploy has the newer form, with rules; an existing one keeps its form.
     *
     * @param request the candidate, the requirements, and the action if the candidate passes
     * @param totals counts the runs against both versions, and the requests of the batch
     * @param observer receives the events of the runs, one at a time, on the threads of the client, and must not block;
     *     if it throws, the gate terminates with that error and changes nothing
     * @return the decision, after any change was made; an error of type
     *     {@link io.github.telnyxreactive.error.TelnyxException} if the assistant or the candidate cannot be read, or
     *     if the change fails
     */
    Mono<GateDecision> run(GateRequest request, TotalsCollector totals, Consumer<? super BatchEvent> observer);
}
