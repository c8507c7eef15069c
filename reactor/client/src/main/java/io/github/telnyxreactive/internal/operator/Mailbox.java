package io.github.telnyxreactive.internal.operator;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.util.concurrent.Queues;

/**
 * Runs tasks one after another, on whichever thread finds it at rest; the others leave their tasks to that thread. So
 * state that only tasks touch needs no lock, and nobody waits.
 */
public final class Mailbox {

    private final Runnable afterEach;
    private final Queue<Runnable> tasks =
            Queues.<Runnable>unboundedMultiproducer().get();
    private final AtomicInteger left = new AtomicInteger();

    /**
     * Creates a mailbox.
     *
     * @param afterEach is run after each task, as a part of it; like the tasks, it must not throw
     */
    public Mailbox(Runnable afterEach) {
        this.afterEach = afterEach;
    }

    /**
     * Runs a task, or leaves it to the thread that is at work here. A task that comes from within a task is run after it.
     *
     * @param task what to run
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
