package io.github.telnyxreactive.internal.sample;

/** A type that nothing outside may name. */
public class Inside extends Exception {

    private static final long serialVersionUID = 1L;
}
