package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.internal.runs.RunPoll;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/** The requests and timers of a batch. What they result in is handled in tasks of its mailbox. */
final class BatchCalls {

    private final RunSource source;
    private final BatchOptions options;
    private final Scheduler scheduler;
    private final Supplier<Context> context;
    private final Consumer<Runnable> tasks;
    private long deadlineNanos;

    /**
     * Creates the calls.
     *
     * @param source sends the requests
     * @param options the deadlines
     * @param scheduler the clock and the timers
     * @param context the context of the subscriber
     * @param tasks executes tasks unless the batch has ended
     */
    BatchCalls(
            RunSource source,
            BatchOptions options,
            Scheduler scheduler,
            Supplier<Context> context,
            Consumer<Runnable> tasks) {
        this.source = source;
        this.options = options;
        this.scheduler = scheduler;
        this.context = context;
        this.tasks = tasks;
    }

    /** The batch begins. */
    void start() {
        Duration deadline = options.deadline();
        deadlineNanos = deadline == null ? Long.MAX_VALUE : now() + deadline.toNanos();
        source.onReady(() -> tasks.accept(() -> {}));
    }

    long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    /** Returns whether a request that is made now is not held up by others that wait. */
    boolean isReady() {
        return source.isReady();
    }

    Mono<SuiteTests> tests(String suite) {
        return source.tests(suite);
    }

    Mono<RunSource.Answer> trigger(BatchItem item, String key, Duration limit) {
        return source.trigger(item, key, shorter(limit, shorter(options.itemDeadline(), remaining())));
    }

    String newKey() {
        return source.newKey();
    }

    Mono<RunPoll.Result> poll(RunPoll.Look look) {
        return source.poll(look);
    }

    /** Returns how long the batch may still take. */
    private Duration remaining() {
        return options.deadline() == null
                ? options.itemDeadline()
                : Duration.ofNanos(Math.max(1, deadlineNanos - now()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Subscribes with the context of the subscriber. Each signal is handled in a task, unless the batch has ended by
     * then.
     */
    <T> Disposable subscribe(Mono<T> call, Consumer<? super T> value, Consumer<? super Throwable> error) {
        Context present = context.get();
        // The batch would wait forever for a call without a result.
        return call.single()
                .contextWrite(outer -> outer.putAll(present.readOnly()))
                .subscribe(
                        result -> tasks.accept(() -> value.accept(result)),
                        failure -> tasks.accept(() -> error.accept(failure)));
    }

    Disposable after(Duration wait, Runnable then) {
        return scheduler.schedule(() -> tasks.accept(then), wait.toNanos(), TimeUnit.NANOSECONDS);
    }
}
