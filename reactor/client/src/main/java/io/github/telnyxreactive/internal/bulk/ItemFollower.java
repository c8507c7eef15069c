package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.PossiblyDoubledException;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.TriggerExpiredException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.internal.policy.AdaptiveInterval.Seen;
import io.github.telnyxreactive.internal.runs.News;
import io.github.telnyxreactive.internal.runs.RunBook;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.internal.runs.Triggering;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Triggers one item of a batch, or one test of a suite, when there is room for it, and polls its runs until all have ended.
 * What is known of the runs is kept in a {@link RunBook}. Confined to tasks of the mailbox of the batch.
 */
final class ItemFollower implements Room {

    private final BatchItem item;
    private final ItemId id;
    private final BatchSubscription batch;
    private final ItemReport report;
    private final SuiteTests tests;
    private final int expected;
    private final ItemHistory history;
    private final ItemTrigger trigger;
    private final Disposable.Swap step = Disposables.swap();
    private final Disposable.Swap deadline = Disposables.swap();
    private ItemStage stage = new ItemStage.Waiting();
    private PollTiming timing;
    private int underWay;
    private int started;
    private int lost;
    private boolean completed;
    private boolean repeated;

    private long startedAt;

    /**
     * Creates a follower.
     *
     * @param item what is triggered
     * @param id what the journal calls it
     * @param tests the tests of the suite, none if they are not known, or if it is a single test
     * @param batch the batch
     * @param report says what happens
     */
    ItemFollower(BatchItem item, ItemId id, SuiteTests tests, BatchSubscription batch, ItemReport report) {
        this.item = item;
        this.id = id;
        this.batch = batch;
        this.report = report;
        this.tests = tests;
        this.expected = Math.max(1, tests.size());
        this.history = batch.recording().historyOf(id);
        this.timing = batch.polls().timing(false);
        this.repeated = history.isRepeated();
        this.trigger = new ItemTrigger(item, history, batch);
    }

    /** Returns whether its runs are known, so that it needs no room. */
    boolean isStarted() {
        return item.runs() != null || !history.runs().isEmpty();
    }

    private void enter(ItemStage next) {
        stage = next;
        count();
    }

    /** Tells the budget how many runs may be under way now. */
    private void count() {
        int now = stage.underWay();
        batch.budget().move(underWay, now);
        underWay = now;
    }

    @Override
    public int runs() {
        return Math.max(0, expected - history.underWay());
    }

    @Override
    public boolean grant() {
        batch.follow(this);
        return false;
    }

    @Override
    public void refuse(Throwable reason) {
        batch.budget().correct(expected, 0);
        batch.letGo(history);
        notTriggered(reason);
    }

    /** Ends the item without triggering it. What an earlier process has begun stays unknown. */
    private void notTriggered(Throwable reason) {
        OffsetDateTime begunAt = history.begunAt();
        if (begunAt == null) {
            batch.recording().refused(id, reason);
            report.failed(reason);
        } else {
            batch.recording().unknown(id, reason);
            report.unknown(reason, new ItemReport.Trigger(trigger.key(), begunAt.toInstant()));
        }
        end();
    }

    /** Triggers the item, or continues with the runs that are known. */
    void start() {
        startedAt = batch.calls().now();
        // From here on, the stage says how many are under way.
        batch.budget().move(history.underWay(), 0);
        trigger.start();
        List<TestRun> runs = item.runs();
        RunBook book = new RunBook(triggering(), startedAt);
        if (runs != null) {
            // They were started before.
            started = -runs.size();
            follow(book, book.known(runs));
        } else if (isStarted()) {
            book.resumed(history.runs().stream().map(RunState::toTestRun).toList());
            follow(book, List.of());
        } else {
            begin();
        }
    }

