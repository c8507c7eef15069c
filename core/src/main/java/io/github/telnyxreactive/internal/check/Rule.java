package io.github.telnyxreactive.internal.check;

/**
 * A rule for a part of a request as a whole, in addition to the limits of its components.
 *
 * @param <T> the type of the part
 */
@FunctionalInterface
interface Rule<T> {

    /** Adds the violations of the rule. */
    void check(T part, Violations violations);
}
