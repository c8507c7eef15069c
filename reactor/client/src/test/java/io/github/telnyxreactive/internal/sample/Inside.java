package io.github.telnyxreactive.internal.sample;

/** An internal type, which no signature of a public package may name. */
public class Inside extends Exception {

    private static final long serialVersionUID = 1L;
}
