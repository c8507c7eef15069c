package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemRefusedException;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Triggers one item of a batch, or one test of a suite, when there is room for it, and polls its runs until all have ended.
 * What is known of the runs is kept in a {@link RunBook}. Confined to tasks of the mailbox of the batch.
 */
final class ItemFollower implements Room {

    private final BatchItem item;
    private final BatchSubscription batch;
    private final ItemReport report;
    private final @Nullable Set<String> tests;
    private final int expected;
    private final ItemReport.Trigger trigger;
    private final Disposable.Swap step = Disposables.swap();
    private final Disposable.Swap deadline = Disposables.swap();
    private ItemStage stage = new ItemStage.Waiting();
    private int underWay;
    private int started;
    private long startedAt;

    /** Creates the follower of a single test. */
    ItemFollower(BatchItem item, BatchSubscription batch, ItemReport report) {
        this(item, null, 1, batch, report);
    }

    /**
     * Creates a follower.
     *
     * @param item the item
     * @param tests the ids of the tests of the suite, {@code null} for a single test, or if they are not known
     * @param expected the number of runs to expect
     * @param batch the batch
     * @param report says what happens
     */
    ItemFollower(
            BatchItem item, @Nullable Set<String> tests, int expected, BatchSubscription batch, ItemReport report) {
        this.item = item;
        this.batch = batch;
        this.report = report;
        this.tests = tests;
        this.expected = expected;
        String key = Objects.requireNonNullElseGet(item.idempotencyKey(), batch::newKey);
        this.trigger = new ItemReport.Trigger(key, Instant.now());
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
        return expected;
    }

    @Override
    public boolean grant() {
        batch.follow(this);
        return false;
    }

    @Override
    public void refuse(Throwable reason) {
        batch.budget().correct(expected, 0);
        report.failed(reason);
        end();
    }

    /** Triggers the item, or continues with the runs that are known. */
    void start() {
        startedAt = batch.now();
        List<TestRun> runs = item.runs();
        if (runs == null) {
            enter(new ItemStage.Triggering(expected));
            batch.budget().triggers();
            step.update(batch.subscribe(batch.trigger(item, trigger.key()), this::triggered, this::triggerFailed));
        } else {
            RunBook book = new RunBook(triggering(), startedAt);
            follow(book, book.known(runs));
        }
    }

    private Triggering triggering() {
        boolean isSuite = item.kind() == BatchItem.Kind.SUITE;
        return new Triggering(
                isSuite ? item.name() : null,
                isSuite ? null : item.name(),
                tests,
                trigger.since().atOffset(ZoneOffset.UTC),
                batch.options().maxLag(),
                batch::isTaken);
    }

    private void triggered(List<TestRun> runs) {
        batch.budget().hasTriggered();
        RunBook book = new RunBook(triggering(), batch.now());
        follow(book, book.triggered(runs, null));
    }

    private void triggerFailed(Throwable error) {
        batch.budget().hasTriggered();
        if (error instanceof DecodingException unread && RunPoll.isCreated(unread)) {
            RunBook book = new RunBook(triggering(), batch.now());
            follow(book, book.triggered(unread.readable(TestRun.class), unread));
            return;
        }
        if (isUnknown(error)) {
            batch.hold(expected, startedAt);
            report.unknown(error, trigger);
        } else {
            batch.budget().correct(expected, 0);
            report.failed(error);
        }
        end();
        stopIfRevoked(error);
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
        enter(new ItemStage.Following(book));
        report(book, news);
        if (isEnded()) {
            return;
        }
        Duration limit = batch.options().itemDeadline();
        deadline.update(batch.after(limit.minusNanos(batch.now() - startedAt), () -> giveUp(limit)));
        await();
        batch.joined(this);
    }

    /** Reports news of the runs, and ends if there is nothing left to follow. */
    private void report(RunBook book, List<News> news) {
        int lost = 0;
        for (News one : news) {
            report.news(one, trigger);
            started += one instanceof News.Started runs ? runs.runs().size() : 0;
            lost += one instanceof News.Lost ? 1 : 0;
        }
        count();
        if (lost > 0) {
            batch.hold(lost, startedAt);
        }
        if (book.isDone()) {
            boolean isPartial = news.stream().anyMatch(News.Unidentified.class::isInstance);
            batch.budget()
                    .correct(item.runs() == null ? expected : 0, isPartial ? Math.max(expected, started) : started);
            end();
        }
    }

    private void await() {
        step.update(batch.after(batch.interval(), () -> batch.requestPoll(this)));
    }

    /** Polls the runs; the batch calls this when the subscriber keeps up with the events. */
    void poll() {
        if (stage instanceof ItemStage.Following following) {
            RunBook book = following.book();
            step.update(batch.subscribe(
                    batch.poll(book.look()), result -> polled(book, result), error -> pollFailed(book, error)));
        }
    }

    private void polled(RunBook book, RunPoll.Result result) {
        List<News> news = book.polled(result, batch.now());
        batch.polled(seen(news));
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

    private boolean isEnded() {
        return stage instanceof ItemStage.Ended;
    }

    private void end() {
        cancel();
        batch.ended(this);
        report.end();
    }

    /** Stops at once, without further events. */
    @Override
    public void cancel() {
        enter(new ItemStage.Ended());
        step.dispose();
        deadline.dispose();
    }
}
