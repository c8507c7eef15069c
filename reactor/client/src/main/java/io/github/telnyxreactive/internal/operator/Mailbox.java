package io.github.telnyxreactive.internal.operator;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.util.concurrent.Queues;

/**
 * Runs tasks one after another, on the thread that finds it idle; other threads leave their tasks to that one. State
 * that only tasks access needs no lock, and no thread waits.
 *
 * <p>Not an operator: no operator of Reactor serializes changes of state from many subscriptions.
 */
public final class Mailbox {

    private final Runnable afterEach;
    private final Queue<Runnable> tasks =
            Queues.<Runnable>unboundedMultiproducer().get();
    private final AtomicInteger left = new AtomicInteger();

    /**
     * Creates a mailbox.
     *
     * @param afterEach runs after each task, as part of it; like the tasks, it must not throw
     */
    public Mailbox(Runnable afterEach) {
        this.afterEach = afterEach;
    }

    /**
     * Runs a task, or leaves it to the thread that is running tasks. A task that is submitted by a task runs after it.
     *
     * @param task the task to run
     */
    public void execute(Runnable task) {
        tasks.offer(task);
        if (left.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
                next.run();
                afterEach.run();
            }
            missed = left.addAndGet(-missed);
        } while (missed != 0);
    }
}
