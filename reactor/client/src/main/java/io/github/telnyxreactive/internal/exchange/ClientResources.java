package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.internal.operator.Closing;
import io.github.telnyxreactive.internal.operator.MonotonicScheduler;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.policy.RetryBudget;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.scheduler.Scheduler;

/** The resources that all views of a client share, except the connections. */
public final class ClientResources {

    private static final int MAX_KEPT_FIELDS = 1000;

    private final PermitQueue permits;
    private final Admission admission;
    private final Scheduler scheduler;
    private final Closing closing = new Closing();
    private final IdempotencyKeys keys = new IdempotencyKeys();
    private final Set<String> keptFields = ConcurrentHashMap.newKeySet();

    /**
     * Creates the resources.
     *
     * @param permits grants the permits of attempts
     * @param budget limits the retries
     * @param scheduler times waits and deadlines
     */
    public ClientResources(PermitQueue permits, RetryBudget budget, Scheduler scheduler) {
        this.permits = permits;
        this.admission = new BudgetAdmission(budget);
        this.scheduler = MonotonicScheduler.of(scheduler);
    }

    /** Returns whether a field of an operation could not be read for the first time. */
    boolean isNew(String operation, String field) {
        // The names come from the service.
        return keptFields.size() < MAX_KEPT_FIELDS && keptFields.add(operation + ' ' + field);
    }

    PermitQueue permits() {
        return permits;
    }

    Admission admission() {
        return admission;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Closing closing() {
        return closing;
    }

    IdempotencyKeys keys() {
        return keys;
    }
}