    /** Has the journal say that the item is about to be triggered, unless it is too late for an item that was begun before. */
    private void begin() {
        enter(new ItemStage.Beginning(expected));
        batch.budget().triggers();
        Duration left = trigger.choose();
        if (history.begunAt() != null && left.compareTo(ItemTrigger.SHORTEST) < 0) {
            batch.budget().hasTriggered();
            tooLate(new TriggerExpiredException("it was about to be triggered at " + history.begunAt()
                    + ", and it is not known whether it was. The service may have forgotten its key by now, so to trigger it"
                    + " again could run it twice: look at its runs of that time, and resolve it"));
        } else if (batch.recording().isOn()) {
            step.update(batch.calls()
                    .subscribe(
                            batch.recording()
                                    .begin(id, item.testName(), trigger.key(), expected)
                                    .thenReturn(left),
                            this::send,
                            this::notRecorded));
        } else {
            send(left);
        }
    }

    private void send(Duration limit) {
        Throwable refusal = batch.refusal();
        if (refusal != null) {
            batch.budget().hasTriggered();
            batch.budget().correct(expected, 0);
            batch.hold(history.begunAt() == null ? 0 : expected, startedAt);
            notTriggered(refusal);
            return;
        }
        enter(new ItemStage.Triggering(expected));
        step.update(batch.calls()
                .subscribe(batch.calls().trigger(item, trigger.key(), limit), this::triggered, this::triggerFailed));
    }

    private void notRecorded(Throwable error) {
        batch.budget().hasTriggered();
        batch.budget().correct(expected, 0);
        if (history.begunAt() == null) {
            report.failed(error);
        } else {
            report.unknown(error, trigger.current());
        }
        end();
        batch.stopWith(error);
    }

    private Triggering triggering() {
        boolean isSuite = item.kind() == BatchItem.Kind.SUITE;
        return new Triggering(
                isSuite ? item.name() : null,
                isSuite ? null : item.name(),
                tests.size() == 0 || item.runs() != null ? null : tests.ids(),
                trigger.since(),
                batch.options().maxLag(),
                repeated,
                batch::isTaken);
    }

    private void triggered(RunSource.Answer answer) {
        triggered(answer.runs(), answer.repeated(), null);
    }

    private void triggered(List<TestRun> runs, boolean wasRepeated, @Nullable DecodingException missing) {
        batch.budget().hasTriggered();
        repeated = wasRepeated || trigger.isRepetition();
        RunBook book = new RunBook(triggering(), batch.calls().now());
        follow(book, book.triggered(runs, missing));
    }

    private void triggerFailed(Throwable error) {
        if (error instanceof DecodingException unread && RunPoll.isCreated(unread)) {
            triggered(unread.readable(TestRun.class), !unread.isOutcomeKnown(), unread);
            return;
        }
        batch.budget().hasTriggered();
        if (isUnknown(error) || history.begunAt() != null) {
            doubt(error);
        } else {
            batch.recording().refused(id, error);
            batch.budget().correct(expected, 0);
            report.failed(error);
            end();
        }
        stopIfRevoked(error);
    }

    /** Ends the item without knowing whether it was triggered. What an earlier attempt has left open, no later one settles. */
    private void doubt(Throwable reason) {
        batch.hold(expected, startedAt);
        tooLate(reason);
    }

    /** Like an outcome that is unknown, but so long ago that no run is under way any more. */
    private void tooLate(Throwable reason) {
        batch.recording().unknown(id, reason);
        report.unknown(reason, trigger.current());
        end();
    }

    private static boolean isUnknown(Throwable error) {
        return error instanceof TelnyxException failure
                ? !failure.isOutcomeKnown()
                // What rejects the item itself is thrown before anything is sent.
                : !(error instanceof IllegalArgumentException || error instanceof ItemRefusedException);
    }

    /** Nothing can be done with a key that is not accepted any more. */
    private void stopIfRevoked(Throwable error) {
        if (error instanceof UnauthorizedException) {
            batch.stopWith(error);
        }
    }

    private void follow(RunBook book, List<News> news) {
        timing = batch.polls().timing(!isStarted());
        enter(new ItemStage.Following(book));
        report(book, news);
        if (isEnded()) {
            return;
        }
        Duration limit = batch.options().itemDeadline();
        deadline.update(batch.calls().after(limit.minusNanos(batch.calls().now() - startedAt), () -> giveUp(limit)));
        await();
        batch.joined(this);
    }

