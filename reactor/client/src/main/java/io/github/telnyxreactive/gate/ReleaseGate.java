package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.bulk.TotalsCollector;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Releases a version of an assistant, the candidate, only if its tests pass: runs suites against the candidate and a
 * baseline, usually the main version, compares the results, and then promotes the candidate, gives it a share of the
 * conversations, or changes nothing. It is obtained from the client, by
 * {@link io.github.telnyxreactive.resource.Assistants#releaseGate(io.github.telnyxreactive.bulk.BatchOptions)}.
 *
 * <ol>
 *   <li>The versions, the tests of the suites and the single tests are read. If the candidate is already the main version,
 *       if the canary deploy has no room for it, or if there are fewer tests than required, the decision is made without
 *       runs.
 *   <li>If the baseline is {@linkplain Baseline#kept kept evidence}, it is checked. If it holds, it takes the place of runs
 *       against the baseline.
 *   <li>All suites and single tests run in one {@link io.github.telnyxreactive.bulk.TestBatch}, as often as requested,
 *       against the candidate and the baseline, each by its id.
 *   <li>The status of each run, the tests and the versions are read once more.
 *   <li>If the evidence is incomplete or was changed in the meantime, the gate is inconclusive. The evidence is complete if
 *       every single test and every test of the suites, and no other, has the requested number of runs against each
 *       version; if each of these runs has ended as passed, failed or error, was run against the version that was asked
 *       for as far as the service says, and still has the same status; and if the tests, the candidate, the baseline and
 *       the choice of the main version are unchanged.
 *   <li>The candidate is refused if it passes too few tests, or too few in comparison with the baseline.
 *   <li>The candidate is promoted, or a canary deploy is started or widened; nothing is changed if only a decision was asked for.
 * </ol>
 *
 * <p>The gate is strict: how much confidence a difference from the baseline deserves is told, by Fisher's exact test, but by
 * default does not excuse it.
 *
 * <p>Immutable and thread-safe. The service does not support making the last steps atomic: a concurrent change after the
 * versions were read again goes unnoticed.
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
     * @param totals counts the runs against both versions, but not kept ones, and the requests of the batch
     * @param observer receives the events of the runs, one at a time, on the threads of the client, and must not block;
     *     if it throws, the gate terminates with that error and changes nothing
     * @return the decision, after any change was made; an error of type
     *     {@link io.github.telnyxreactive.error.TelnyxException} if the versions or the tests cannot be read at the start,
     *     if the change fails, or if the client is closed
     */
    Mono<GateDecision> run(GateRequest request, TotalsCollector totals, Consumer<? super BatchEvent> observer);

    /**
     * Decides on a version and acts on the decision, like {@link #run(GateRequest, TotalsCollector, Consumer)}, with a journal
     * of the runs. A gate that has ended without a decision, because its process was killed for example, goes on when an equal
     * request is run with its journal: nothing is triggered twice, and the runs of both times are judged together. What it
     * requires of the results may differ.
     *
     * <p>Like any evidence, a journal is of certain definitions only. It is refused if it is of another assistant, of other
     * versions, suites or repeats, or if a version or a test was changed since it was begun. A gate that decides without runs
     * leaves no journal.
     *
     * @param request the candidate, the requirements, and the action if the candidate passes
     * @param journal the journal of the gate, which is closed before the decision
     * @param totals counts the runs against both versions, but not kept ones, and the requests of this subscription
     * @param observer receives the events of the runs, earlier ones included, one at a time, on the threads of the client, and
     *     must not block; if it throws, the gate terminates with that error and changes nothing
     * @return the decision, after any change was made; beside the errors of
     *     {@link #run(GateRequest, TotalsCollector, Consumer)} a {@link io.github.telnyxreactive.bulk.JournalException} if the
     *     journal cannot be opened, is refused, or cannot be written any more. Nothing is changed then
     */
    Mono<GateDecision> run(
            GateRequest request, BatchJournal journal, TotalsCollector totals, Consumer<? super BatchEvent> observer);

    /**
     * Returns a gate that can be stopped before its decision. Its batch then ends as a {@linkplain
     * io.github.telnyxreactive.bulk.TestBatch#stoppedBy stopped batch} does, and the gate is inconclusive: nothing is changed.
     * A change that has begun is completed, since its outcome would not be known otherwise.
     *
     * @param signals says when and how to stop; is subscribed to twice for each subscription to a decision
     * @return the new gate
     */
    ReleaseGate stoppedBy(Publisher<StopSignal> signals);
}
