package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The active fault rules, in the order of their injection. The first rule that applies to a request decides, and the
 * rules after it do not count the request.
 */
final class FaultPlan {

    private final SeededRandom random;
    private final InstantSource clock;
    private final List<ActiveRule> rules = new CopyOnWriteArrayList<>();
    private final AtomicInteger injected = new AtomicInteger();

    FaultPlan(SeededRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    void add(FaultRule rule) {
        rules.add(new ActiveRule(rule, injected.getAndIncrement()));
    }

    void clear() {
        rules.clear();
        injected.set(0);
    }

    /** Counts a request, and returns the fault to apply to it, {@code null} for none. */
    @Nullable Fault next(@Nullable String operation) {
        for (ActiveRule active : rules) {
            if (active.matches(operation) && active.applies()) {
                return active.rule.fault();
            }
        }
        return null;
    }

    private final class ActiveRule {
        private final FaultRule rule;
        private final long firstDraw;
        private final Instant injectedAt = clock.instant();
        private final AtomicInteger matches = new AtomicInteger();
        private final AtomicInteger applied = new AtomicInteger();

        private ActiveRule(FaultRule rule, int position) {
            this.rule = rule;
            this.firstDraw = (long) position << Integer.SIZE;
        }

        private boolean matches(@Nullable String operation) {
            return rule.matches(operation, Duration.between(injectedAt, clock.instant()));
        }

        private boolean applies() {
            int match = matches.incrementAndGet();
            return rule.isDue(match)
                    && random.fraction(Stream.FAULT, firstDraw + match) < rule.probability()
                    && applied.getAndUpdate(count -> Math.min(count + 1, rule.times())) < rule.times();
        }
    }
}
