package io.github.telnyxreactive.internal.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The shares of versions in the conversations, in either form of a canary deploy.
 *
 * @param slots the shares
 * @param version returns the version of a share
 * @param percentage returns the size of a share in percent
 * @param <T> the type of a share in this form
 */
record Shares<T>(List<T> slots, Function<T, String> version, ToDoubleFunction<T> percentage) {

    private boolean isOf(T slot, String versionId) {
        return version.apply(slot).equals(versionId);
    }

    /** Returns the sum of all shares of a version, in percent. */
    double of(String versionId) {
        return slots.stream()
                .filter(slot -> isOf(slot, versionId))
                .mapToDouble(percentage)
                .sum();
    }

    /** Returns the sum of the shares of all other versions, in percent. */
    double besides(String versionId) {
        return slots.stream()
                .filter(slot -> !isOf(slot, versionId))
                .mapToDouble(percentage)
                .sum();
    }

    /**
     * Replaces all shares of a version by one in the place of the first, or appends one if it has none.
     *
     * @param change makes the new share from the first
     * @param fresh the new share if the version has none
     */
    List<T> with(String versionId, Function<T, T> change, T fresh) {
        List<T> changed = new ArrayList<>(slots.size() + 1);
        boolean placed = false;
        for (T slot : slots) {
            if (!isOf(slot, versionId)) {
                changed.add(slot);
            } else if (!placed) {
                changed.add(change.apply(slot));
                placed = true;
            }
        }
        if (!placed) {
            changed.add(fresh);
        }
        return changed;
    }
}