    /** Reports news of the runs, and ends if there is nothing left to follow. */
    private void report(RunBook book, List<News> news) {
        int newlyLost = 0;
        boolean isPartial = false;
        for (News some : news) {
            News one = some instanceof News.Doubled doubled
                    ? new News.Unidentified(new PossiblyDoubledException(doubled.others()))
                    : some;
            batch.recording().news(id, one, tests, repeated);
            report.news(one, trigger.current());
            started += one instanceof News.Started runs ? runs.runs().size() : 0;
            newlyLost += one instanceof News.Lost ? 1 : 0;
            isPartial |= one instanceof News.Unidentified;
        }
        count();
        if (newlyLost > 0) {
            batch.hold(newlyLost, startedAt);
            lost += newlyLost;
        }
        if (book.isDone()) {
            if (lost == 0 && !isPartial) {
                completed = true;
                batch.recording().completed(id);
            }
            int reserved = isStarted() ? 0 : expected;
            int unidentified = isPartial ? Math.max(1, reserved - started) : 0;
            batch.hold(unidentified, startedAt);
            batch.budget().correct(reserved, started + unidentified);
            end();
        }
    }

    private void await() {
        step.update(batch.calls()
                .after(batch.polls().interval(), () -> batch.polls().request(this, timing.lateFrom(stage.underWay()))));
    }

    /** Polls the runs; the batch calls this when the subscriber keeps up with the events. */
    void poll() {
        if (stage instanceof ItemStage.Following following) {
            RunBook book = following.book();
            step.update(batch.calls()
                    .subscribe(
                            batch.calls().poll(book.look()),
                            result -> polled(book, result),
                            error -> pollFailed(book, error)));
        }
    }

    private void polled(RunBook book, RunPoll.Result result) {
        List<News> news = book.polled(result, batch.calls().now());
        batch.polled(seen(news));
        timing.polled(news, book.open().size(), batch.calls().now());
        report(book, news);
        if (!isEnded()) {
            await();
        }
    }

    private static Seen seen(List<News> news) {
        Seen seen = Seen.NOTHING_NEW;
        for (News one : news) {
            if (one instanceof News.Ended) {
                return Seen.END;
            }
            seen = one instanceof News.Changed ? Seen.CHANGE : seen;
        }
        return seen;
    }

    private void pollFailed(RunBook book, Throwable error) {
        batch.polled(Seen.NOTHING_NEW);
        timing.failed(batch.calls().now());
        report(book, book.pollFailed(error));
        if (!isEnded()) {
            await();
        }
        stopIfRevoked(error);
    }

    /** Gives up what has not ended because a deadline has passed, that of the item or of the batch. */
    void giveUp(Duration limit) {
        if (stage instanceof ItemStage.Following following) {
            giveUp(new PollingDeadlineException(limit, following.book().open()));
        }
    }

    /** Gives up what has not ended. */
    void giveUp(Throwable reason) {
        if (stage instanceof ItemStage.Following following) {
            report(following.book(), following.book().end(reason));
        }
    }

    /** Returns whether a run, or the runs with a common id, belong to this item. */
    boolean knows(String id) {
        return stage instanceof ItemStage.Following following
                && following.book().knows(id);
    }

    /** Returns whether it is about to be triggered, or the response to the trigger is outstanding. */
    boolean isTriggering() {
        return stage instanceof ItemStage.Beginning || stage instanceof ItemStage.Triggering;
    }

    private boolean isEnded() {
        return stage instanceof ItemStage.Ended;
    }

    private void end() {
        finish();
        batch.ended(this);
        report.end(completed);
    }

    /** Stops at once, without further events. */
    void cancel() {
        if (stage instanceof ItemStage.Beginning && history.begunAt() == null) {
            batch.recording()
                    .refused(id, new ItemRefusedException("it was not triggered before the batch was stopped"));
        }
        finish();
    }

    private void finish() {
        enter(new ItemStage.Ended());
        step.dispose();
        deadline.dispose();
    }
}
