package io.github.telnyxreactive.internal.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The shares that versions have of conversations, in either form of a canary deploy.
 *
 * @param slots the shares
 * @param version tells whose a share is
 * @param percentage tells how large it is, in percent
 * @param <T> what a share is in this form
 */
record Shares<T>(List<T> slots, Function<T, String> version, ToDoubleFunction<T> percentage) {

    private boolean isOf(T slot, String versionId) {
        return version.apply(slot).equals(versionId);
    }

    /** What a version has, however many of the shares are its own. */
    double of(String versionId) {
        return slots.stream()
                .filter(slot -> isOf(slot, versionId))
                .mapToDouble(percentage)
                .sum();
    }

    /** What all other versions have. */
    double besides(String versionId) {
        return slots.stream()
                .filter(slot -> !isOf(slot, versionId))
                .mapToDouble(percentage)
                .sum();
    }

    /**
     * Puts one share in the place of all that a version has, or behind the others if it has none.
     *
     * @param change makes the new share of the first that the version has
     * @param fresh the new share if it has none
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
