package io.github.telnyxreactive.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Decides when the next part of a response is sent: after a pause, or while the gate is held, when a test releases it.
 */
final class PartGate {

    private final Duration pause;
    private final AtomicInteger cancelled = new AtomicInteger();
    private final Queue<MonoSink<Void>> waiting = new ArrayDeque<>();
    private boolean held;
    private int permits;

    PartGate(Duration pause) {
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }

    synchronized void hold() {
        held = true;
    }

    /** Releases all waiting parts, and stops holding those that follow. */
    void resume() {
        Queue<MonoSink<Void>> released;
        synchronized (this) {
            held = false;
            permits = 0;
            released = new ArrayDeque<>(waiting);
            waiting.clear();
        }
        released.forEach(MonoSink::success);
    }

    /** Releases one part: the one that has waited longest, or else the next one to arrive. */
    void release() {
        MonoSink<Void> next;
        synchronized (this) {
            if (!held) {
                return;
            }
            next = waiting.poll();
            if (next == null) {
                permits++;
            }
        }
        if (next != null) {
            next.success();
        }
    }

    /**
     * Completes when the next part may be sent: when it is released or, unless the gate is held, with
     * {@code otherwise}.
     */
    Mono<Void> pass(Mono<Void> otherwise) {
        return Mono.defer(() -> isHeld() ? Mono.create(this::enter) : otherwise);
    }

    synchronized boolean isHeld() {
        return held;
    }

    private void enter(MonoSink<Void> sink) {
        sink.onDispose(() -> leave(sink));
        if (mayPass(sink)) {
            sink.success();
        }
    }

    private synchronized boolean mayPass(MonoSink<Void> sink) {
        if (!held) {
            return true;
        }
        if (permits > 0) {
            permits--;
            return true;
        }
        waiting.add(sink);
        return false;
    }

    private synchronized void leave(MonoSink<Void> sink) {
        waiting.remove(sink);
    }

    void clientDisconnected() {
        cancelled.incrementAndGet();
    }

    int cancelled() {
        return cancelled.get();
    }
}
