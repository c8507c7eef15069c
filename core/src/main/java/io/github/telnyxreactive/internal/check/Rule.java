package io.github.telnyxreactive.internal.check;

/**
 * A rule that a part of a request obeys as a whole, in addition to the limits of its components.
 *
 * @param <T> the type of the part
 */
@FunctionalInterface
interface Rule<T> {

    /** Adds what breaks the rule to the violations. */
    void check(T part, Violations violations);
}
