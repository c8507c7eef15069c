package io.github.telnyxreactive.internal.runs;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Follows the runs of one triggering of a suite until all have ended. A run that cannot be read any more costs the others
 * nothing: its error comes last. Polls follow one another, and so does what they change.
 */
public final class SuiteFollower {

    private final Calls calls;
    private final String suite;
    private final List<TestRun> first = new ArrayList<>();
    private final Map<String, TestRun> open = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Throwable> abandoned = new LinkedHashMap<>();
    private @Nullable DecodingException missing;
    private final int expected;
    private int failedPolls;

    private SuiteFollower(Calls calls, String suite, List<TestRun> first, @Nullable DecodingException missing) {
        this.calls = calls;
        this.suite = suite;
        this.missing = missing;
        first.forEach(this::start);
        this.expected =
                known.size() + (missing == null ? 0 : missing.unreadable().size());
    }

    private void start(TestRun run) {
        if (known.add(run.runId())) {
            first.add(run);
            if (!run.hasEnded()) {
                open.put(run.runId(), run);
            }
        }
    }

    /**
     * Follows runs, once for each subscription.
     *
     * @param calls executes the operations
     * @param suite the name of the suite
     * @param runs the runs as they were triggered
     * @param missing the error if there are more that could not be read, {@code null} if these are all
     * @return each run at first, and whenever it has changed, up to its end; after all of them an error if some were not
     *     seen to end
     */
    public static Flux<TestRun> observe(
            Calls calls, String suite, List<TestRun> runs, @Nullable DecodingException missing) {
        return Flux.defer(() -> new SuiteFollower(calls, suite, runs, missing).changes());
    }

    private Flux<TestRun> changes() {
        return missing == null ? followed() : calls.untilClosed(sought()).thenMany(Flux.defer(this::followed));
    }

    /** Looks for runs that the response of the trigger did not identify, before following the others. */
    private Mono<RunPoll.Result> sought() {
        return look().doOnNext(result -> {
                    result.others().forEach(this::start);
                    findOut();
                })
                // The next polls look again.
                .onErrorComplete();
    }

    private Flux<TestRun> followed() {
        if (first.isEmpty()) {
            return problem().flux();
        }
        Flux<TestRun> changes = calls.polling()
                .changes(first, Flux.defer(this::poll), TestRun::runId, SuiteFollower::progress, this::isDone);
        return calls.untilClosed(changes).concatWith(Mono.defer(this::problem));
    }

    private Mono<RunPoll.Result> look() {
        RunPoll.Started started = new RunPoll.Started(suite, null, known.size(), missing);
        return RunPoll.of(calls, started, List.copyOf(open.values()));
    }

    private void findOut() {
        if (known.size() >= expected) {
            missing = null;
        }
    }

    private Flux<TestRun> poll() {
        return look().flatMapIterable(this::polled).onErrorResume(this::pollFailed);
    }

    private List<TestRun> polled(RunPoll.Result result) {
        failedPolls = 0;
        List<TestRun> news = new ArrayList<>();
        for (TestRun run : result.seen()) {
            failures.remove(run.runId());
            if (run.hasEnded()) {
                open.remove(run.runId());
            } else {
                open.put(run.runId(), run);
            }
            if (run.hasEnded() || run.status() != null) {
                news.add(run);
            }
        }
        result.unreadable().forEach(this::failed);
        if (missing != null) {
            result.others().stream().filter(run -> !known.contains(run.runId())).forEach(run -> {
                start(run);
                news.add(run);
            });
            findOut();
        }
        return news;
    }

    private void failed(String runId, Throwable error) {
        if (!RunPoll.isSettled(error)) {
            failures.remove(runId);
        } else if (failures.merge(runId, 1, Integer::sum) >= RunPoll.MAX_FAILURES) {
            open.remove(runId);
            abandoned.put(runId, error);
        }
    }

    private Mono<TestRun> pollFailed(Throwable error) {
        failedPolls = RunPoll.isSettled(error) ? failedPolls + 1 : 0;
        return failedPolls >= RunPoll.MAX_FAILURES ? Mono.error(error) : Mono.empty();
    }

    private boolean isDone(TestRun run) {
        return run.hasEnded() || abandoned.containsKey(run.runId());
    }

    private static Object progress(TestRun run) {
        return run.hasEnded() ? Boolean.TRUE : Optional.ofNullable(run.status());
    }

    private Mono<TestRun> problem() {
        if (!abandoned.isEmpty()) {
            return Mono.error(abandoned.values().iterator().next());
        }
        return missing == null ? Mono.empty() : Mono.error(missing);
    }
}
