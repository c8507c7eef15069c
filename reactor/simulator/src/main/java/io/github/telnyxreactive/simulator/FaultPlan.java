package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The rules that are in force. Where several would strike a request, the first does, and those behind it do not count
 * the request.
 */
final class FaultPlan {

    private final SeededRandom random;
    private final List<Active> rules = new CopyOnWriteArrayList<>();
    private final AtomicInteger injected = new AtomicInteger();

    FaultPlan(SeededRandom random) {
        this.random = random;
    }

    void add(FaultRule rule) {
        rules.add(new Active(rule, injected.getAndIncrement()));
    }

    void clear() {
        rules.clear();
        injected.set(0);
    }

    /** Counts a request, and returns what befalls it, or {@code null} for nothing. */
    @Nullable Fault next(@Nullable String operation) {
        for (Active active : rules) {
            if (active.rule.matches(operation) && active.strikes()) {
                return active.rule.fault();
            }
        }
        return null;
    }

    private final class Active {
        private final FaultRule rule;
        private final long firstDraw;
        private final AtomicInteger matches = new AtomicInteger();
        private final AtomicInteger struck = new AtomicInteger();

        private Active(FaultRule rule, int position) {
            this.rule = rule;
            this.firstDraw = (long) position << Integer.SIZE;
        }

        private boolean strikes() {
            int match = matches.incrementAndGet();
            return rule.isDue(match)
                    && random.fraction(Stream.FAULT, firstDraw + match) < rule.probability()
                    && struck.getAndUpdate(count -> Math.min(count + 1, rule.times())) < rule.times();
        }
    }
}
