package io.github.telnyxreactive.error;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Polling reached its deadline before all polled states were final. */
public final class PollingDeadlineException extends DeadlineExceededException {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> lastSeen;
    private final int notFinal;

    /**
     * Creates the exception.
     *
     * @param deadline the time that polling was allowed to take
     * @param lastSeen the last seen states that are not final
     */
    public PollingDeadlineException(Duration deadline, Collection<?> lastSeen) {
        super(FailedCall.none(), Delivery.SETTLED, deadline, null);
        this.lastSeen = List.copyOf(lastSeen);
        this.notFinal = lastSeen.size();
    }

    /**
     * Returns the last seen states that are not final, of test runs for example. They are not serialized with the
     * exception.
     *
     * @param type the type of the states
     * @param <T> the type of the states
     * @return the states of this type, in the order in which they were first seen, empty if none was seen
     */
    public <T> List<T> lastSeen(Class<T> type) {
        @Nullable List<Object> seen = lastSeen;
        return seen == null
                ? List.of()
                : seen.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public String getMessage() {
        return super.getMessage() + " Not final yet: " + notFinal + ".";
    }
}
