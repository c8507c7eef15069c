package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.limit.RateLimiter;
import io.github.telnyxreactive.policy.RetryBudget;
import reactor.core.scheduler.Scheduler;

/** The resources that all views of a client share, except the connections. */
public final class ClientResources {

    private final RateLimiter limiter;
    private final Admission admission;
    private final Scheduler scheduler;
    private final IdempotencyKeys keys = new IdempotencyKeys();

    /**
     * Creates the resources.
     *
     * @param limiter limits the rate of attempts
     * @param budget limits the retries
     * @param scheduler times waits and deadlines
     */
    public ClientResources(RateLimiter limiter, RetryBudget budget, Scheduler scheduler) {
        this.limiter = limiter;
        this.admission = new BudgetAdmission(budget);
        this.scheduler = scheduler;
    }

    RateLimiter limiter() {
        return limiter;
    }

    Admission admission() {
        return admission;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    IdempotencyKeys keys() {
        return keys;
    }
}
