package io.github.telnyxreactive.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Decides when the next part of an answer is sent that is sent part by part: after a pause, or while held, when a test says so. */
final class StreamGate {

    private final Duration pause;
    private final AtomicInteger cancelled = new AtomicInteger();
    private final Queue<MonoSink<Void>> waiting = new ArrayDeque<>();
    private boolean held;
    private int permits;

    StreamGate(Duration pause) {
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }

    synchronized void hold() {
        held = true;
    }

    /** Lets all parts go again that are held, and those that follow. */
    void unhold() {
        Queue<MonoSink<Void>> freed;
        synchronized (this) {
            held = false;
            permits = 0;
            freed = new ArrayDeque<>(waiting);
            waiting.clear();
        }
        freed.forEach(MonoSink::success);
    }

    /** Lets one part go: the one that has waited longest, or else the next one that comes. */
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

    /** Completes when the next part may be sent; with {@code otherwise} unless parts are held. */
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

    void clientLeft() {
        cancelled.incrementAndGet();
    }

    int cancelled() {
        return cancelled.get();
    }
}
