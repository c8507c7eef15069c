package io.github.telnyxreactive.error;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of a polling passed before everything that was polled for became final.
 */
public final class PollingDeadlineException extends DeadlineExceededException {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> lastSeen;
    private final int notFinal;

    /**
     * Creates the exception.
     *
     * @param deadline how long the polling was allowed to take
     * @param lastSeen what was last seen of everything that is not final
     */
    public PollingDeadlineException(Duration deadline, Collection<?> lastSeen) {
        super(FailedCall.none(), Delivery.SETTLED, deadline, null);
        this.lastSeen = List.copyOf(lastSeen);
        this.notFinal = lastSeen.size();
    }

    /**
     * Returns what was last seen of everything that is not final, test runs for example. It is not serialized with the
     * exception.
     *
     * @param type the type of what was polled for
     * @param <T> the type of what was polled for
     * @return the values of this type, in the order in which they were first seen, empty if nothing was seen
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
