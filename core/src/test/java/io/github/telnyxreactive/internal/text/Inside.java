package io.github.telnyxreactive.internal.text;

/** An internal type, which no signature of a public package may name. */
public class Inside extends Exception {

    private static final long serialVersionUID = 1L;
}
