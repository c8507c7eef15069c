package io.github.telnyxreactive.internal.check;

/** A part of a request with a rule that concerns more than one of its components. */
public interface Checked {

    /**
     * Names what breaks a rule.
     *
     * @param violations where to name it
     */
    void check(Violations violations);
}
