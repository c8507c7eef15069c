package io.github.telnyxreactive.cli.internal.command.definitions.yaml;

/**
 * A place in a text.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Position(int line, int column) {

    /** The beginning of a text. */
    public static final Position START = new Position(1, 1);

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
