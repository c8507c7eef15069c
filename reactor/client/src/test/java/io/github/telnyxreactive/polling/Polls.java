package io.github.telnyxreactive.polling;

import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Emits the given states, one per poll and the last one repeatedly, and records when the polls were made. */
final class Polls {

    private final ManualTime time;
    private final List<String> states;
    private final List<Long> instants = new ArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    Polls(ManualTime time, String... states) {
        this.time = time;
        this.states = List.of(states);
    }

    Mono<Job> one() {
        return many().next();
    }

    Flux<Job> many() {
        return Flux.defer(() -> {
            instants.add(time.elapsedMillis());
            int index = Math.min(count.getAndIncrement(), states.size() - 1);
            return Flux.fromIterable(Job.all(states.get(index)));
        });
    }

    /** Returns the times of the polls, in milliseconds. */
    List<Long> instants() {
        return List.copyOf(instants);
    }

    int count() {
        return count.get();
    }
}
