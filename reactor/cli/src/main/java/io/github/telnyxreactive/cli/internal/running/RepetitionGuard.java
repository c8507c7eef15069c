package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an item that may have been triggered may be triggered again. That is harmless for as long as the service
 * remembers its idempotency key, so the first word of the journal on the item counts, whatever came later.
 */
public final class RepetitionGuard {

    /** The service remembers a key for 24 hours; the rest is a margin for clocks and for requests in flight. */
    static final Duration REPEATABLE = Duration.ofHours(23);

    /** Less than this does not suffice to trigger an item. */
    static final Duration LEAST = Duration.ofMinutes(1);

    /** How much the clocks of two processes may differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private static final String ADVICE =
            "it is not known whether it was, and to trigger it again now could run it twice:"
                    + " look at its runs at Telnyx, and if there are none of that time, run it in a new batch";

    private final InstantSource clock;
    private final @Nullable OffsetDateTime ahead;

    /**
     * Creates a guard.
     *
     * @param state the state of the batch as the journal tells it
     * @param clock the clock
     */
    public RepetitionGuard(BatchState state, InstantSource clock) {
        this.clock = clock;
        OffsetDateTime latest = state.latest();
        this.ahead = latest != null && latest.isAfter(now().plus(TOLERANCE)) ? latest : null;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * Returns why an item may not be triggered again.
     *
     * @param item an item that is not triggered
     * @return the reason in one line, {@code null} if it was certainly not triggered, or may be triggered again
     */
    public @Nullable String refusal(ItemState item) {
        if (item.begunAt() == null) {
            return null;
        }
        if (ahead != null) {
            return "it was about to be triggered, and how long ago is not known, since the latest time of the journal, "
                    + ahead + ", is ahead of the clock of this machine: set the clock and resume again; " + ADVICE;
        }
        return left(item).compareTo(LEAST) < 0 ? tooLate(item) : null;
    }

    /** Returns whether an item that is being triggered again may not be any more. */
    boolean isExpired(ItemState item) {
        return left(item).isNegative();
    }

    /** Returns the reason why an item may not be triggered any more. */
    String tooLate(ItemState item) {
        return "it was about to be triggered at " + item.begunAt() + "; " + ADVICE;
    }

    private Duration left(ItemState item) {
        return Duration.between(now(), Objects.requireNonNull(item.begunAt()).plus(REPEATABLE));
    }
}
