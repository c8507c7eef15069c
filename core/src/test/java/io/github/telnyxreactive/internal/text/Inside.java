package io.github.telnyxreactive.internal.text;

/** A type that nothing outside may name. */
public class Inside extends Exception {

    private static final long serialVersionUID = 1L;
}
