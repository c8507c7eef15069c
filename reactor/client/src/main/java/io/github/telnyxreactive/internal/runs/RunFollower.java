package io.github.telnyxreactive.internal.runs;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Follows the runs of one trigger on the polling schedule of the client. A run that cannot be read any more costs the others
 * nothing: its error comes last. Polls follow one another, and so does what they change.
 */
public final class RunFollower {

    private final Calls calls;
    private final RunBook book;
    private volatile List<TestRun> open = List.of();
    private volatile @Nullable Throwable problem;

    private RunFollower(Calls calls, @Nullable String suite, @Nullable String testId) {
        this.calls = calls;
        OffsetDateTime since = OffsetDateTime.now(ZoneOffset.UTC);
        this.book =
                new RunBook(new Triggering(suite, testId, null, since, calls.maxLag(), false, id -> false), nanos());
    }

    /**
     * Triggers a suite and follows its runs, once for each subscription.
     *
     * @param calls executes the operations
     * @param suite the name of the suite
     * @param trigger triggers the suite
     * @return each run at first, and whenever it has changed, up to its end; after all of them an error if some were not
     *     seen to end, or if there are others that no list shows
     */
    public static Flux<TestRun> suite(Calls calls, String suite, Mono<List<TestRun>> trigger) {
        return Flux.defer(() -> new RunFollower(calls, suite, null).triggered(trigger));
    }

    /**
     * Triggers a test and follows its run, once for each subscription.
     *
     * @param calls executes the operations
     * @param testId the id of the test
     * @param trigger triggers the test
     * @return the run in its final status
     */
    public static Mono<TestRun> test(Calls calls, String testId, Mono<TestRun> trigger) {
        return Flux.defer(() -> new RunFollower(calls, null, testId).triggered(trigger.map(List::of)))
                .filter(TestRun::hasEnded)
                .next();
    }

    /**
     * Follows a run, once for each subscription. The first poll is immediate.
     *
     * @param calls executes the operations
     * @param testId the id of the test
     * @param runId the id of the run
     * @return the run in its final status
     */
    public static Mono<TestRun> run(Calls calls, String testId, String runId) {
        return Flux.defer(() -> new RunFollower(calls, null, testId).known(testId, runId))
                .filter(TestRun::hasEnded)
                .next();
    }

    private long nanos() {
        return calls.polling().scheduler().now(TimeUnit.NANOSECONDS);
    }

    private Flux<TestRun> triggered(Mono<List<TestRun>> trigger) {
        return trigger.map(runs -> book.triggered(runs, null))
                .onErrorResume(
                        DecodingException.class,
                        error -> RunPoll.isCreated(error)
                                ? Mono.just(book.triggered(error.readable(TestRun.class), error))
                                : Mono.error(error))
                .flatMapIterable(this::states)
                .concatWith(Flux.defer(() -> followed(true)));
    }

    private Flux<TestRun> known(String testId, String runId) {
        // Nothing is known of it so far.
        TestRun run =
                new TestRun(runId, testId, null, null, null, null, null, null, null, List.of(), null, null, Map.of());
        book.known(List.of(run));
        return followed(false);
    }

    private Flux<TestRun> followed(boolean isKnown) {
        Flux<TestRun> changes = book.isDone()
                ? Flux.empty()
                : calls.untilClosed(
                        calls.polling().untilDone(isKnown, Mono.defer(this::poll), book::isDone, () -> open));
        return changes.concatWith(Mono.defer(() -> problem == null ? Mono.empty() : Mono.error(problem)));
    }

    private Mono<List<TestRun>> poll() {
        return RunPoll.of(calls, book.look())
                .map(result -> book.polled(result, nanos()))
                .onErrorResume(error -> Mono.just(book.pollFailed(error)))
                .map(this::states);
    }

    /** Returns the runs as they are now, and keeps what has gone wrong for the end. */
    private List<TestRun> states(List<News> news) {
        List<TestRun> states = new ArrayList<>();
        for (News one : news) {
            if (one instanceof News.Started started) {
                started.runs().stream().filter(run -> !run.hasEnded()).forEach(states::add);
            } else if (one instanceof News.Changed changed) {
                states.add(changed.run());
            } else if (one instanceof News.Ended ended) {
                states.add(ended.run());
            } else if (one instanceof News.Lost lost) {
                problem(lost.reason());
            } else if (one instanceof News.Unidentified unidentified) {
                problem(unidentified.error());
            }
        }
        open = List.copyOf(book.open());
        return states;
    }

    private void problem(Throwable error) {
        if (problem == null) {
            problem = error;
        }
    }
}
