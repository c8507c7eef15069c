package io.github.telnyxreactive.bulk;

import java.util.Collection;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs any number of suites and tests, and emits what happens to each of them. It is obtained from the client, by
 * {@link io.github.telnyxreactive.resource.AssistantTests#batch(BatchOptions)}.
 *
 * <p>Items are requested from the publisher of the work as the limits of the batch permit. Each item is triggered by
 * {@code POST /ai/assistants/tests/test-suites/{suite_name}/runs} or {@code POST /ai/assistants/tests/{test_id}/runs}
 * with an idempotency key; an unknown outcome is resolved by repeating the request with the same key. The runs of a
 * suite are then polled together, by {@code GET /ai/assistants/tests/test-suites/{suite_name}/runs}; runs that no list
 * contains, and runs of single tests, are polled by {@code GET /ai/assistants/tests/{test_id}/runs/{run_id}}. All items
 * share one polling interval, which grows while nothing changes and shrinks when runs progress; jitter spreads the
 * polls.
 *
 * <p>If the rate does not suffice for all polls that are due, whether the batch, the client or the service limits it, the
 * batch decides which one is next when it can be sent: that of runs which have probably ended, as far as it has seen how
 * long others take, and otherwise that of the item whose last poll was made the longest time ago. Until every item is
 * polled within about twice the longest delay of the schedule, almost nothing more is started. A longer delay therefore lets
 * such a batch start more at a time; it ends earlier, and its events come later.
 *
 * <p>During an outage of the service, one request at a time probes the service after growing delays; as soon as a probe
 * succeeds, the batch resumes by itself. The failure of an item is an event, and does not affect other items. Immutable
 * and thread-safe.
 */
public interface TestBatch {

    /**
     * Runs work. Nothing is requested or sent before there is demand. Each subscription runs the work again, with new
     * idempotency keys for items that have none.
     *
     * <p>When there is no demand for events, triggering and polling pause once the
     * {@linkplain BatchOptions#eventBuffer() buffer} is full. Cancelling aborts the requests in flight; runs that have
     * been triggered continue at the service.
     *
     * @param work the items to run, requested as the limits of the batch permit
     * @return the events, until the last run has ended; an error if the publisher of the work fails, after all
     *     items that it emitted before have ended, or a {@link io.github.telnyxreactive.error.UnauthorizedException} if the
     *     API key is not accepted any more, in which case nothing more is triggered, and what is open is abandoned
     */
    default Flux<BatchEvent> run(Publisher<? extends BatchItem> work) {
        return run(work, new TotalsCollector());
    }

    /**
     * Runs work like {@link #run(Publisher)}, and counts the events and the requests.
     *
     * @param work the items to run
     * @param totals counts every request, and every event when it occurs, which may be before it is emitted
     * @return the events
     */
    Flux<BatchEvent> run(Publisher<? extends BatchItem> work, TotalsCollector totals);

    /**
     * Checks that the service knows all suites and tests of some work: by {@code GET /ai/assistants/tests/test-suites} and,
     * for each name that this does not list, the tests of the suite; by {@code GET /ai/assistants/tests/{test_id}}, or for
     * more than 20 tests by listing them. Runs nothing.
     *
     * @param items the work
     * @return completes if so; an {@link ItemRefusedException} that names all that it does not know, with the closest known
     *     names, or the error of a list
     */
    Mono<Void> check(Collection<? extends BatchItem> items);

    /**
     * Finds out what a batch would run, and checks that the service knows all of it: by the tests of each suite, and by
     * {@code GET /ai/assistants/tests/{test_id}}, or for more than 20 tests by listing them. Runs nothing.
     *
     * @param items the work, of which equal items are one; their keys are no part of a plan
     * @return the plan; an {@link ItemRefusedException} like that of {@link #check}, or the error of a list
     * @throws IllegalArgumentException if an item was triggered before
     */
    Mono<BatchPlan> plan(Collection<? extends BatchItem> items);

    /**
     * Records a plan of which every run has to pass, like {@link #record(BatchPlan, PassRequirement, BatchJournal)}.
     *
     * @param plan the plan
     * @param journal a journal that does not exist yet, or whose plan was never completed
     * @return completes when the plan is durable; a {@link JournalException} if it cannot be written, or if the journal is of
     *     another batch
     */
    default Mono<Void> record(BatchPlan plan, BatchJournal journal) {
        return record(plan, PassRequirement.EVERY_RUN, journal);
    }

    /**
     * Records a plan in a new journal, without running anything. {@link #resume} then runs it, and goes on with it however that
     * has ended. The requirement is kept with the plan, for the reports of the batch; it makes no difference to what is run.
     *
     * @param plan the plan
     * @param requirement what the batch has to reach
     * @param journal a journal that does not exist yet, or whose plan was never completed
     * @return completes when the plan is durable; a {@link JournalException} if it cannot be written, or if the journal is of
     *     another batch
     * @throws IllegalArgumentException if there is a pass rule, and something is not planned as many times as it says
     */
    Mono<Void> record(BatchPlan plan, PassRequirement requirement, BatchJournal journal);

    /**
     * Runs the plan of a journal, or what is left of it, like {@link #run(Publisher, BatchJournal, TotalsCollector)}. Without a
     * plan, it follows what was begun.
     *
     * @param journal the journal of the batch
     * @param totals counts every request of this subscription, and every event of the whole batch
     * @return the events of the whole batch
     */
    default Flux<BatchEvent> resume(BatchJournal journal, TotalsCollector totals) {
        return run(Flux.empty(), journal, totals);
    }

    /**
     * Returns a batch that can be stopped before it has run all of its work. Items that were taken and not triggered are then
     * refused by an {@link ItemRefusedException}; with a journal, they are triggered when it is resumed.
     *
     * @param signals says when and how to stop, for each subscription to events; an error ends the batch like an API key that is
     *     not accepted any more
     * @return the new batch
     */
    TestBatch stoppedBy(Publisher<StopSignal> signals);

    /**
     * Runs work that is known at the start, like {@link #run(Publisher, TotalsCollector)}, after a {@link #check} of all
     * names: if the service does not know one of them, nothing is triggered. The items of a publisher cannot be checked
     * together: the tests of each suite are read before that suite is triggered, and a single test that does not exist is
     * refused by the service.
     *
     * @param work the items to run
     * @param totals counts every request of the batch, apart from those of the check, and every event
     * @return the events; an {@link ItemRefusedException} if a name is not known
     */
    default Flux<BatchEvent> runChecked(Collection<? extends BatchItem> work, TotalsCollector totals) {
        List<BatchItem> items = List.copyOf(work);
        return check(items).thenMany(run(Flux.fromIterable(items), totals));
    }

    /**
     * Runs work with a journal, or resumes a batch, like {@link #run(Publisher, BatchJournal, TotalsCollector)}.
     *
     * @param work the items to run
     * @param journal the journal of the batch
     * @return the events of the whole batch
     */
    default Flux<BatchEvent> run(Publisher<? extends BatchItem> work, BatchJournal journal) {
        return run(work, journal, new TotalsCollector());
    }

    /**
     * Runs work with a journal, or resumes a batch however it has ended: what an item triggers is durable in the journal
     * before it is sent. A resumed batch emits the events of the runs that are in its journal, follows what was begun, and
     * then takes those items from its {@linkplain #record plan} and from the work that it does not know yet. It starts
     * nothing twice: an item whose outcome is unknown is triggered again with the same key, within 23 hours of the first
     * time that it was begun. After that, or if a clock was set back, it stays unknown until somebody
     * {@linkplain #resolve resolves} it, and so it does if the service refuses the repetition, since that says nothing about
     * the first request.
     *
     * <p>The items of events bear the name of the batch, and no key of their own; equal items of the work are one. A journal
     * is of one account: one that was written for another address is refused, and so is one that was written with another
     * API key unless that key can read a run of the batch, or {@link BatchOptions#sameAccount()} is set.
     *
     * @param work the items to run; those that an earlier process has begun may be left out
     * @param journal the journal of the batch, which is closed at the end
     * @param totals counts every request of this subscription, and every event of the whole batch
     * @return the events of the whole batch; beside the errors of {@link #run(Publisher, TotalsCollector)} a
     *     {@link JournalException} if the journal cannot be opened, is of another account, or cannot be written any more, in
     *     which case nothing more is triggered
     */
    Flux<BatchEvent> run(Publisher<? extends BatchItem> work, BatchJournal journal, TotalsCollector totals);

    /**
     * Finds out what the service has for the items of a journal whose outcome is not known, or that may have more runs than are
     * known: by {@code GET /ai/assistants/tests/test-suites/{suite_name}/runs} and
     * {@code GET /ai/assistants/tests/{test_id}/runs}, each read until a whole page of it is older than the item by more than
     * 10 minutes, since clocks differ, and the lists of tests for their names. Triggers nothing, and records nothing. Like everything
     * that opens a file, it removes a last line that is incomplete.
     *
     * @param journal the journal of a batch that was begun, which is open meanwhile, so that nobody else resumes it
     * @return the items, none if everything is known; a {@link JournalException} like that of
     *     {@link #run(Publisher, BatchJournal, TotalsCollector)}, or the error of a list
     */
    Mono<List<UnresolvedItem>> unresolved(BatchJournal journal);

    /**
     * Records what somebody has decided about items whose outcome is not known, after the same look at the service as
     * {@link #unresolved}. Triggers nothing. If the API key is another one of the same account, this is recorded as well. When the batch is resumed, runs that belong to an item are followed and reported
     * like others; an item that was not started counts as not triggered, and is triggered again: with its last key within 23
     * hours of its first use, so that the service returns what was started after all, and otherwise with a new key.
     *
     * <p>A run that shares its {@code test_suite_run_id} with others brings them with it.
     *
     * @param resolutions the decisions, at most one for each item; nothing is recorded if one of them is refused
     * @param journal the journal of the batch, which is open meanwhile
     * @return completes when the decisions are durable; a {@link ResolutionException} if the outcome of an item is known, or if
     *     a run does not exist, is of another suite, test or version, or belongs to another item, and errors like those of
     *     {@link #unresolved}
     */
    Mono<Void> resolve(Collection<ItemResolution> resolutions, BatchJournal journal);
}
