package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The modes that are set.
 *
 * @param values the values of the parameters of each mode that is set, in order
 */
public record Modes(Map<Mode, List<Object>> values) {

    /** The modes of a kind service. */
    public static final Modes NONE = new Modes(Map.of());

    // Leaves each mode more positions than there are ever requests or runs.
    private static final int POSITION_BITS = 40;

    /** Creates the modes; the map is copied. */
    public Modes {
        Map<Mode, List<Object>> copy = new EnumMap<>(Mode.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    private @Nullable Object value(Mode mode, int index) {
        List<Object> ofMode = values.get(mode);
        return ofMode == null ? null : ofMode.get(index);
    }

    /**
     * Decides at random whether a mode applies, according to its share.
     *
     * @param mode a mode whose first parameter is a share
     * @param random makes the decision
     * @param position the position of what it may apply to
     * @return whether it applies; {@code false} if the mode is not set
     */
    public boolean applies(Mode mode, SeededRandom random, long position) {
        Object share = value(mode, 0);
        return share != null && random.fraction(Stream.UNKINDNESS, position(mode, position)) < (Double) share;
    }

    /**
     * Chooses at random how a mode applies.
     *
     * @param mode the mode
     * @param random makes the choice
     * @param position the position of what it applies to
     * @param choices the number of choices, positive
     * @return a number from 0 to the number of choices, exclusive
     */
    public int choice(Mode mode, SeededRandom random, long position, int choices) {
        return (int) random.below(Stream.UNKINDNESS_CHOICE, position(mode, position), choices);
    }

    private static long position(Mode mode, long position) {
        return (long) mode.ordinal() << POSITION_BITS | position;
    }

    /**
     * Returns the duration of a mode.
     *
     * @param mode a mode whose last parameter is a duration
     * @return the duration, {@code null} if the mode is not set
     */
    public @Nullable Duration duration(Mode mode) {
        return (Duration) value(mode, mode.parameters().size() - 1);
    }

    /**
     * Returns the count of a mode.
     *
     * @param mode a mode whose last parameter is a count
     * @return the count, {@code null} if the mode is not set
     */
    public @Nullable Integer count(Mode mode) {
        return (Integer) value(mode, mode.parameters().size() - 1);
    }

    /**
     * Returns the offset of a mode.
     *
     * @param mode a mode whose first parameter is an offset
     * @return the offset, 0 if the mode is not set
     */
    public int offset(Mode mode) {
        Object offset = value(mode, 0);
        return offset == null ? 0 : (Integer) offset;
    }

    /**
     * Returns whether a mode is set for a filter.
     *
     * @param mode a mode whose parameter is a set of filters
     * @param filter the name of a query parameter
     * @return whether the mode applies to the filter
     */
    public boolean concerns(Mode mode, String filter) {
        return value(mode, 0) instanceof Set<?> filters && filters.contains(filter);
    }
}
