package io.github.telnyxreactive.internal;

/** A type that nothing outside may name. */
public class Inside extends Exception {

    private static final long serialVersionUID = 1L;
}
